import { join } from 'node:path'
import type { Page } from 'playwright-core'
import t from 'tap'
import { launchBrowser } from '../support/browser.ts'
import { runService } from '../support/running-service.ts'
import { staffApi } from '../support/staff-api.ts'

const SHOTS = process.env.SHOTS ?? null
const shoot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS !== null) await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true })
}
const HOUR = 3_600_000

t.test('a slot is planned at the desk, taken by link, and its PIN signs in at the gate without a network', async t => {
  const service = await runService(join(t.testdir(), 'data'))
  t.teardown(service.kill)
  const api = await staffApi(service.url, 'worker', 'demo-worker-2020')
  const { gates } = await api('GET', '/directory')
  const gate = gates.find((each: { site: number }) => each.site === 17).id
  const start = Math.floor(Date.now() / HOUR) * HOUR
  const slots = [0, 4, 8].map(hours => ({ start: start + hours * HOUR, end: start + (hours + 4) * HOUR, places: 2 }))
  await api('POST', '/slots', { gate, slots })
  const { link } = await api('GET', '/shift-link?site=17')

  const browser = await launchBrowser()
  t.teardown(() => browser.close())
  const volunteer = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })).newPage()
  const faults: string[] = []
  volunteer.on('pageerror', error => faults.push(error.message))
  await volunteer.goto(link)
  await volunteer.locator('[data-take]').first().waitFor({ timeout: 30_000 })
  t.equal(new URL(volunteer.url()).hash, '#/shifts', 'the secret has left the address')
  await shoot(volunteer, 'portal-shifts')
  await volunteer.locator('[data-take]').first().click()
  await volunteer.locator('input[name="name"]').fill('阿卜杜拉·买买提')
  await volunteer.locator('input[name="phone"]').fill('138 0013 8000')
  await shoot(volunteer, 'portal-join')
  await volunteer.locator('[data-join] button[type="submit"]').click()
  const pin = await volunteer.locator('.slot-pin strong').innerText({ timeout: 20_000 })
  t.match(pin, /^\d{6}$/)
  await shoot(volunteer, 'portal-taken')
  await volunteer.locator('.shown-language').selectOption('ko')
  await shoot(volunteer, 'portal-ko')
  await volunteer.locator('.shown-language').selectOption('en')
  await shoot(volunteer, 'portal-en')

  const desk = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })).newPage()
  desk.on('pageerror', error => faults.push(error.message))
  await desk.goto(`${service.url}/console/#/shifts`)
  await desk.locator('input').first().fill('worker')
  await desk.locator('input[type="password"]').fill('demo-worker-2020')
  await desk.locator('button[type="submit"]').click()
  await desk.locator('.plan-person').waitFor({ timeout: 20_000 })
  await shoot(desk, 'console-plan')
  await desk.locator('[data-new-slots]').click()
  await shoot(desk, 'console-new-slots')
  await desk.keyboard.press('Escape')
  for (const page of ['handovers', 'trainings']) {
    await desk.goto(`${service.url}/console/#/shifts/${page}`)
    await desk.locator('.table, .empty').first().waitFor()
    await shoot(desk, `console-${page}`)
  }

  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })).newPage()
  phone.on('pageerror', error => faults.push(error.message))
  const { code } = await api('POST', '/enrolments', { site: 17 })
  await phone.goto(`${service.url}/gate/#enrol=${code}`)
  await phone.locator('input[name="name"]').fill('东门测试机')
  await phone.locator('button[type="submit"]').click()
  await phone.locator(`[data-gate="${gate}"]`).click({ timeout: 30_000 })
  await phone.evaluate(() => navigator.serviceWorker.ready)
  await phone.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 20_000 })
  await phone.waitForFunction(() => localStorage.getItem('checkpoint.gate.slots') !== null, undefined, { timeout: 30_000 })
  await phone.locator('[data-direction="in"]').click()
  await phone.locator('[data-start]').click()
  await phone.waitForTimeout(1_000)
  await service.kill()
  await phone.locator('.gate-duty[data-phase="nobody"]').click()
  await phone.locator('[data-by-pin]').click()
  await phone.locator('[data-place]').first().waitFor()
  await shoot(phone, 'pin-names')
  await phone.locator('[data-place]').first().click()
  const type = async (digits: string): Promise<void> => {
    for (const digit of digits) await phone.locator(`[data-key="${digit}"]`).click()
  }
  await type(pin === '000000' ? '000001' : '000000')
  await phone.locator('[data-pin] .notice-error').waitFor({ timeout: 20_000 })
  await shoot(phone, 'pin-wrong')
  await type(pin)
  await phone.locator('[data-sign-out]').waitFor({ timeout: 20_000 })
  t.match(await phone.locator('.shift-who').innerText(), /^阿/)
  await shoot(phone, 'pin-signed-in')
  await service.start()
  let seen: number | null = null
  for (let attempt = 0; attempt < 120 && seen === null; attempt++) {
    const plan = await api('GET', `/slots?site=17&from=${start}&to=${start + 12 * HOUR}`)
    seen = plan.slots.flatMap(({ taken }: { taken: { signedInAt: number | null }[] }) => taken)[0]?.signedInAt ?? null
    await phone.waitForTimeout(500)
  }
  t.type(seen, 'number', 'the desk sees who came')
  t.same(faults, [])
  await browser.close() // every connection of a phone ends before the service does
})
