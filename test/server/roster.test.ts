import 'fake-indexeddb/auto'
import { join } from 'node:path'
import t from 'tap'
import { choosePasses } from '../../server/domain/roster/choose-passes.ts'
import { layOutChunks } from '../../server/domain/roster/lay-out-chunks.ts'
import { missNoter } from '../../server/domain/roster/note-misses.ts'
import { rosterPublisher } from '../../server/domain/roster/roster-publisher.ts'
import type { RosterPass } from '../../server/ports/roster-storage.ts'
import { lookUp } from '../../scanner/roster/look-up.ts'
import { importPepper, unwrapPepper } from '../../scanner/roster/record-key.ts'
import { openRosterStore } from '../../scanner/roster/roster-store.ts'
import { CHUNK_STEP, CHUNKS, RECORD_BYTES } from '../../shared/roster/roster-format.ts'
import type { RosterAnswer } from '../../shared/schema/roster.ts'
import { enrol } from '../support/device.ts'
import { aMember, aSheet } from '../support/sheets.ts'
import { asStaff, signedIn, startService } from '../support/service.ts'

const CHEN = '37010119900307001X'
const LI = '370101198512310021'
const STRANGER = '370101200002290016'
const byNumber = (number: string) => ({ kind: 'document', number }) as const
const byPhone = (number: string, name: string) => ({ kind: 'phone', number, name }) as const

t.test('a roster from the service to the phone', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const { app, ctx, clock } = service
  const cookie = await signedIn(app, 'worker1')
  const worker = asStaff(app, cookie)
  const device = await enrol(app, cookie, 1, clock.now)
  const foreign = await enrol(app, await signedIn(app, 'worker2'), 2, clock.now)
  const ask = async (token: string, path: string, headers: Record<string, string> = {}) =>
    app.inject({ url: `/api/v1/gate/${path}`, headers: { authorization: `Bearer ${token}`, ...headers } })
  const issue = async (body: object) =>
    (await worker('POST', '/api/v1/passes', { kind: 'person', site: 1, hours: 48, ...body })).body
  const chen = await issue({ name: '陈小明', document: CHEN })
  const duty = await issue({ kind: 'duty', name: '王志愿', site: 1 })

  t.equal((await ask(device.token, 'roster')).json().code, 'not-ready', 'it is being built')
  const until = async (isDone: (version: string | null) => boolean): Promise<string | null> => {
    for (;;) {
      const version = (await ask(device.token, 'manifest')).json().roster ?? null
      if (isDone(version)) return version
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }
  const version = await until(found => found !== null)
  const answer = (await ask(device.token, 'roster')).json() as RosterAnswer
  const pepper = await importPepper((await ask(device.token, 'roster/key')).json().pepper)
  const store = await openRosterStore('roster-test')
  await store.take(1, answer)

  t.test('the number of a document opens its record and no other', async t => {
    const found = await lookUp(store, pepper, 1, byNumber(CHEN))
    t.match(found, {
      kind: 'found',
      record: { pass: { serial: chen.serial, label: '陈*明', kind: 'person', site: 1, documentTail: null } }
    })
    t.same(await lookUp(store, pepper, 1, byNumber(STRANGER)), { kind: 'unknown' })
    t.same(await lookUp(store, pepper, 2, byNumber(CHEN)), { kind: 'empty' }, 'nor in the roster of another site')
  })

  t.test('without the pepper of the site the number opens nothing', async t => {
    const other = (await ask(foreign.token, 'roster/key')).json().pepper
    t.same(await lookUp(store, await importPepper(other), 1, byNumber(CHEN)), { kind: 'unknown' })
  })

  t.test('nothing of a person can be read in what is kept', async t => {
    const text = Buffer.concat(answer.chunks.map(([, chunk]) => Buffer.from(chunk, 'base64url'))).toString('latin1')
    for (const clear of ['陈', CHEN, '001X', '37010119900307'])
      t.notOk(text.includes(Buffer.from(clear).toString('latin1')), clear)
  })

  t.test('a duty pass opens the pepper, another text does not', async t => {
    const key = await unwrapPepper(duty.text, answer.wraps)
    if (key === null) throw new Error('the duty pass opens nothing')
    t.match(await lookUp(store, key, 1, byNumber(CHEN)), { kind: 'found' })
    t.equal(await unwrapPepper(chen.text, answer.wraps), null)
  })

  t.test('a new resident costs a phone one chunk, and who is up to date nothing', async t => {
    t.equal((await ask(device.token, 'roster', { 'if-none-match': `"${version}"` })).statusCode, 304)
    t.same((await ask(device.token, `roster?since=${version}`)).json().chunks, [])
    await issue({ name: '李老人', document: LI })
    clock.now += 3 * 60_000
    await until(found => found !== null && found !== version)
    const change = (await ask(device.token, `roster?since=${version}`)).json() as RosterAnswer
    t.equal(change.chunks.length, 1)
    t.equal((await ask(device.token, 'roster?since=unknown')).json().chunks.length, CHUNKS)
    const parts: number[] = []
    for (let from: number | null = 0; from !== null; ) {
      const part: RosterAnswer = (await ask(device.token, `roster?from=${from}`)).json()
      parts.push(...part.chunks.map(([index]) => index))
      from = part.next
    }
    t.same(parts, [...Array(CHUNKS).keys()], 'in parts it is the same')
    await store.take(1, change)
    t.match(await lookUp(store, pepper, 1, byNumber(LI)), { kind: 'found', record: { pass: { label: '李*人' } } })
    t.match(await lookUp(store, pepper, 1, byNumber(CHEN)), { kind: 'found' })
  })

  t.test('who is registered is also found by telephone and name, and the building stands beside the name', async t => {
    const sheet = aSheet({
      site: 1,
      building: '9号楼',
      members: [aMember({ name: '李老人', phone: '13805310001', document: { number: LI } })]
    })
    t.equal((await worker('POST', '/api/v1/register/households', sheet)).status, 201)
    const before = (await ask(device.token, 'manifest')).json().roster
    clock.now += 3 * 60_000
    await until(found => found !== null && found !== before)
    await store.take(1, (await ask(device.token, 'roster')).json())
    const record = { pass: { label: '李*人' }, building: '9' }
    t.match(await lookUp(store, pepper, 1, byPhone('13805310001', '李 老人')), { kind: 'found', record })
    t.match(await lookUp(store, pepper, 1, byNumber(LI)), { kind: 'found', record })
    for (const [phone, name] of [
      ['13805310001', '李老'],
      ['13805310002', '李老人'],
      ['13805310001', '陈小明']
    ] as const)
      t.same(await lookUp(store, pepper, 1, byPhone(phone, name)), { kind: 'unknown' }, 'one of the two values is not enough')
  })

  t.test('another server builds the very same roster from the kept keys', async t => {
    const other = rosterPublisher(ctx, error => t.fail(String(error)))
    await other.look(1)
    t.same(other.answer(1, undefined), (await ask(device.token, 'roster')).json())
  })

  t.test('tries that found nobody are in the audit log, once each time that they grew', async t => {
    const rows: string[] = []
    const audit: typeof ctx.storage.audit = async row => {
      rows.push(`${row.action} ${row.actor === device.id} ${row.detail}`)
    }
    const row = await ctx.storage.device(device.id)
    if (row === null) throw new Error('no device')
    const note = missNoter({ ...ctx, storage: { ...ctx.storage, audit } })
    for (const misses of [3, 3, 5, undefined]) await note(row, misses)
    t.equal((await ask(device.token, 'roster?misses=7')).statusCode, 200)
    t.same(rows, ['roster-misses true 3', 'roster-misses true 5'])
  })

  t.test('a revoked phone gets neither roster nor key', async t => {
    await worker('POST', `/api/v1/devices/${device.id}/revoke`, {})
    for (const path of ['roster', 'roster/key']) t.equal((await ask(device.token, path)).json().code, 'device-revoked')
  })
})

