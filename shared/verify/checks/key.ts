import type { PassCheck } from '../subject.ts'

/** The key must be known, not withdrawn, in its own time, and allowed to sign this kind for this site. */
export const checkKey: PassCheck = ({ key, pass, at }) => {
  if (key === undefined) return { reason: 'KEY', detail: `unknown key ${pass.keyId}`, isKeyUnknown: true }
  if (key.revoked) return { reason: 'KEY', detail: 'withdrawn' }
  if (at < key.notBefore || at >= key.notAfter) return { reason: 'KEY', detail: 'outside the time of the key' }
  if (!key.kinds.includes(pass.content.kind)) return { reason: 'KEY', detail: `may not sign ${pass.content.kind}` }
  if (key.sites !== null && !key.sites.includes(pass.content.site)) return { reason: 'KEY', detail: 'may not sign for this site' }
  return null
}
