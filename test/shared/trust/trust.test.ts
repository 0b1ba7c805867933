import t from 'tap'
import { refuseBundle } from '../../../shared/trust/accept-bundle.ts'
import { readTrustClaims } from '../../../shared/trust/read-trust-claims.ts'
import { makeTrust, publishedKey, trustClaims } from '../../support/pass-factory.ts'

t.test('claims of a trust bundle become a bundle, keys by their identifier and sites by their number', async t => {
  const claims = trustClaims([publishedKey('issuer'), publishedKey('site-7-only', { sites: [7] })], { version: 12 })
  const read = readTrustClaims(JSON.parse(JSON.stringify(claims)))
  if (!read.ok) throw new Error(read.failure)
  const { keys, sites, issuedAt, supervisors, ...rest } = read.value
  t.equal(supervisors.size, 0, 'a bundle that names none has none')
  t.same(
    [...keys],
    claims.keys.map(key => [key.keyId, key])
  )
  t.same(
    [...sites],
    claims.sites.map(site => [site.number, site])
  )
  t.equal(issuedAt, claims.iat)
  const { realm, statusKeys, gates, policies, nextRoot, minimumAppVersion } = claims
  t.same(rest, { version: 12, realm, statusKeys, gates, policies, nextRoot, minimumAppVersion })
})

t.test('claims of another shape are refused', async t => {
  const sound = trustClaims([publishedKey('issuer')])
  t.ok(readTrustClaims(sound).ok)
  for (const claims of [null, undefined, 'text', 5, [], {}]) t.same(readTrustClaims(claims), { ok: false, failure: 'claims' })
  for (const field of Object.keys(sound)) {
    const without: Record<string, unknown> = { ...sound }
    delete without[field]
    t.same(readTrustClaims(without), { ok: false, failure: 'claims' }, `without ${field}`)
  }
  for (const fields of [
    { version: 1.5 },
    { version: '1' },
    { iat: null },
    { realm: null },
    { keys: {} },
    { keys: [null] },
    { sites: [7] },
    { policies: 'none' },
    { minimumAppVersion: 1 },
    { supervisors: 7 },
    { supervisors: ['7'] }
  ])
    t.same(readTrustClaims({ ...sound, ...fields }), { ok: false, failure: 'claims' }, JSON.stringify(fields))
})

t.test('two keys of one identifier are refused: nobody could say which one signed', async t => {
  const twice = trustClaims([publishedKey('issuer'), { ...publishedKey('site-7-only'), keyId: publishedKey('issuer').keyId }])
  t.same(readTrustClaims(twice), { ok: false, failure: 'duplicate-key' })
})

t.test('a bundle replaces the one that is held unless it is older or of another realm', async t => {
  const held = makeTrust()
  const bundle = (version: number, id = held.realm.id) => ({ ...held, version, realm: { ...held.realm, id } })
  t.equal(refuseBundle(bundle(1), null), null, 'the first one')
  t.equal(refuseBundle(bundle(8), bundle(7)), null)
  t.equal(refuseBundle(bundle(7), bundle(7)), null, 'the same again')
  t.equal(refuseBundle(bundle(6), bundle(7)), 'older')
  t.equal(refuseBundle(bundle(8, 'other'), bundle(7)), 'other-realm', 'however new')
})
