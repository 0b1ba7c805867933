import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { writeXlsx } from 'hucre/xlsx'
import t, { type Test } from 'tap'
import { launchBrowser } from '../support/browser.ts'
import { change, fakeEmployerService, KNOWN_ELSEWHERE } from '../support/fake-employer-service.ts'
import { fakeWorkService } from '../support/fake-work-service.ts'
import { runService } from '../support/running-service.ts'

const SHOTS = process.env.SHOTS ?? null
const LANGUAGES = ['zh', 'en', 'ko', 'ja'] as const
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'zh-CN' }

/** The page in each language; nothing may stand out of it sideways. */
async function shoot(t: Test, page: Page, name: string, languages: readonly string[] = LANGUAGES): Promise<void> {
  for (const language of SHOTS === null ? [] : languages) {
    await page.locator('.shown-language').selectOption(language)
    await page.screenshot({ path: join(SHOTS as string, `${name}-${language}.png`), fullPage: true })
  }
  if (SHOTS !== null) await page.locator('.shown-language').selectOption('zh')
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  t.ok(over <= 0, `${name} fits sideways`)
}
const key = (page: Page, legend: string | RegExp, option: string) =>
  page.locator('fieldset.choice').filter({ hasText: legend }).getByLabel(option, { exact: true }).check()
const next = (page: Page) => page.locator('[data-next]').click()
const step = (page: Page, id: string) => page.locator(`form[data-step="${id}"]`).waitFor({ timeout: 10_000 })

async function both(t: Test) {
  const running = await runService(join(t.testdir(), 'data'))
  t.teardown(running.kill)
  const browser = await launchBrowser()
  t.teardown(() => browser.close())
  return { running, browser }
}

