import { join } from 'node:path'
import t from 'tap'
import { enrol } from '../support/device.ts'
import { aDuty, aHandover, aTraining } from '../support/gate-records.ts'
import { asStaff, signedIn, startService } from '../support/service.ts'

t.test('records of gates reach the console, each once', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const { app, clock } = service
  const cookie = await signedIn(app, 'worker1')
  const worker = asStaff(app, cookie)
  const other = asStaff(app, await signedIn(app, 'worker2'))
  const device = await enrol(app, cookie, 1, clock.now)
  const send = async (kind: string, payload: object) =>
    (
      await app.inject({
        method: 'POST',
        url: `/api/v1/gate/${kind}`,
        headers: { authorization: `Bearer ${device.token}` },
        payload
      })
    ).json()
  const pass = await worker('POST', '/api/v1/passes', { kind: 'duty', name: '李娜', site: 1, hours: 24 })
  const operator = `pass-${pass.body.serial}`

  t.test('a self-test, delivered twice, is there once', async t => {
    t.equal((await send('trainings', aTraining({ operator }))).outcome, 'stored')
    t.equal((await send('trainings', aTraining({ operator }))).outcome, 'held')
    const { items } = (await worker('GET', '/api/v1/trainings?site=1')).body
    t.equal(items.length, 1)
    t.match(items[0], { name: '李娜', score: 9, total: 10, deviceName: '测试手机', operatorName: '李*' })
  })
  t.test('a hand-over carries what the next one must know', async t => {
    await send('handovers', aHandover({ operator, next: operator }))
    const [item] = (await worker('GET', '/api/v1/handovers')).body.items
    const { open: _open, ...said } = aHandover({ operator, next: operator })
    t.match(item, { ...said, operatorName: '李*', nextName: '李*', site: 1 })
  })
  t.test('a sign-in is there with the name behind the pass', async t => {
    await send('duties', aDuty({ operator }))
    t.match((await worker('GET', '/api/v1/duties')).body.items, [{ operatorName: '李*', action: 'in', cause: 'pass' }])
  })
  t.test('lists are paged', async t => {
    await send('trainings', aTraining({ id: 'training-2' }))
    const first = (await worker('GET', '/api/v1/trainings?limit=1')).body
    t.equal(first.items[0].id, 'training-2')
    const second = (await worker('GET', `/api/v1/trainings?limit=1&cursor=${first.next}`)).body
    t.equal(second.items[0].id, 'training-1')
    t.equal(second.next, null)
    t.equal((await worker('GET', '/api/v1/trainings?cursor=x')).status, 400)
  })
  t.test('another community sees none of it', async t => {
    for (const kind of ['trainings', 'handovers', 'duties']) {
      t.same((await other('GET', `/api/v1/${kind}`)).body.items, [], kind)
      t.equal((await other('GET', `/api/v1/${kind}?site=1`)).status, 400, `${kind} of a foreign site`)
    }
  })
  t.test('what is no record is refused and kept by nobody', async t => {
    t.equal((await send('trainings', aTraining({ id: 'Not An Id' }))).code, 'invalid-field')
    t.equal((await send('handovers', aHandover({ note: 'x'.repeat(501) }))).code, 'invalid-field')
  })
  t.test('a phone that was revoked may still deliver', async t => {
    await worker('POST', `/api/v1/devices/${device.id}/revoke`, {})
    t.equal((await send('handovers', aHandover({ id: 'handover-9' }))).outcome, 'stored')
  })
})
