import { createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompactEncrypt, decodeJwt, importJWK } from 'jose'
import t from 'tap'
import { sealVisitor } from '../../scanner/visitor/seal-visitor.ts'
import { CHAIN_START, chainEntry } from '../../shared/log/chain.ts'
import { fromWire, toWire } from '../../shared/log/wire.ts'
import type { EcPublicJwk } from '../../shared/trust/trust-bundle.ts'
import type { VisitorRecord } from '../../shared/visitor/visitor-record.ts'
import { sha256 } from '../../server/keys/node-crypto.ts'
import { chainOf, enrol, type TestDevice } from '../support/device.ts'
import { asStaff, signedIn, startService } from '../support/service.ts'

const NAME = '秦始皇帝'
const PHONE = '15412345678'
const DOCUMENT = '37010119900307001X'

t.test('a visitor without a pass', async t => {
  const dir = join(t.testdir(), 'service')
  const service = await startService(dir)
  t.teardown(service.close)
  const { app, ctx, clock, gates } = service
  const cookie = await signedIn(app, 'worker1')
  const worker = asStaff(app, cookie)
  const stranger = asStaff(app, await signedIn(app, 'worker2'))
  const bundle = decodeJwt((await app.inject({ url: '/api/v1/gate/trust' })).body)
  const key = bundle.sealingKey as EcPublicJwk & { kid: string }
  const recordOf = (device: TestDevice, change: Partial<VisitorRecord> = {}): VisitorRecord => ({
    name: NAME,
    phone: PHONE,
    document: DOCUMENT,
    building: '3',
    unit: '2',
    room: '1801',
    host: '王*英',
    purpose: 'visit',
    health: 'none',
    device: device.id,
    ...change
  })
  const deliver = async (device: TestDevice, sealed: readonly string[]) => {
    const wires = []
    let previous = CHAIN_START
    for (const [index, text] of sealed.entries()) {
      const [sample] = await chainOf(device.id, gates[0], 1, clock.now)
      if (sample === undefined) throw new Error('no sample')
      const entry = { ...fromWire(sample).entry, number: index + 1, method: 'visitor' as const, sealed: text }
      const chained = await chainEntry(device.id, entry, previous, sha256)
      previous = chained.hash
      wires.push(toWire(chained))
    }
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/gate/entries',
      headers: { authorization: `Bearer ${device.token}` },
      payload: { entries: wires, unsent: wires.length, deviceMs: clock.now }
    })
    t.match(answer.json(), { contiguous: sealed.length, quarantined: [] }, 'the entry stays, whatever the record is')
  }
  const look = (device: TestDevice, number = 1, ask = worker) => ask('GET', `/api/v1/entries/${device.id}/${number}/visitor`)
  const newPhone = () => enrol(app, cookie, 1, clock.now)
  const lastAlert = async () => (await worker('GET', '/api/v1/alerts?limit=1')).body.items[0]

  t.ok(/^[0-9a-f]{8}$/.test(key.kid), 'the signed bundle names the sealing key')
  t.notOk((await app.inject({ url: '/.well-known/jwks.json' })).body.includes(key.kid), 'which is no key that verifies anything')

  await t.test('is sealed on the phone and opened for staff of the site alone, each look on record', async t => {
    const device = await newPhone()
    const sealed = await sealVisitor(recordOf(device), key)
    t.notMatch(sealed, /154123|0307001/)
    await deliver(device, [sealed])
    const { device: _device, ...shown } = recordOf(device)
    t.same((await look(device)).body, { record: shown, failure: null })
    t.equal((await look(device, 1, stranger)).status, 404)
    t.equal((await look(device, 2)).status, 404)
    const [entry] = (await worker('GET', '/api/v1/entries?limit=1')).body.items
    t.equal(entry.isSealed, true)
    t.notMatch(JSON.stringify(entry), new RegExp(`${NAME}|${PHONE}`))
  })

  await t.test('leaves no clear word in the database', async t => {
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(name => name.includes('checkpoint.db'))
    t.ok(files.length > 0)
    for (const file of files) {
      const bytes = readFileSync(join(dir, file))
      for (const word of [NAME, PHONE, DOCUMENT, '王*英', '1801']) t.notOk(bytes.includes(word), `${word} in ${file}`)
    }
  })

  await t.test('cannot be made up: what was not sealed for us, or for this phone, stays shut and is told', async t => {
    const [device, other] = [await newPhone(), await newPhone()]
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const stranger = { kty: 'EC', crv: 'P-256', x, y } as const
    const good = await sealVisitor(recordOf(device), key)
    const [header = '', , nonce = '', text = '', tag = ''] = good.split('.')
    const flipped = `${text.slice(0, -4)}${text.at(-4) === 'A' ? 'B' : 'A'}${text.slice(-3)}`
    const plain = new TextEncoder().encode(JSON.stringify(recordOf(device)))
    const ours = await importJWK({ ...key, kid: undefined } as never, 'ECDH-ES')
    const made = (fields: object) =>
      new CompactEncrypt(plain).setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: key.kid, ...fields } as never)
    const party = await made({})
      .setKeyManagementParameters({ apu: new Uint8Array([1]) })
      .encrypt(ours)
    const cases: [string, string, string][] = [
      ['for a foreign key under our name', await sealVisitor(recordOf(device), { ...stranger, kid: key.kid }), 'tag'],
      ['for a foreign key', await sealVisitor(recordOf(device), { ...stranger, kid: '00000000' }), 'key'],
      [
        'for a signing key',
        await sealVisitor(recordOf(device), { ...stranger, kid: (bundle.statusKeys as [{ kid: string }])[0].kid }),
        'key'
      ],
      ['changed on the way', [header, '', nonce, flipped, tag].join('.'), 'tag'],
      ['with another algorithm', await made({ enc: 'A128GCM' }).encrypt(ours), 'format'],
      ['wrapped', await made({ alg: 'ECDH-ES+A256KW' }).encrypt(ours), 'format'],
      ['with party names', party, 'format'],
      ['that is no JWE', 'a'.repeat(60), 'format'],
      ['from another phone', await sealVisitor(recordOf(other), key), 'foreign'],
      ['that is no record', await sealVisitor({ hello: 'world' } as never, key), 'content']
    ]
    for (const [name, sealed, failure] of cases) {
      const fresh = await newPhone()
      await deliver(fresh, [sealed])
      t.match((await look(fresh)).body, { record: null, failure }, name)
      t.match(await lastAlert(), { kind: 'sealed', device: fresh.id, note: failure }, `${name}: told`)
    }
    const own = await newPhone()
    await deliver(own, [await sealVisitor(recordOf(own, { phone: '12' }), key)])
    t.match((await look(own)).body, { record: null, failure: 'content' })
  })

  await t.test('copied into another log tells nothing there, and stays readable where it belongs', async t => {
    const [device, thief] = [await newPhone(), await newPhone()]
    const sealed = await sealVisitor(recordOf(device), key)
    await deliver(device, [sealed, sealed])
    await deliver(thief, [sealed])
    t.match((await look(device)).body, { record: { name: NAME } })
    t.match((await look(device, 2)).body, { record: { name: NAME } }, 'an entry that goes on carries it along')
    t.match((await look(thief)).body, { record: null, failure: 'foreign' })
    t.match(await lastAlert(), { kind: 'sealed', device: thief.id, note: 'foreign' })
  })

  await t.test('with a point that is on no curve opens nothing', async t => {
    const agreed = await ctx.signer.agree(key.kid, { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) })
    t.equal(agreed, null)
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
    const mine = diffieHellman({ privateKey, publicKey: createPublicKey({ key: { ...key }, format: 'jwk' }) })
    t.same(await ctx.signer.agree(key.kid, { kty: 'EC', crv: 'P-256', x, y }), new Uint8Array(mine))
  })
})