t.test('records and decoys look alike, and fill every chunk to the same step', async t => {
  const signer = { keystream: (_purpose: string, length: number) => new Uint8Array(length).fill(7) }
  for (const count of [0, 1, 15, 16, 17]) {
    const records = Array.from({ length: count }, (_, index) => Buffer.alloc(RECORD_BYTES, index).fill(0xff, 0, 2))
    const chunks = layOutChunks(signer, 1, records)
    t.equal(chunks.length, CHUNKS)
    t.equal(chunks[63]?.length, (Math.floor(count / CHUNK_STEP) + 1) * CHUNK_STEP * RECORD_BYTES, `${count} records`)
    t.ok(chunks.every(chunk => chunk.length > 0 && chunk.length % (CHUNK_STEP * RECORD_BYTES) === 0))
    for (const [index, chunk] of chunks.entries())
      for (let at = 0; at < chunk.length; at += RECORD_BYTES) t.equal((chunk[at] ?? 0) >> 2, index)
  }
})

t.test('a hold shows, whatever else the person has; then the pass that serves longest', async t => {
  const pass = (serial: number, change: Partial<RosterPass> = {}): RosterPass => ({
    serial,
    kind: 'person',
    label: '陈*明',
    startMinute: 1,
    hours: 1,
    site: 1,
    status: 'valid',
    endsAt: 100,
    documentSealed: '',
    documentIndex: 'a',
    person: null,
    ...change
  })
  const chosen = (...passes: RosterPass[]) =>
    choosePasses(passes.map(pass => ({ pass, index: pass.documentIndex ?? '', building: '', claim: () => null }))).map(
      ({ pass }) => pass.serial
    )
  t.same(chosen(pass(1), pass(2, { status: 'held', endsAt: 50 }), pass(3, { status: 'revoked' })), [2])
  t.same(chosen(pass(1, { status: 'revoked', endsAt: 900 }), pass(2)), [2])
  t.same(chosen(pass(1), pass(2, { endsAt: 200 })), [2])
  t.same(chosen(pass(1), pass(2, { site: 0, endsAt: 200 })), [1], 'of this site before one of all')
  t.same(chosen(pass(1), pass(2, { documentIndex: 'b' })), [1, 2])
})
