import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import t from 'tap'
import { launchBrowser } from '../support/browser.ts'
import { type Answer, enrolPhone, type Issued, signIn } from '../support/gate-page.ts'
import { runService } from '../support/running-service.ts'
import { everythingSent, LIMIT, noVerdict, openConsole, read, shoot, takePostAt, verdict } from '../support/volunteer.ts'

/** hh:mm of Beijing's clock so many minutes from now, as the form takes it. */
const clockIn = (minutes: number): string => new Date(Date.now() + (480 + minutes) * 60_000).toISOString().slice(11, 16)

async function phoneAt(browser: Browser, url: string, api: Parameters<typeof enrolPhone>[2], gate: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await enrolPhone(page, url, api)
  await takePostAt(page, gate, 'out')
  return page
}

/** Scans until the rules have arrived: a gate has them within a moment, but nobody is told when. */
async function readUntil(page: Page, text: string, expected: string): Promise<void> {
  const [kind, headline] = expected.split(' ')
  const wanted = page.locator(`[data-verdict="${kind}"][data-headline="${headline}"]`)
  for (let attempt = 0; attempt < 8; attempt++) {
    await read(page, text)
    await page.locator('[data-verdict]').waitFor(LIMIT)
    if ((await wanted.count()) > 0) return
    await noVerdict(page)
    await page.waitForTimeout(3_000) // the same code is muted for so long
  }
  throw new Error(`never ${expected}`)
}

/** Fills the form of new rules for a gate up to its preview. */
async function write(desk: Page, gate: string, fill: (form: ReturnType<Page['locator']>) => Promise<void>) {
  await desk.locator(`tr[data-gate="${gate}"]`).getByRole('button', { name: '制定新规则' }).click(LIMIT)
  const form = desk.locator('form.policy-form')
  await form.locator('.preview, .policy-preview .soft').first().waitFor(LIMIT)
  await fill(form)
  return form
}

t.test('rules from the form of the console to the gate, and what two gates could not know', async t => {
  const service = await runService(join(t.testdir(), 'data'))
  t.teardown(service.kill)
  const api = await signIn(service.url, 'worker', 'demo-worker-2020')
  const { gates } = await api('GET', '/directory')
  const [east, south] = gates.filter(({ site }: Answer) => site === 17).map(({ id }: Answer) => id)
  const issue = (body: object): Promise<Issued> => api('POST', '/passes', { site: 17, hours: 24, ...body })
  const resident = await issue({ kind: 'person', name: '陈小明' })
  const household = await issue({ kind: 'household', name: '欧阳清' })
  const twice = await issue({ kind: 'person', name: '赵小强' })

  const browser = await launchBrowser()
  t.teardown(() => browser.close())
  const desk = await openConsole(browser, service.url, 'worker', 'demo-worker-2020')
  const phones = [await phoneAt(browser, service.url, api, east), await phoneAt(browser, service.url, api, south)] as const
  const [first, second] = phones
  const faults: string[] = []
  for (const page of [desk, ...phones]) page.on('pageerror', error => faults.push(error.message))
  await desk.getByRole('link', { name: '卡口规则' }).click(LIMIT)

  await t.test('a household has one exit, and the second is asked about', async t => {
    const form = await write(desk, east, async form => {
      await form.getByLabel('最多外出次数').fill('1')
      await form.getByLabel('在几天内').fill('2')
      await form.getByLabel('重复扫码（秒）').fill('0') // a repetition would be no second exit
    })
    const change = form.locator('.policy-preview [data-field="quota"]')
    await change.waitFor(LIMIT)
    t.match(await change.textContent(), /不限.*每 2 天 1 次/, 'as it was and as it will be, before it is signed')
    await shoot(desk, 'policy-form')
    await form.getByRole('button', { name: '签发' }).click(LIMIT)
    await desk.getByText('已签发').waitFor(LIMIT)
    await read(first, household.text)
    await verdict(first, 'PASS OK')
    await noVerdict(first)
    await readUntil(first, household.text, 'CHECK QUOTA')
    await shoot(first, 'quota')
    await first.locator('[data-next]').click(LIMIT)
    await everythingSent(first)
    const { items } = await api('GET', '/entries?limit=1')
    t.match(items[0], { serial: household.serial, verdict: 'CHECK', reasons: ['QUOTA'], admitted: false })
  })

  await t.test('the same pass at two gates without a network is flagged when both are back', async t => {
    for (const page of phones) await page.context().setOffline(true)
    for (const page of phones) {
      await read(page, twice.text)
      await verdict(page, 'PASS OK')
      await noVerdict(page)
    }
    for (const page of phones) {
      await page.context().setOffline(false)
      await page.evaluate(() => window.dispatchEvent(new Event('online')))
      await everythingSent(page)
    }
    await desk.getByRole('link', { name: '通行记录' }).click(LIMIT)
    await desk.getByLabel('标记').selectOption('true', LIMIT)
    const flags = desk.locator('[data-flag="repeat"]')
    await flags.first().waitFor(LIMIT)
    t.equal(await flags.count(), 1, 'the later one')
    t.match(await flags.textContent(), /同一证件也在 .+ 通过（.+ #\d+），相隔/)
    await shoot(desk, 'double-flag')
  })

  await t.test('closed at night: whoever goes out is asked, as soon as the gate has the rules', async t => {
    await desk.getByRole('link', { name: '卡口规则' }).click(LIMIT)
    const form = await write(desk, south, async form => {
      await form.getByLabel('封闭', { exact: true }).check(LIMIT)
      await form.getByLabel('封闭开始').fill('25:00')
      await form.getByText('请先改正标红的项目。').waitFor(LIMIT)
      await form.getByLabel('封闭开始').fill(clockIn(-60))
      await form.getByLabel('封闭结束').fill(clockIn(60))
    })
    const change = form.locator('.policy-preview [data-field="closure"]')
    await change.waitFor(LIMIT)
    t.match(await change.textContent(), `${clockIn(-60).slice(0, 3)}`)
    await form.getByRole('button', { name: '签发' }).click(LIMIT)
    await desk.getByText('已签发').waitFor(LIMIT)
    await readUntil(second, resident.text, 'CHECK NIGHT')
    await shoot(second, 'night')
    await second.locator('[data-next]').click(LIMIT)
  })
  t.same(faults, [], 'no script failed')
})
