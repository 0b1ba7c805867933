import { generateKeyPairSync, sign, verify as bareVerify } from 'node:crypto'
import { decide } from '../shared/gate/decide.ts'
import { DEFAULT_POLICY } from '../shared/gate/policy.ts'
import { preparePass } from '../shared/pass/codec.ts'
import { PASS_KINDS, type PassKind } from '../shared/pass/kinds.ts'
import { statusReader } from '../shared/status/status-list.ts'
import { epochSeconds, passMinute } from '../shared/time.ts'
import type { TrustBundle } from '../shared/trust/trust-bundle.ts'
import { verify } from '../shared/verify/verify.ts'
import { keyIdOf } from '../server/keys/key-id.ts'
import { verifySignature } from '../server/keys/node-crypto.ts'
import { option } from './support/installation.ts'

const AT = epochSeconds(1_764_000_000)
const CHUNK = 500

/** Text → verdict (decode, signature, status, window, gate decision) against bare signature checks in the same run, in turns. */
export async function run(args: string[]): Promise<object> {
  const count = option(args, 'count', 20_000)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const jwk = { kty: 'EC', crv: 'P-256', x, y } as const
  const keyId = keyIdOf(jwk)
  const key = {
    keyId,
    publicKey: jwk,
    kinds: Object.keys(PASS_KINDS) as PassKind[],
    sites: null,
    notBefore: epochSeconds(0),
    notAfter: epochSeconds(AT * 2),
    revoked: false
  }
  const trust = { keys: new Map([[keyId, key]]), policies: [DEFAULT_POLICY] } as unknown as TrustBundle
  const status = statusReader([{ list: 0, bits: new Uint8Array(32_768), issuedAt: AT }])
  const passes = Array.from({ length: CHUNK }, (_, serial) => {
    const content = {
      kind: 'person' as const,
      serial,
      start: passMinute(Math.floor((AT - 1_577_836_800) / 60) - 60),
      hours: 336,
      site: 1,
      documentTail: '001X',
      label: '陈*明'
    }
    const { signedBytes, seal } = preparePass(content, Buffer.from(keyId, 'hex'))
    const signature = sign('sha256', signedBytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })
    return { text: seal(signature), signedBytes, signature }
  })
  let fullMs = 0
  let bareMs = 0
  for (let done = 0; done < count; done += CHUNK) {
    const t0 = performance.now()
    for (const { text } of passes) {
      const verification = await verify(text, trust, status, AT, verifySignature)
      const decision = decide(
        verification,
        { at: AT, presented: 'code', site: 1, direction: 'in', recent: [], temperature: null, statusAsOf: AT },
        DEFAULT_POLICY
      )
      if (decision.verdict !== 'PASS') throw new Error(`a valid pass got ${decision.headline}`)
    }
    const t1 = performance.now()
    for (const { signedBytes, signature } of passes) {
      if (!bareVerify('sha256', signedBytes, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature))
        throw new Error('a signature does not fit')
    }
    fullMs += t1 - t0
    bareMs += performance.now() - t1
  }
  return {
    passes: count,
    perSecond: Math.round((count / fullMs) * 1000),
    bareVerifyPerSecond: Math.round((count / bareMs) * 1000),
    ratio: Math.round((bareMs / fullMs) * 100) / 100,
    hostileMaxMs: await slowestHostile(trust, status)
  }
}

/** Texts that are made to cost time: length, white space, a well-formed token with a wrong signature. */
async function slowestHostile(trust: TrustBundle, status: ReturnType<typeof statusReader>): Promise<number> {
  const texts = ['0123456789'.repeat(1_000), `CP1:${' '.repeat(100_000)}`, `CP1:${'9'.repeat(264)}`, `CP1:${':::'.repeat(3_000)}`]
  let slowest = 0
  for (const text of texts) {
    const start = performance.now()
    const { readable } = await verify(text, trust, status, AT, verifySignature)
    slowest = Math.max(slowest, performance.now() - start)
    if (readable) throw new Error(`read: ${text.slice(0, 20)}`)
  }
  return Math.round(slowest * 100) / 100
}
