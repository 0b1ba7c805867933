import { join } from 'node:path'
import t from 'tap'
import { asStaff, signedIn, startService } from '../support/service.ts'

const DUTY = { kind: 'duty', name: '李娜', site: 1, hours: 24 }

t.test('the right to override goes with duty passes, to the gates', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const worker = asStaff(service.app, await signedIn(service.app, 'worker1'))
  const supervisors = async (): Promise<number[]> => {
    const jws = (await service.app.inject({ url: '/api/v1/gate/trust' })).body
    return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()).supervisors
  }
  t.same(await supervisors(), [], 'at first nobody may override')

  const plain = await worker('POST', '/api/v1/passes', DUTY)
  t.equal(plain.body.supervisor, false)
  t.same(await supervisors(), [], 'a duty pass alone has no right')

  const granted = await worker('POST', '/api/v1/passes', { ...DUTY, supervisor: true })
  t.equal(granted.status, 201)
  t.equal(granted.body.supervisor, true)
  t.same(await supervisors(), [granted.body.serial], 'the very next bundle names the pass')
  t.equal((await worker('GET', `/api/v1/passes/${granted.body.serial}`)).body.supervisor, true)

  const again = await worker('POST', `/api/v1/passes/${granted.body.serial}/reissue`, {})
  t.equal(again.body.supervisor, true, 'a reissued pass keeps the right')
  t.ok((await supervisors()).includes(again.body.serial))

  const person = await worker('POST', '/api/v1/passes', { ...DUTY, kind: 'person', supervisor: true })
  t.equal(person.status, 400)
  t.equal(person.body.errors?.[0]?.path ?? person.body.path, '/supervisor', 'only a duty pass has rights')

  service.clock.now += 25 * 3_600_000
  const cookie = await signedIn(service.app, 'worker1')
  await asStaff(service.app, cookie)('POST', '/api/v1/passes', { ...DUTY, supervisor: true })
  t.equal((await supervisors()).length, 1, 'passes that ended are named no more')
})