t.test('a worker applies on a bad network with a reload in the middle, and follows the application', async t => {
  const { running, browser } = await both(t)
  const context = await browser.newContext({ ...PHONE, serviceWorkers: 'block' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const faults: string[] = []
  page.on('pageerror', error => faults.push(String(error.stack)))
  const service = await fakeWorkService(page)

  await page.goto(`${running.url}/portal/#/work`)
  await page.locator('[data-apply]').waitFor()
  await shoot(t, page, 'work-home')
  await page.locator('[data-apply]').click()
  await step(page, 'start')
  await next(page)
  await page.getByText('请选择一项。').waitFor()
  await key(page, '为谁', '我本人')
  await shoot(t, page, 'work-start')
  await next(page)

  await step(page, 'who')
  await page.locator('input[name="name"]').fill('阿卜杜拉·买买提')
  await page.locator('input[name="document"]').fill('370101199003070010')
  await page.getByText('有一位写错了（校验位不符）。').waitFor()
  await shoot(t, page, 'work-who-wrong')
  await page.locator('input[name="document"]').fill('37010119900307001X')
  await page.locator('input[name="phone"]').fill('138 0013 8000')
  await shoot(t, page, 'work-who')
  await page.reload()
  await step(page, 'who')
  t.equal(await page.locator('input[name="document"]').inputValue(), '37010119900307001X', 'a reload loses nothing')
  await next(page)

  await step(page, 'home')
  await page.locator('select.input').nth(1).selectOption('c1')
  await page.locator('select.input').nth(2).selectOption('17')
  await page.locator('input[name="building"]').fill('9号楼')
  await page.locator('input[name="room"]').fill('1103')
  await shoot(t, page, 'work-address')
  await next(page)

  await step(page, 'place')
  await page.locator('input[name="company"]').fill('济南高新区环保科技园示范建筑工程有限责任公司')
  await page.locator('input[name="creditCode"]').fill('91370100MA3X00011B')
  await page.getByText('有一位写错了（校验位不符）。').waitFor()
  await page.locator('input[name="creditCode"]').fill('91370100ma3x00010b')
  await page.locator('form select').selectOption('own-car')
  await shoot(t, page, 'work-place')
  await next(page)

  await step(page, 'days')
  await key(page, '一直住在', '是')
  for (const question of ['干咳或乏力', '确诊', '密切接触', '湖北']) await key(page, question, '否')
  await key(page, '离开过', '是')
  await page.locator('input[name="returnedOn"]').fill('2020-02-01')
  await shoot(t, page, 'work-days')
  await next(page)

  await step(page, 'temperature')
  await page.locator('[data-reading="36.5"]').click()
  await shoot(t, page, 'work-temperature')
  await next(page)

  await step(page, 'photos')
  const photo = page.locator('[data-photo="document"] input')
  await photo.setInputFiles({ name: 'card.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7 not a photo') })
  await page.getByText('这是 PDF 文件，不是照片。').waitFor()
  await shoot(t, page, 'work-photo-pdf')
  await photo.setInputFiles({ name: 'big.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(49 * 1024 * 1024, 0xff) })
  await page.getByText('文件超过 40 MB').waitFor()
  await photo.setInputFiles({ name: 'p.png', mimeType: 'image/png', buffer: await drawnPicture(page) })
  await page.locator('[data-photo="document"][data-state="ready"]').waitFor()
  await next(page)

  await step(page, 'sign')
  await page.locator('input[name="committed"]').check()
  await page.locator('input[name="signature"]').fill('别人')
  await next(page)
  await page.getByText('签名要与填表人的姓名一致。').waitFor()
  await shoot(t, page, 'work-sign')
  await page.locator('input[name="signature"]').fill('阿卜杜拉·买买提')
  await next(page)

  await step(page, 'check')
  await shoot(t, page, 'work-check')
  service.fates = ['request-lost', 'answer-lost', 'request-lost']
  await next(page)
  await page.locator('[data-trying]').waitFor()
  await shoot(t, page, 'work-sending')
  await page.reload()
  await page.locator('[data-state="submitted"]').waitFor({ timeout: 60_000 })
  t.equal(service.submissions.length, 1, 'however often it was sent, it is one submission')
  const [sent] = service.submissions
  t.match(sent, {
    holder: { name: '阿卜杜拉·买买提', document: { number: '37010119900307001X' }, site: 17, building: '9号楼', unit: null },
    workplace: { creditCode: '91370100MA3X00010B', transport: 'own-car' },
    health: { leftProvince: true, returnedOn: '2020-02-01', temperature: 365, symptoms: [] },
    proxy: null,
    committed: true
  })
  await page.waitForFunction(() => document.querySelector('[data-photo="document"]')?.getAttribute('data-state') === 'sent')
  const bytes = service.photos[0]?.bytes ?? Buffer.alloc(0)
  t.equal(bytes.subarray(0, 3).toString('hex'), 'ffd8ff', 'the photo was drawn anew as a JPEG')
  t.ok(bytes.length > 0 && bytes.length <= 2_000_000)

  const number = [...service.bySecret.values()][0]?.number as string
  t.match(await page.locator('[data-address]').innerText(), new RegExp(`#work\\.${number}\\.[A-Za-z0-9_-]{22}$`))
  t.equal(new URL(page.url()).hash, `#/work/${number}`)
  await shoot(t, page, 'work-sent')

  service.change(number, {
    state: 'more-info',
    question: '请补充：您的租房合同照片看不清。\n并说明您几点上班？',
    answerBy: Date.now() + 70 * 3_600_000,
    photosAsked: ['document', 'lease']
  })
  await page.reload()
  await page.locator('[data-question]').waitFor()
  await shoot(t, page, 'work-question')
  await page.locator('textarea[name="answer"]').fill('早上八点。')
  await page.locator('[data-question] button[type="submit"]').click()
  await page.locator('[data-state="submitted"]').waitFor()

  service.issue(number)
  await page.reload()
  await page.locator('[data-report="open"]').waitFor()
  await shoot(t, page, 'work-issued')
  service.isOffline = true
  await page.locator('[data-reading="36.4"]').click()
  await page.locator('[data-no-symptoms]').click()
  await page.locator('[data-report="later"]').waitFor()
  await shoot(t, page, 'work-report-kept')
  service.isOffline = false
  await page.reload()
  await page.locator('[data-report="done"]').waitFor()
  t.strictSame(service.reports, [{ number, body: { temperature: 364, symptoms: [] } }], 'sent later, once')
  service.issue(number, { status: 'held', hold: 'report-missing', reportBy: null })
  await page.reload()
  await page.getByText('通行卡已变黄').waitFor()
  await shoot(t, page, 'work-held')
  await page.locator('[data-notices] summary').click()
  await page.getByText('申请已收到').waitFor()
  await shoot(t, page, 'work-notices')
  t.same(faults, [])
})

t.test('a number alone opens nothing, and a wrong link says so', async t => {
  const { running, browser } = await both(t)
  const page = await (await browser.newContext({ ...PHONE, serviceWorkers: 'block' })).newPage()
  await fakeWorkService(page)
  await page.goto(`${running.url}/portal/#/work/abc123def999`)
  await page.getByText('这部手机上没有这份申请').waitFor()
  await page.goto(`${running.url}/portal/#work.abc123def999.AAAAAAAAAAAAAAAAAAAAAA`)
  await page.getByText('链接无效或已更换').waitFor()
  t.equal(new URL(page.url()).hash, '#/work/abc123def999', 'the secret has left the address')
})

t.test('an employer registers, uploads a roster with bad rows, and declares for somebody without a phone', async t => {
  const { running, browser } = await both(t)
  const page = await (await browser.newContext({ ...PHONE, serviceWorkers: 'block' })).newPage()
  page.setDefaultTimeout(20_000)
  const faults: string[] = []
  page.on('pageerror', error => faults.push(String(error.stack)))
  await fakeWorkService(page)
  const service = await fakeEmployerService(page)

  await page.goto(`${running.url}/portal/#/employer`)
  await page.locator('[data-register]').waitFor()
  await shoot(t, page, 'employer-home')
  await page.locator('[data-register]').click()
  const fields = {
    name: '济南高新区环保科技园示范建筑工程有限责任公司',
    creditCode: '91370100MA3X00011B',
    address: '舜华路街道凤凰路 1 号',
    legal: '王法人',
    contact: '阿卜杜拉·买买提',
    contactPhone: '0531-88001234'
  }
  for (const [name, value] of Object.entries(fields)) await page.locator(`input[name="${name}"]`).fill(value)
  await page.locator('[data-registration] button[type="submit"]').click()
  await page.getByText('有一位写错了（校验位不符）。').waitFor()
  await shoot(t, page, 'employer-register')
  await page.locator('input[name="creditCode"]').fill('91370100MA3X00010B')
  await page.locator('[data-registration] select').selectOption('c1')
  await page.locator('[data-registration] button[type="submit"]').click()
  await page.locator('[data-employer-state="draft"]').waitFor()
  t.equal(new URL(page.url()).hash, '#/employer/e1')

  await page.goto(`${running.url}/portal/#/employer/e1/roster`)
  const file = page.locator('input[type="file"]')
  await file.setInputFiles({ name: 'roster.xlsx', mimeType: 'application/x', buffer: Buffer.from('%PDF-1.7') })
  await page.getByText('这不是表格文件').waitFor()
  await file.setInputFiles({ name: 'roster.xlsx', mimeType: 'application/x', buffer: Buffer.from(await roster()) })
  await page.locator('[data-roster="read"]').waitFor()
  t.equal(await page.locator('[data-faults]').getAttribute('data-faults'), '3')
  await page.getByText('Excel 把号码变成了数字').waitFor()
  await shoot(t, page, 'employer-roster')
  await page.locator('[data-send-roster]').click()
  await page.locator('[data-roster="sent"]').waitFor()
  t.match(
    await page.locator('[data-faults] li').innerText(),
    /第 9 行[\s\S]*M99999999[\s\S]*已经登记过/,
    'by the row of the file'
  )
  await shoot(t, page, 'employer-roster-sent')
  t.equal(service.workers.length, 5)

  await page.goto(`${running.url}/portal/#/employer/e1`)
  await page.locator('[data-worker]').first().waitFor()
  await page.locator('[data-worker="work00000001"] .worker-keys button').nth(2).click()
  await step(page, 'start')
  await page.getByText('由单位经办人代没有手机的员工申报').waitFor()
  await next(page)
  await step(page, 'who')
  t.equal(await page.locator('input[name="name"]').inputValue(), service.workers[1]?.name, 'the name is known')
  await page.locator('input[name="document"]').fill('37010119900307001X')
  await next(page)
  await page.locator('select.input').nth(1).selectOption('c1')
  await page.locator('select.input').nth(2).selectOption('17')
  await page.locator('input[name="building"]').fill('9')
  await page.locator('input[name="room"]').fill('1103')
  await next(page)
  await page.locator('form select').selectOption('company-bus')
  await next(page)
  await key(page, '一直住在', '是')
  for (const question of ['干咳或乏力', '确诊', '密切接触', '湖北', '离开过']) await key(page, question, '否')
  await next(page)
  await page.locator('[data-reading="36.2"]').click()
  await next(page)
  await step(page, 'sign')
  await page.locator('input[name="committed"]').check()
  await page.locator('input[name="signature"]').fill('李经办')
  await shoot(t, page, 'employer-clerk-sign')
  await next(page)
  await step(page, 'check')
  await next(page)
  await page.waitForFunction(() => document.querySelector('[data-worker="work00000001"][data-worker-state="submitted"]') !== null)
  t.match(service.calls.at(-1), {
    path: '/workers/work00000001/declaration',
    body: { proxy: null, committed: true, holder: { phone: null } }
  })

  const card = { serial: 7, status: 'valid', hold: null, end: Date.now() + 86_400_000, reportedToday: false, link: null } as const
  change(service, 'work00000002', { state: 'issued', inviteLink: null, card })
  change(service, 'work00000003', {
    state: 'issued',
    inviteLink: null,
    card: { ...card, status: 'held', hold: 'report-missing' }
  })
  change(service, 'work00000004', { state: 'more-info', declaredBy: 'clerk', inviteLink: null, question: '请补充房间号。' })
  service.employer = { ...service.employer, state: 'approved', canSignNow: true }
  await page.reload()
  await page.locator('[data-employer-state="approved"]').waitFor()
  await page.locator('[data-workers] .worker-actions input').check()
  await shoot(t, page, 'employer-workers')
  const desk = { width: 1440, height: 900 }
  await page.setViewportSize(desk)
  await shoot(t, page, 'employer-workers-desk')
  await page.locator('.worker-actions [data-sure]').first().click()
  await page.locator('.worker-actions [data-sure]').first().click()
  await page.getByText('还不到续办时间').waitFor()

  await page.goto(`${running.url}/portal/#/employer/e1/reports`)
  await page.locator('[data-reports="2"]').waitFor()
  await page.locator('.report-row input[inputmode]').first().fill('36.4')
  await shoot(t, page, 'employer-reports-desk')
  await page.setViewportSize(PHONE.viewport)
  await shoot(t, page, 'employer-reports')
  await page.locator('[data-reports] button[type="submit"]').click()
  await page.getByText('1 人已完成。').waitFor()
  t.match(service.calls.at(-1)?.body, { reports: { length: 1 } }, 'nobody is reported without a reading')

  await page.goto(`${running.url}/portal/#/employer/e1/links`)
  await page.locator('[data-links="1"]').waitFor()
  await shoot(t, page, 'employer-links')
  service.employer = { ...service.employer, state: 'returned', reason: 'supplies-short', note: '口罩只够一天。' }
  await page.goto(`${running.url}/portal/#/employer/e1/filing`)
  await page.reload()
  await page.locator('[data-filing]').waitFor()
  await page.locator('[data-filing] button[type="submit"]').click()
  await page.getByText('请勾选承诺。').waitFor()
  await shoot(t, page, 'employer-filing')
  await page.setViewportSize(desk)
  await shoot(t, page, 'employer-filing-desk')
  t.same(faults, [])
})

/** Seven workers, two of them wrong in three places, and one whom the service knows already. */
const roster = (): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: '名册',
        rows: [
          ['姓名', '证件号码', '电话', '小区'],
          ['陈小明', '37010119900307001X', '13800138000', '凤凰国际'],
          ['阿卜杜拉·买买提江·努尔买买提', 'M00000001', '', ''],
          ['John Jacob Jingleheimer Schmidt', 'M00000002', '+1 415 555 2671', 17],
          ['김민준', 370101199003070000, '13800138001', ''],
          ['佐藤さくら', '370101199003070010', '12', ''],
          ['李四', 'M00000003', '', ''],
          ['王五', 'M00000004', '', ''],
          ['赵六', KNOWN_ELSEWHERE, '', '']
        ]
      }
    ]
  })

/** A picture with noise, as a camera makes it. */
async function drawnPicture(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 2400
    canvas.height = 1600
    const context = canvas.getContext('2d') as CanvasRenderingContext2D
    for (let x = 0; x < 2400; x += 8) {
      context.fillStyle = `hsl(${(x * 37) % 360} 60% 50%)`
      context.fillRect(x, (x * 13) % 1600, 40, 400)
    }
    return canvas.toDataURL('image/png').split(',')[1] as string
  })
  return Buffer.from(base64, 'base64')
}
