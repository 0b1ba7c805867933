import type { PassCheck } from '../subject.ts'

export const checkSignature: PassCheck = async ({ key, pass, verifySignature }) => {
  if (key === undefined) return { reason: 'KEY', detail: 'no key to check with' }
  const genuine = await verifySignature(key.publicKey, pass.signedBytes, pass.signature)
  return genuine ? null : { reason: 'FORGED' }
}
