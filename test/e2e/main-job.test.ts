import { join } from 'node:path'
import t from 'tap'
import { launchBrowser } from '../support/browser.ts'
import { writeFakeCamera } from '../support/frames/fake-camera.ts'
import {
  type Api,
  enrolPhone,
  everythingArrived,
  type Issued,
  keptOn,
  leavePost,
  scanUntil,
  signIn,
  takePost
} from '../support/gate-page.ts'
import { runService } from '../support/running-service.ts'

/** A pass whose signature has one bit turned: the text is well-formed, the signature is not its. */
const forge = (text: string): string => text.slice(0, -4) + (text.at(-4) === 'A' ? 'B' : 'A') + text.slice(-3)

async function preparePasses(api: Api) {
  const now = Math.floor(Date.now() / 1000)
  const issue = (body: object): Promise<Issued> => api('POST', '/passes', { site: 17, hours: 24, ...body })
  const valid = await issue({ kind: 'person', name: '陈小明', document: '37010119900307001X' })
  const expired = await issue({ kind: 'person', name: '李老人', hours: 1, start: now - 7200 })
  const revoked = await issue({ kind: 'person', name: '吴小磊' })
  await api('POST', `/passes/${revoked.serial}/status`, { action: 'revoke', reason: 'lost' })
  const vehicle = await issue({ kind: 'vehicle', plate: '鲁AD54321' })
  const other = await issue({ kind: 'person', name: '赵小强' })
  return { valid, expired, revoked, vehicle, forged: forge(other.text), foreign: 'https://example.org/menu?table=7' }
}

const WANTED = ['PASS OK', 'CHECK EXPIRED', 'STOP REVOKED', 'STOP FORGED', 'CHECK UNREADABLE']

t.test('issue, enrol, scan with the service gone, log, deliver once, see it in the console', async t => {
  const dir = t.testdir()
  const service = await runService(join(dir, 'data'))
  t.teardown(service.kill)
  const api = await signIn(service.url, 'worker', 'demo-worker-2020')
  const passes = await preparePasses(api)
  const clip = join(dir, 'camera.y4m')
  const scenes = [passes.valid.text, passes.expired.text, passes.revoked.text, passes.forged, passes.foreign, passes.vehicle.text]
  writeFakeCamera(
    clip,
    scenes.flatMap(text => [
      { text, durationFrames: 14 },
      { text: null, durationFrames: 3 }
    ])
  )
  const browser = await launchBrowser(clip)
  t.teardown(() => browser.close())
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, permissions: ['camera'] })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))

  await enrolPhone(page, service.url, api)
  await service.kill()

  await takePost(page)
  const first = await scanUntil(page, WANTED, 60_000)
  for (const each of WANTED) t.ok(first.has(each), `${each} was shown with the service gone`)
  const before = await keptOn(page)
  t.ok(before.numbers.length >= WANTED.length)

  await page.reload()
  await page.locator('video').waitFor({ timeout: 30_000 }) // at the same post as before: nobody is asked in a queue
  await scanUntil(page, WANTED, 60_000)
  const after = await keptOn(page)
  t.ok(after.numbers.length > before.numbers.length, 'a reload without a network keeps the entries and scans on')
  t.same(
    after.numbers,
    after.numbers.map((_, index) => index + 1),
    'numbered without a gap'
  )

  await t.test('the service is killed in the middle of the delivery and comes back', async () => {
    const struck = new Promise<void>(resolve => {
      page.on('request', request => {
        if (request.url().endsWith('/gate/entries')) void service.kill().then(resolve)
      })
    })
    await service.start()
    await struck
    page.removeAllListeners('request')
    await service.start()
  })
  await leavePost(page)
  const entries = await everythingArrived(service, page)
  const kept = await keptOn(page)
  t.same(
    entries.map(({ number }) => number),
    kept.numbers,
    'every entry is on the service exactly once'
  )
  for (const each of WANTED) {
    const [verdict, reason] = each.split(' ')
    t.ok(
      entries.some(entry => entry.verdict === verdict && entry.reasons[0] === reason),
      `${each} is in the log`
    )
  }
  t.ok(
    entries.some(({ label }) => label === '鲁AD54321'),
    'the vehicle passed'
  )
  t.same(faults, [], 'no script failed')

  await t.test('the console shows them', async t => {
    const desk = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await desk.goto(`${service.url}/console/`)
    await desk.locator('input').first().fill('worker')
    await desk.locator('input[type="password"]').fill('demo-worker-2020')
    await desk.keyboard.press('Enter')
    await desk.getByRole('link', { name: '通行记录' }).click()
    await desk.getByText('鲁AD54321').first().waitFor({ timeout: 20_000 })
    t.pass('the vehicle is in the list')
    await desk.close()
  })

  await t.test('the resident opens the link, and the pass shows with the service gone', async t => {
    const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
    await phone.goto(passes.valid.link)
    await phone.getByText('陈*明').first().waitFor({ timeout: 20_000 })
    await phone.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 20_000 })
    await service.kill()
    await phone.reload()
    await phone.getByText('陈*明').first().waitFor({ timeout: 20_000 })
    t.equal(await phone.getByText('陈小明').count(), 0, 'and never the clear name')
  })
})
