import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import t from 'tap'
import { launchBrowser } from '../support/browser.ts'
import { runService } from '../support/running-service.ts'
import { staffApi } from '../support/staff-api.ts'

const SHOTS = process.env.SHOTS ?? null
const shoot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS !== null) await page.screenshot({ path: join(SHOTS, `${name}.png`) })
}

t.test('without a network one phone shows its entries as codes, and another brings them to the service', async t => {
  const dir = t.testdir()
  const service = await runService(join(dir, 'data'))
  t.teardown(service.kill)
  const api = await staffApi(service.url, 'worker', 'demo-worker-2020')
  const { serial } = await api('POST', '/passes', { site: 17, hours: 24, kind: 'person', name: '陈小明' })
  const pass = join(dir, 'pass.png')
  writeFileSync(pass, await api('GET', `/passes/${serial}/symbol.png`))

  const browser = await launchBrowser()
  t.teardown(() => browser.close())
  const phone = async (name: string): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
    const { code } = await api('POST', '/enrolments', { site: 17 })
    await page.goto(`${service.url}/gate/#enrol=${code}`)
    await page.locator('input[name="name"]').fill(name)
    await page.locator('button[type="submit"]').click()
    await page.locator('[data-gate]').first().click({ timeout: 30_000 })
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 30_000 })
    await page.locator('[data-direction="in"]').click()
    await page.locator('[data-start]').click()
    await page.waitForTimeout(1_500)
    return page
  }
  const open = async (page: Page, key: string): Promise<void> => {
    await page.locator('[data-menu]').click()
    await page.locator('[data-carry]').click()
    await page.locator(key).waitFor()
    await shoot(page, 'carry-panel')
    await page.locator(key).click()
  }
  const [one, other] = [await phone('东门一号机'), await phone('东门二号机')]
  await service.kill()
  await one.locator('input.gate-file').setInputFiles(pass)
  await one.locator('[data-verdict]').waitFor({ timeout: 20_000 })
  await one.locator('[data-verdict]').waitFor({ state: 'detached', timeout: 20_000 })

  /** Shows on `one` and has `other` read pictures of its screen until it has all. */
  const carry = async (key: string, name: string): Promise<void> => {
    await open(one, key)
    await open(other, '[data-carry-receive]')
    await one.locator('[data-show] svg.qr').waitFor()
    await shoot(one, `${name}-show`)
    const told = other.locator('[data-receive] .notice-info')
    for (let picture = 0; picture < 60 && (await told.count()) === 0; picture++) {
      const buffer = await one.locator('[data-show] svg.qr').screenshot()
      await other.locator('input.gate-file').setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer })
      await other.waitForTimeout(400)
      if (picture === 0) await shoot(other, `${name}-receive`)
    }
    t.match(await told.textContent(), /1/)
    await shoot(other, `${name}-received`)
    for (const page of [one, other]) await page.locator('[data-close]').click()
  }
  await carry('[data-carry-show]', 'carry')
  await carry('[data-exchange]', 'exchange')

  await one.close() // its battery died before the network came back
  await service.start()
  const arrived = async (): Promise<number> => (await api('GET', '/entries?limit=50')).items.length
  for (let wait = 0; wait < 80 && (await arrived()) === 0; wait++) await other.waitForTimeout(500)
  t.equal(await arrived(), 1, 'the entry of the first phone came with the second, and nothing of a transfer is logged')
})
