/** r‖s as the ASN.1 SEQUENCE of X.509 and TLS (RFC 3279 §2.2.3), the form that a pass may not have. */
export function derOf(signature: Buffer): Buffer {
  const [r, s] = [integer(signature.subarray(0, 32)), integer(signature.subarray(32))]
  return Buffer.concat([Buffer.of(0x30, r.length + s.length), r, s])
}

function integer(bytes: Buffer): Buffer {
  const first = bytes.findIndex(byte => byte !== 0)
  const short = bytes.subarray(first)
  const signed = short.readUInt8(0) > 127 ? Buffer.concat([Buffer.of(0), short]) : short
  return Buffer.concat([Buffer.of(2, signed.length), signed])
}
