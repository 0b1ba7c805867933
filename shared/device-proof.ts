/** What a phone signs (ES256, r‖s) to prove that it holds its key. `issuedAt`: milliseconds since 1970; `nonce`: 16 bytes in base64url. */
export const deviceProof = (device: string, issuedAt: number, nonce: string): string =>
  `checkpoint-device-1.${device}.${issuedAt}.${nonce}`
