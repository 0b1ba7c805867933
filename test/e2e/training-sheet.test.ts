import { join } from 'node:path'
import t from 'tap'
import { launchBrowser } from '../support/browser.ts'
import { writeFakeCamera } from '../support/frames/fake-camera.ts'
import { runService } from '../support/running-service.ts'

const LIMIT = { timeout: 12_000 }
const WORKER = { username: 'worker', password: 'demo-worker-2020' }

t.test('a volunteer practises with a printed sheet, and each of its codes counts once', async t => {
  const dir = t.testdir()
  const service = await runService(join(dir, 'data'))
  t.teardown(service.kill)
  const json = { 'content-type': 'application/json' }
  const session = await fetch(`${service.url}/api/v1/session`, { method: 'POST', headers: json, body: JSON.stringify(WORKER) })
  const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const get = (path: string) => fetch(`${service.url}/api/v1${path}`, { headers: { cookie } })
  t.equal((await get('/trainings/sheet.pdf?site=17')).status, 200)
  const { items } = await (await get('/passes?kind=drill')).json()
  const { serial } = items.find(({ label }: { label: string }) => /^演练\d\d$/.test(label))
  const { text } = await (await get(`/passes/${serial}`)).json()
  const clip = join(dir, 'camera.y4m')
  writeFakeCamera(clip, [{ text, durationFrames: 10 }])

  const browser = await launchBrowser(clip)
  t.teardown(() => browser.close())
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, permissions: ['camera'] })
  const page = await context.newPage()
  const enrolment = { method: 'POST', headers: { ...json, cookie }, body: JSON.stringify({ site: 17 }) }
  const { code } = await (await fetch(`${service.url}/api/v1/enrolments`, enrolment)).json()
  await page.goto(`${service.url}/gate/#enrol=${code}`)
  await page.locator('input[name="name"]').fill('志愿者测试机')
  await page.locator('button[type="submit"]').click()
  await page.locator('[data-gate]').first().waitFor(LIMIT)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, LIMIT)
  await context.setOffline(true)
  await page.locator('[data-drill-open]').click()
  await page.locator('input[name="trainee"]').fill('买买提艾力')
  await page.locator('[data-drill-with-sheet]').click()
  await page.locator('[data-drill-scan]').click(LIMIT)
  await page.locator('[data-drill-answer="check"]').click()
  await page.locator('[data-drill-next]').click()
  await page.getByText(/这一题做过了|You did this one/).waitFor(LIMIT)
  t.equal(await page.locator('[data-drill-sheet="true"]').count(), 1, 'the camera runs on')
  const picture = process.env.PICTURES
  if (picture !== undefined) await page.screenshot({ path: picture })
})
