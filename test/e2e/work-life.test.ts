import { join } from 'node:path'
import type { Page } from 'playwright-core'
import t from 'tap'
import { serialSpreader } from '../../server/domain/serials.ts'
import { runWorkTimers } from '../../server/domain/work/timers.ts'
import { launchBrowser } from '../support/browser.ts'
import { openConsole } from '../support/console-page.ts'
import { writeFakeCamera } from '../support/frames/fake-camera.ts'
import { enrolPhone, scanUntil, takePost } from '../support/gate-page.ts'
import { type ListeningWork, listenWork } from '../support/listening-work.ts'
import { PASSWORD } from '../support/service.ts'
import { aDocument } from '../support/work.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'zh-CN' }
const WORKER = { username: 'worker1', password: PASSWORD }
const SHOTS = process.env.SHOTS ?? null
const shoot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS !== null) await page.screenshot({ path: join(SHOTS, `${name}.png`) })
}

const choose = (page: Page, legend: string | RegExp, option: string) =>
  page.locator('fieldset.choice').filter({ hasText: legend }).getByLabel(option, { exact: true }).check()

/** Step by step, as somebody would on a phone. */
async function apply(page: Page, { url, communities }: ListeningWork): Promise<void> {
  const step = async (id: string, fill: () => Promise<void>): Promise<void> => {
    await page.locator(`form[data-step="${id}"]`).waitFor()
    await fill()
    await page.locator('[data-next]').click()
  }
  const type = (name: string, text: string) => page.locator(`input[name="${name}"]`).fill(text)
  await page.goto(`${url}/portal/#/work`)
  await page.locator('[data-apply]').click()
  await step('start', () => choose(page, '为谁', '我本人'))
  await step('who', async () => {
    await type('name', '陈小明')
    await type('document', aDocument())
    await type('phone', '154 0000 1234')
  })
  await step('home', async () => {
    await page.locator('select.input').nth(1).selectOption(communities[0])
    await page.locator('select.input').nth(2).selectOption('1')
    await type('building', '9')
    await type('unit', '2')
    await type('room', '1103')
  })
  await step('place', async () => {
    await type('company', '测试建筑公司')
    await page.locator('form select').selectOption('bicycle')
  })
  await step('days', async () => {
    await choose(page, '一直住在', '是')
    for (const question of ['干咳或乏力', '确诊', '密切接触', '湖北', '离开过']) await choose(page, question, '否')
  })
  await step('temperature', () => page.locator('[data-reading="36.5"]').click())
  await step('sign', async () => {
    await page.locator('input[name="committed"]').check()
    await type('signature', '陈小明')
  })
  await step('check', async () => undefined)
  await page.locator('[data-state="submitted"]').waitFor()
}

async function gatePhone(service: ListeningWork, clip: string, text: string) {
  writeFakeCamera(clip, [
    { text, durationFrames: 14 },
    { text: null, durationFrames: 10 }
  ])
  const browser = await launchBrowser(clip)
  const page = await (await browser.newContext({ ...PHONE, permissions: ['camera'] })).newPage()
  await enrolPhone(
    page,
    service.url,
    async (_method, path, body) => (await service.reviewer('POST', `/api/v1${path}`, body)).body,
    1
  )
  await takePost(page)
  return { page, browser }
}

t.test('a worker applies, is asked, answers, gets the card, passes, forgets to report, reports, and the card ends', async t => {
  const service = await listenWork(t)
  const serialOf = serialSpreader(service.ctx.signer)
  /** Days later; what the timers would have done by then is done. */
  const wait = async (days: number): Promise<void> => {
    service.clock.now += days * DAY
    await runWorkTimers(service.ctx, serialOf)
  }
  const browser = await launchBrowser()
  t.teardown(() => browser.close())
  const context = await browser.newContext(PHONE)
  const phone = await context.newPage()
  phone.setDefaultTimeout(20_000)
  await apply(phone, service)
  await shoot(phone, 'life-1-sent')

  const { page: desk } = await openConsole(browser, service.url, WORKER)
  await desk.goto(`${service.url}/console/#/work`)
  await desk.locator('[data-application]').first().waitFor()
  await desk.keyboard.press('n')
  await desk.locator('[data-claim="mine"]').waitFor()
  await desk.keyboard.press('q')
  await desk.locator('.dialog textarea').fill('几点上下班？')
  await desk.locator('.dialog button[type="submit"]').click()
  await desk.locator('[data-outcome="more-info"]').waitFor()

  await phone.reload()
  await phone.locator('textarea[name="answer"]').fill('早八点到晚六点。')
  await phone.locator('[data-question] button[type="submit"]').click()
  await phone.locator('[data-state="submitted"]').waitFor()

  await desk.keyboard.press('Enter')
  await desk.getByText('早八点到晚六点。').waitFor()
  await desk.keyboard.press('a')
  await desk.locator('.dialog').waitFor()
  await desk.keyboard.press('Enter')
  await desk.locator('[data-outcome="issued"]').waitFor()

  await phone.reload()
  await phone.locator('[data-open-card]').click()
  await phone.locator('.pass-code svg, .pass-code canvas, .pass-code img').first().waitFor()
  await phone.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await context.setOffline(true)
  await phone.reload()
  await phone.getByText('陈*明').first().waitFor()
  await shoot(phone, 'life-2-card-offline')
  await context.setOffline(false)

  const { items } = (await service.reviewer('GET', '/api/v1/work/cards')).body
  const { serial } = items[0]
  const { text } = (await service.ctx.storage.pass(serial)) ?? { text: '' }
  const gate = await gatePhone(service, join(t.testdir(), 'camera.y4m'), text)
  t.teardown(() => gate.browser.close())
  /** The gate app as the next shift opens it; the same code just before is no second passage. */
  const reopen = async (): Promise<void> => {
    await gate.page.reload()
    await gate.page.locator('video').waitFor({ timeout: 30_000 })
  }
  const seen = async (wanted: string): Promise<void> => {
    const shown = await scanUntil(gate.page, [wanted], 45_000)
    t.ok(shown.has(wanted), `${wanted} is among ${[...shown].join(', ')}`)
    await shoot(gate.page, `life-gate-${wanted.replace(' ', '-')}`)
  }
  await seen('PASS OK')

  await wait(2)
  await reopen()
  await seen('CHECK HELD')
  service.clock.now += HOUR // an admission right after a refusal is no repetition
  const number = items[0].number
  await phone.goto(`${service.url}/portal/#/work/${number}`)
  await phone.reload()
  await phone.locator('[data-reading="36.4"]').click()
  await phone.locator('[data-no-symptoms]').click()
  await phone.locator('[data-report="done"]').waitFor()
  await reopen()
  await seen('PASS OK')

  await wait(14)
  await reopen()
  await seen('CHECK EXPIRED')
})
