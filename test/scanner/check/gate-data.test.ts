import { deflateSync } from 'node:zlib'
import { CompactSign, exportJWK, generateKeyPair } from 'jose'
import t from 'tap'
import { mergeRecent } from '../../../scanner/check/merge-recent.ts'
import { createMute } from '../../../scanner/check/mute.ts'
import { readStatus, readTrust } from '../../../scanner/check/read-gate-data.ts'
import { createTwiceSeen } from '../../../scanner/check/twice-seen.ts'
import { inflateZlib } from '../../../scanner/check/web-crypto.ts'
import { LIST_BYTES, packStatuses, statusReader } from '../../../shared/status/status-list.ts'
import { epochSeconds } from '../../../shared/time.ts'
import type { EcPublicJwk, TrustBundle } from '../../../shared/trust/trust-bundle.ts'

type Pair = { readonly jwk: EcPublicJwk; sign(claims: object, header: object): Promise<string> }

async function newPair(): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const { x = '', y = '' } = await exportJWK(publicKey)
  return {
    jwk: { kty: 'EC', crv: 'P-256', x, y },
    sign: (claims, header) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'ES256', ...header })
        .sign(privateKey)
  }
}

const claims = (change: object = {}) => ({
  iat: 1_600_000_000,
  version: 5,
  realm: { id: 'realm', name: '街道', nameEn: 'Realm' },
  keys: [],
  statusKeys: [],
  sites: [],
  gates: [],
  policies: [],
  nextRoot: null,
  minimumAppVersion: '0.1.0',
  ...change
})
const TRUST = { typ: 'trust-bundle+jwt' }

t.test('a trust bundle is taken from its root alone', async t => {
  const [root, next, stranger] = await Promise.all([newPair(), newPair(), newPair()])
  const read = async (by: Pair, content: object, header: object, held: TrustBundle | null = null) => {
    const answer = await readTrust(await by.sign(content, header), root.jwk, held)
    return answer.ok ? answer.value : answer.failure
  }
  const held = (await read(root, claims({ nextRoot: next.jwk }), TRUST)) as TrustBundle
  t.equal(held.version, 5)
  t.equal(await read(stranger, claims(), TRUST), 'signature', 'another key')
  t.equal(await read(root, claims(), { typ: 'statuslist+jwt' }), 'type', 'another kind of text')
  t.equal(await read(root, { iat: 1 }, TRUST), 'content', 'not a bundle')
  t.equal(await read(root, claims({ version: 4 }), TRUST, held), 'older', 'never back')
  t.equal(await read(root, claims({ realm: { id: 'other' } }), TRUST, held), 'other-realm')
  t.equal(await read(next, claims({ version: 6 }), TRUST), 'signature', 'the next root means nothing before it was named')
  t.match(await read(next, claims({ version: 6 }), TRUST, held), { version: 6 }, 'and is followed after it was')
  const answer = await readTrust('no JWS', root.jwk, null)
  t.notOk(answer.ok)
})

t.test('a status list is taken from a status key of the bundle, and no larger than a list', async t => {
  const [statusPair, stranger] = await Promise.all([newPair(), newPair()])
  const trust = { statusKeys: [{ ...statusPair.jwk, kid: 'key-1' }] } as unknown as TrustBundle
  const content = (bits: Uint8Array) => ({
    sub: 'https://example.org/api/v1/gate/status/0',
    iat: 1_600_000_000,
    status_list: { bits: 2, lst: deflateSync(bits).toString('base64url') }
  })
  const header = { typ: 'statuslist+jwt', kid: 'key-1' }
  const read = async (by: Pair, claims: object, head: object = header) => {
    const answer = await readStatus(await by.sign(claims, head), trust)
    return answer.ok ? answer.value : answer.failure
  }
  const bits = packStatuses([[9, 'revoked']])
  const list = await read(statusPair, content(bits))
  if (typeof list === 'string') throw new Error(list)
  t.equal(statusReader([list]).statusOf(9), 'revoked')
  t.equal(statusReader([list]).statusOf(8), 'valid')
  t.equal(await read(stranger, content(bits)), 'signature', 'another key under a known name')
  t.equal(await read(statusPair, content(bits), { ...header, kid: 'key-2' }), 'signature', 'an unknown name')
  t.equal(await read(statusPair, content(bits), { ...header, typ: 'trust-bundle+jwt' }), 'type')
  t.equal(await read(statusPair, content(new Uint8Array(LIST_BYTES + 1))), 'content', 'a bomb')
  t.equal((await readStatus('no.jwt', trust)).ok, false)
  t.equal(await inflateZlib(new Uint8Array([1, 2, 3]), 100), null, 'not zlib')
})

t.test('a misread frame calls nobody a forger, a second one does', async t => {
  const seen = createTwiceSeen()
  t.equal(seen('A', 1_000), false)
  t.equal(seen('B', 1_100), false, 'another text')
  t.equal(seen('B', 1_200), true)
  t.equal(seen('B', 60_000), false, 'a minute later it is a first time again')
})

t.test('a code that stays in front of the camera is one passage', async t => {
  const mute = createMute()
  t.equal(mute.isMuted('A', 0), false)
  mute.mute('A', 0)
  mute.mute('B', 100)
  t.equal(mute.isMuted('A', 2_900), true, 'two codes held up together')
  t.equal(mute.isMuted('B', 3_000), true)
  t.equal(mute.isMuted('A', 5_800), true, 'seen again, it stays muted')
  t.equal(mute.isMuted('A', 8_900), false, 'gone for three seconds, it is new')
  t.equal(mute.isMuted('C', 5_900), false, 'another code at once')
})

t.test('a passage that the service tells back counts once', async t => {
  const now = epochSeconds(1_600_000_000)
  const own = { serial: 1, direction: 'out' as const, at: epochSeconds(now - 50) }
  const back = { ...own, at: epochSeconds(Math.floor((now - 50) / 60) * 60) }
  t.same(mergeRecent([own], [back], now), [own])
  t.equal(mergeRecent([own], [{ ...back, direction: 'in' as const }], now).length, 2)
  t.same(mergeRecent([{ ...own, at: epochSeconds(now - (7 * 24 + 1) * 3600) }], [], now), [], 'the longest quota is enough')
})
