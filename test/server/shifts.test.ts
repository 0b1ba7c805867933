import { pbkdf2Sync } from 'node:crypto'
import { join } from 'node:path'
import t from 'tap'
import { chainOf, enrol } from '../support/device.ts'
import { aDuty } from '../support/gate-records.ts'
import { asStaff, NOW, signedIn, startService } from '../support/service.ts'

const HOUR = 3_600_000

t.test('the shift plan from the desk to the gate', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const { app, clock, gates } = service
  const cookie = await signedIn(app, 'worker1')
  const worker = asStaff(app, cookie)
  const other = asStaff(app, await signedIn(app, 'worker2'))
  const [gate] = gates
  const start = NOW + 2 * HOUR
  const open = async (path: string, payload: object) => {
    const answer = await app.inject({ method: 'POST', url: `/api/v1/my-shifts/${path}`, payload })
    return { status: answer.statusCode, body: answer.json() }
  }
  const plan = async () => (await worker('GET', `/api/v1/slots?site=1&from=${NOW}&to=${NOW + 48 * HOUR}`)).body.slots

  await t.test('slots are made in bulk, and copied without their people', async t => {
    const slots = [0, 4].map(hours => ({ start: start + hours * HOUR, end: start + (hours + 4) * HOUR, places: 1 }))
    t.same((await worker('POST', '/api/v1/slots', { gate, slots })).body, { made: 2, existing: 0 })
    t.same((await worker('POST', '/api/v1/slots', { gate, slots })).body, { made: 0, existing: 2 })
    const copy = { site: 1, from: NOW, to: NOW + 24 * HOUR, byMs: 24 * HOUR }
    t.same((await worker('POST', '/api/v1/slots/copy', copy)).body, { made: 2, existing: 0 })
    t.equal((await plan()).length, 4)
    const backwards = { gate, slots: [{ start, end: start, places: 1 }] }
    t.equal((await worker('POST', '/api/v1/slots', backwards)).status, 400)
  })
  const { link } = (await worker('GET', '/api/v1/shift-link?site=1')).body
  const secret = link.split('.').at(-1)
  t.match(link, /^http:\/\/localhost\/portal\/#shifts\.1\.[\w-]{22}$/, 'the secret is in the fragment')
  let me = { volunteer: '', secret: '' }

  await t.test('by the site’s link volunteers see places and no names, and put themselves down', async t => {
    t.equal((await open('read', { site: 1, secret: 'x'.repeat(22) })).body.code, 'link-invalid')
    t.equal((await open('read', { site: 2, secret })).body.code, 'link-invalid', 'the secret of another site')
    const page = await open('read', { site: 1, secret })
    t.match(page.body, { me: null, site: { number: 1 }, slots: { length: 4 } })
    const joined = await open('join', { site: 1, secret, name: '王志愿', phone: '138 0013 8000' })
    t.equal(joined.status, 201)
    me = joined.body
    const again = await open('join', { site: 1, secret, name: '别人', phone: '13800138000' })
    t.equal(again.body.code, 'volunteer-known', 'knowing a phone number makes nobody this volunteer')
    t.equal((await open('join', { site: 1, secret, name: '王', phone: '12' })).body.code, 'phone-invalid')
  })
  let pin = ''
  await t.test('a place is taken once, shown with its PIN to its owner alone, and given back before it begins', async t => {
    const [first, second] = await plan()
    const taken = await open('take', { ...me, slot: first.id })
    t.match(taken.body.me, { name: '王*愿', phone: '138*****000' })
    pin = taken.body.slots[0].pin
    t.match(pin, /^\d{6}$/)
    t.equal(taken.body.slots[1].pin, null)
    t.equal((await open('read', { site: 1, secret })).body.slots[0].pin, null, 'by the site’s link nobody sees a PIN')
    t.equal((await open('take', { ...me, slot: first.id })).body.code, 'slot-conflict')
    await open('take', { ...me, slot: second.id })
    const back = await open('give-back', { ...me, slot: second.id })
    t.equal(back.body.slots[1].taken, 0)
    t.equal((await open('give-back', { ...me, slot: second.id })).body.code, 'not-found')
    t.equal((await open('take', { ...me, secret: secret, slot: second.id })).body.code, 'link-invalid')
  })
  const device = await enrol(app, cookie, 1, clock.now)
  const phone = { authorization: `Bearer ${device.token}` }
  await t.test('the gate gets a slow hash of the PIN and a masked name, never the PIN', async t => {
    const answer = await app.inject({ url: '/api/v1/gate/slots', headers: phone })
    t.notOk(answer.body.includes(pin))
    const { iterations, slots } = answer.json()
    const [place] = slots[0].places
    t.equal(place.name, '王*愿')
    const hash = pbkdf2Sync(pin, Buffer.from(place.salt, 'base64url'), iterations, 32, 'sha256').toString('base64url')
    t.equal(place.hash, hash, 'and can tell the right one offline')
  })
  await t.test('the desk sees who is coming, who came, and can assign and remove', async t => {
    const [first, second] = await plan()
    t.match(first.taken, [{ name: '王志愿', phone: '13800138000', takenBy: 'volunteer', signedInAt: null }])
    const at = start + 60_000
    const duty = aDuty({ operator: `slot-${first.taken[0].id}`, at, cause: 'pin' })
    await app.inject({ method: 'POST', url: '/api/v1/gate/duties', headers: phone, payload: duty })
    t.equal((await plan())[0].taken[0].signedInAt, at)
    const assigned = await worker('POST', `/api/v1/slots/${second.id}/places`, { name: '赵二', phone: '0531-88881234' })
    t.equal(assigned.status, 201)
    const listed: { id: string; name: string; link: string }[] = (await worker('GET', '/api/v1/volunteers?site=1')).body
      .volunteers
    const volunteers = listed.sort((a, b) => a.name.localeCompare(b.name, 'zh-u-co-stroke'))
    t.same(
      volunteers.map(({ name }) => name),
      ['王志愿', '赵二']
    )
    t.match(volunteers[0]?.link, /#shift\.[a-z0-9]+\.[\w-]{22}$/)
    t.equal((await worker('DELETE', `/api/v1/slots/${second.id}`)).body.code, 'slot-conflict', 'somebody is in it')
    t.equal((await worker('DELETE', `/api/v1/slots/${second.id}/places/${volunteers[1]?.id}`)).status, 204)
    t.equal((await worker('DELETE', `/api/v1/slots/${second.id}`)).status, 204)
    const names = (await worker('GET', '/api/v1/duties?site=1')).body.items
    t.equal(names[0].operatorName, '王*愿', 'a record by PIN carries the name behind the place')
  })
  await t.test('passages of past weeks tell what to expect', async t => {
    t.equal((await plan())[0].expected, null, 'without a week of log nobody knows')
    const entries = await chainOf(device.id, gate, 3, start - 7 * 24 * HOUR)
    await app.inject({
      method: 'POST',
      url: '/api/v1/gate/entries',
      headers: phone,
      payload: { entries, unsent: 3, deviceMs: clock.now }
    })
    clock.now += HOUR
    t.equal((await plan())[0].expected, 3)
  })
  await t.test('another community sees and changes nothing', async t => {
    const [first] = await plan()
    t.equal((await other('GET', `/api/v1/slots?site=1&from=0&to=1`)).status, 400)
    t.equal((await other('GET', '/api/v1/volunteers?site=1')).status, 400)
    t.equal((await other('GET', '/api/v1/shift-link?site=1')).status, 400)
    t.equal((await other('POST', `/api/v1/slots/${first.id}/places`, { name: '甲', phone: '13900139000' })).status, 404)
    t.equal((await other('DELETE', `/api/v1/slots/${first.id}`)).status, 404)
  })
  await t.test(
    'a place whose slot has begun is given back by the desk only, and one that is over is taken by nobody',
    async t => {
      const [first] = await plan()
      clock.now = start + 1
      t.equal((await open('give-back', { ...me, slot: first.id })).body.detail, 'begun')
      clock.now = start + 4 * HOUR
      t.equal((await open('take', { ...me, slot: first.id })).body.detail, 'over')
    }
  )
  await t.test('a link that was replaced opens nothing; a volunteer’s own stays', async t => {
    const worker1 = asStaff(app, await signedIn(app, 'worker1'))
    const fresh = (await worker1('POST', '/api/v1/shift-link', { site: 1 })).body.link
    t.not(fresh, link)
    t.equal((await open('read', { site: 1, secret })).body.code, 'link-invalid')
    t.equal((await open('read', { site: 1, secret: fresh.split('.').at(-1) })).status, 200)
    t.equal((await open('read', me)).status, 200)
  })
})
