import { join } from 'node:path'
import t from 'tap'
import { launchBrowser } from '../support/browser.ts'
import { type Answer, enrolPhone, type Issued, signIn } from '../support/gate-page.ts'
import { runService } from '../support/running-service.ts'
import { everythingSent, LIMIT, noVerdict, openConsole, press, read, shoot, takePostAt, verdict } from '../support/volunteer.ts'

const DOCUMENT = '370101199003070044'

t.test('people at a gate: measured, written down, and looked up', async t => {
  const service = await runService(join(t.testdir(), 'data'))
  t.teardown(service.kill)
  const api = await signIn(service.url, 'worker', 'demo-worker-2020')
  const { gates, sites } = await api('GET', '/directory')
  t.ok(sites.length > 0)
  const [east, south] = gates.filter(({ site }: Answer) => site === 17).map(({ id }: Answer) => id)
  const profiles: Answer[] = await api('GET', '/policies/profiles')
  const { rules } = profiles.find(({ risk }) => risk === 'low')
  await api('POST', '/policies', { ...rules, gates: [east], temperature: { ...rules.temperature, required: true } })
  const issue = (body: object): Promise<Issued> => api('POST', '/passes', { kind: 'person', site: 17, hours: 24, ...body })
  const well = await issue({ name: '陈小明' })
  const hot = await issue({ name: '阿卜杜热西提·买买提艾力' })
  await issue({ name: '欧阳清', document: DOCUMENT })

  const browser = await launchBrowser()
  t.teardown(() => browser.close())
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  await enrolPhone(page, service.url, api)
  await takePostAt(page, east)
  const desk = await openConsole(browser, service.url, 'worker', 'demo-worker-2020')

  await t.test('36.5 is one tap, which opens by itself and lets through', async t => {
    await read(page, well.text)
    await page.locator('[data-panel="temperature"] [data-key="365"]').waitFor(LIMIT)
    await shoot(page, 'temperature')
    await press(page, 'temperature', '365')
    await verdict(page, 'PASS OK')
    await noVerdict(page)
    await everythingSent(page)
    const { items } = await api('GET', '/entries?limit=2')
    t.match(items[0], { verdict: 'PASS', temperature: 365, serial: well.serial })
    t.equal(items[0].follows, items[1].number, 'measured after the scan: one passage in two entries')
  })

  await t.test('a high reading sits aside, a second one is a STOP that holds the pass everywhere', async t => {
    await read(page, hot.text)
    await press(page, 'temperature', 'other', '3', '7', '3')
    await shoot(page, 'temperature-typed')
    await press(page, 'temperature', 'ok')
    await page.locator('[data-panel="fever-first"]').waitFor(LIMIT)
    await shoot(page, 'fever-first')
    await press(page, 'fever-first', 'rest')
    const strip = page.locator('[data-strip="resting"]')
    await strip.waitFor(LIMIT)
    t.match(await strip.textContent(), /[45]:\d\d/, 'five minutes are counted')
    await strip.click()
    t.ok(await page.locator('[data-panel="resting"] [data-key="again"]').isDisabled(), 'not before they are over')
    await shoot(page, 'resting')
    await press(page, 'resting', 'close')
    await read(page, well.text)
    await press(page, 'temperature', '366')
    await noVerdict(page) // the queue goes on meanwhile
    await read(page, hot.text)
    await press(page, 'temperature', 'other', '3', '8', '1')
    await press(page, 'temperature', 'ok')
    await page.locator('[data-panel="fever-second"]').waitFor(LIMIT)
    await shoot(page, 'fever-second')
    await press(page, 'fever-second', 'next')
    await everythingSent(page)
    t.equal((await api('GET', `/passes/${hot.serial}`)).status, 'held')
    for (let attempt = 0; attempt < 8; attempt++) {
      await page.waitForTimeout(700)
      await read(page, hot.text)
      await page.locator('[data-verdict]').waitFor(LIMIT)
      if ((await page.locator('[data-headline="HELD"]').count()) > 0) break
      await press(page, 'temperature', 'out') // the list has not arrived yet
      await page.locator('[data-next]').click(LIMIT)
    }
    await verdict(page, 'CHECK HELD') // whoever comes home is not left outside: the office is called
    await press(page, 'temperature', 'out')
    await page.locator('[data-next]').click(LIMIT)
  })

  await t.test('the office sees the alert on whatever page it is, and takes it', async t => {
    const alert = desk.getByRole('alert').filter({ hasText: '第二次体温偏高' })
    await alert.waitFor(LIMIT)
    t.match(await alert.textContent(), '已在所有卡口暂停')
    await shoot(desk, 'console-alert')
    await alert.getByRole('button', { name: '我来处理' }).click(LIMIT)
    await alert.waitFor({ state: 'detached', ...LIMIT })
  })

  await page.locator('[data-menu]').click(LIMIT)
  await page.locator('[data-change-post]').click(LIMIT)
  await takePostAt(page, south)

  await t.test('a visitor is written down, sealed, and gets a short pass', async t => {
    await page.locator('[data-visitor]').click(LIMIT)
    const form = page.locator('[data-panel="visitor"]')
    await form.waitFor(LIMIT)
    await press(page, 'visitor', 'register')
    await form.getByText('请填写真实姓名').waitFor(LIMIT)
    await shoot(page, 'visitor-wrong')
    for (const [name, value] of [
      ['name', '秦建国'],
      ['phone', '15412345678'],
      ['building', '3'],
      ['unit', '2'],
      ['room', '1801'],
      ['host', '王*英']
    ] as const)
      await form.locator(`input[name="${name}"]`).fill(value, LIMIT)
    await press(page, 'visitor', 'delivery', 'none')
    await shoot(page, 'visitor')
    await press(page, 'visitor', 'register')
    await page.locator('[data-panel="visitor-admit"]').waitFor(LIMIT)
    await shoot(page, 'visitor-admit')
    await press(page, 'visitor-admit', 'admit-pass')
    const pass = page.locator('[data-panel="visitor-pass"]')
    await pass.getByText('有效至').waitFor(LIMIT)
    await shoot(page, 'visitor-pass')
    await press(page, 'visitor-pass', 'done')
    await everythingSent(page)
    const { items } = await api('GET', '/entries?limit=2')
    t.match(items[0], { method: 'manual', admitted: true, overrideReason: '接访人已确认' })
    t.notMatch(JSON.stringify(items), /秦建国|15412345678/, 'the log names nobody')
  })

  await t.test('who the visitor was is seen by a look that is on record', async t => {
    await desk.getByRole('link', { name: '通行记录' }).click(LIMIT)
    await desk.getByRole('button', { name: '查看访客' }).first().click(LIMIT)
    const dialog = desk.getByRole('dialog')
    for (const fact of ['秦建国', '15412345678', '3 – 2 – 1801', '王*英', '送货', '都没有'])
      await dialog.getByText(fact).first().waitFor(LIMIT)
    await shoot(desk, 'console-visitor')
    await dialog.getByRole('button', { name: '关闭' }).last().click(LIMIT)
    t.pass('all that was written')
  })

  await t.test('who has no code is found by the number of the document, and nobody else is', async t => {
    await page.locator('[data-roster]').click(LIMIT)
    await page.locator('[data-roster-state="ready"]').waitFor(LIMIT)
    await shoot(page, 'roster')
    for (const digit of '370101200002290016') await page.locator(`.roster-keys [data-key="${digit}"]`).click(LIMIT)
    await page.locator('[data-look-up]').click(LIMIT)
    await page.locator('[data-roster-state="unknown"]').waitFor(LIMIT)
    await shoot(page, 'roster-unknown')
    for (const _ of '370101200002290016') await page.locator('.roster-keys [data-key="⌫"]').click(LIMIT)
    for (const digit of DOCUMENT) await page.locator(`.roster-keys [data-key="${digit}"]`).click(LIMIT)
    await page.locator('[data-look-up]').click(LIMIT)
    await verdict(page, 'CHECK ROSTER')
    t.match(await page.locator('[data-verdict]').textContent(), '欧*清')
    await shoot(page, 'roster-found')
    await page.locator('[data-next]').click(LIMIT)
  })
  t.same(faults, [], 'no script failed')
})
