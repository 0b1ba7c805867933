import t from 'tap'
import { deliverOwn } from '../../../scanner/sync/deliver-own.ts'
import type { ApiFailure, GateApi } from '../../../scanner/sync/gate-api.ts'
import type { WireEntry } from '../../../shared/schema/gate.ts'
import { openPhone, PASSAGE } from '../../support/gate-log.ts'

type Asked = { token: number; uploads: number[][] }
const TOKEN = { token: 'token', expiresAt: 900_000, serverTime: 0, revoked: false }

function serviceOf(asked: Asked, failure: ApiFailure | null = null): Pick<GateApi, 'token' | 'upload'> {
  return {
    async token() {
      asked.token++
      return failure === null ? { ok: true, value: TOKEN } : { ok: false, failure }
    },
    async upload(_token, body) {
      const entries = body.entries as WireEntry[]
      asked.uploads.push(entries.map(({ number }) => number))
      return { ok: true, value: { contiguous: entries.at(-1)?.number ?? 0, missing: [], quarantined: [], serverTime: 0 } }
    }
  }
}

t.test('a worker without a page delivers what is unsent, once', async t => {
  const phone = await openPhone()
  const asked: Asked = { token: 0, uploads: [] }
  t.equal(await deliverOwn(phone.db, serviceOf(asked), () => 9), null)
  t.equal(asked.token, 0, 'nothing to deliver asks for nothing')
  for (let each = 0; each < 3; each++) await phone.log.append(PASSAGE)
  t.equal(await deliverOwn(phone.db, serviceOf(asked), () => 9), null)
  t.equal(await deliverOwn(phone.db, serviceOf(asked), () => 9), null)
  t.same(asked.uploads, [[1, 2, 3]])
  t.equal(await phone.outbox.unsent(), 0)
})

t.test('a failure is told, and nothing counts as delivered', async t => {
  const phone = await openPhone()
  await phone.log.append(PASSAGE)
  const asked: Asked = { token: 0, uploads: [] }
  t.same(await deliverOwn(phone.db, serviceOf(asked, { kind: 'offline' }), () => 9), { kind: 'offline' })
  t.same(asked.uploads, [])
  t.equal(await phone.outbox.unsent(), 1)
})

t.test('a phone that is nobody’s delivers nothing', async t => {
  const phone = await openPhone()
  await phone.log.append(PASSAGE)
  await phone.db.delete('identity', 'self')
  t.equal(await deliverOwn(phone.db, serviceOf({ token: 0, uploads: [] }), t.fail as never), null)
})
