import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { launchBrowser } from '../support/browser.ts'
import { runService } from '../support/running-service.ts'
import { staffApi } from '../support/staff-api.ts'

t.test('entries are delivered after the page was closed, when the browser says that the network is back', async t => {
  const dir = t.testdir()
  const service = await runService(join(dir, 'data'))
  t.teardown(service.kill)
  const api = await staffApi(service.url, 'worker', 'demo-worker-2020')
  const { serial } = await api('POST', '/passes', { site: 17, hours: 24, kind: 'person', name: '陈小明' })
  const pass = join(dir, 'pass.png')
  writeFileSync(pass, await api('GET', `/passes/${serial}/symbol.png`))
  const browser = await launchBrowser()
  t.teardown(() => browser.close())
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const { code } = await api('POST', '/enrolments', { site: 17 })
  await page.goto(`${service.url}/gate/#enrol=${code}`)
  await page.locator('input[name="name"]').fill('东门一号机')
  await page.locator('button[type="submit"]').click()
  await page.locator('[data-gate]').first().click({ timeout: 30_000 })
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 30_000 })
  await page.locator('[data-direction="in"]').click()
  await page.locator('[data-start]').click()
  await page.waitForTimeout(1_500)
  await service.kill()
  await page.locator('input.gate-file').setInputFiles(pass)
  await page.locator('[data-verdict]').waitFor({ timeout: 20_000 })
  await page.waitForFunction(
    async () => {
      const registration = (await navigator.serviceWorker.ready) as never as { sync: { getTags(): Promise<string[]> } }
      return (await registration.sync.getTags()).includes('gate-delivery')
    },
    undefined,
    { timeout: 30_000, polling: 500 }
  )
  t.pass('the page asked for it')
  await service.start()
  const beside = await context.newPage()
  await page.close()
  await beside.goto(`${service.url}/healthz`)
  const session = await context.newCDPSession(beside)
  const registered = new Promise<string>(resolve =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations.filter(({ scopeURL }) => scopeURL.endsWith('/gate/'))
      if (first !== undefined) resolve(first.registrationId)
    })
  )
  await session.send('ServiceWorker.enable')
  const event = { origin: service.url, registrationId: await registered, tag: 'gate-delivery', lastChance: false }
  await session.send('ServiceWorker.dispatchSyncEvent', event)
  const arrived = async (): Promise<number> => (await api('GET', '/entries?limit=50')).items.length
  for (let wait = 0; wait < 40 && (await arrived()) === 0; wait++) await beside.waitForTimeout(250)
  t.equal(await arrived(), 1)
})
