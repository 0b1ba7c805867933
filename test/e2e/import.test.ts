import { join } from 'node:path'
import type { Page } from 'playwright-core'
import t from 'tap'
import { mod11Check } from '../../shared/identity/mod11-2.ts'
import { launchBrowser } from '../support/browser.ts'
import { runService } from '../support/running-service.ts'
import { staffApi } from '../support/staff-api.ts'
import { textRow, xlsxOf } from '../support/xlsx-file.ts'

const CHILD = '37010120100307001'
const CHILD_DOCUMENT = CHILD + mod11Check(CHILD)
const SHOTS = process.env.SHOTS ?? null
const shoot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS !== null) await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true })
}
const HOUSEHOLDS = 500
/** Line of a person whose document was kept as a number, and of one whose phone has a digit too few. */
const LOST_LINE = 7
const SHORT_LINE = 12

/** As communities keep it: a title, merged doors, a column of their own, and what goes wrong in it. */
function messySheet(): Buffer {
  const rows = [
    textRow(1, ['凤凰花园住户摸排表（2020年2月）']),
    textRow(2, ['序号', '楼号', '单元', '房号', '住户', '证件号码', '联系电话', '与户主关系', '车牌'])
  ]
  const merges: string[] = ['A1:I1']
  for (let household = 0; household < HOUSEHOLDS; household++) {
    const line = rows.length + 1
    const door = [String(household + 1), `${(household % 20) + 1}号楼`, '1单元', `${Math.floor(household / 20) + 101}室`]
    const phone = `154${String(10_000_000 + household)}`
    rows.push(
      textRow(line, [
        ...door,
        `户主${name(household)}`,
        '',
        line === SHORT_LINE + 1 ? '1541' : phone,
        '户主',
        household === 3 ? '鲁A12345' : ''
      ])
    )
    const member = textRow(line + 1, ['', '', '', '', `家人${name(household)}`, '', '', '子女'])
    rows.push(line + 1 === LOST_LINE + 1 ? `${member}<c r="F${line + 1}"><v>3.70101199003070E17</v></c>` : member)
    for (const column of 'BCD') merges.push(`${column}${line}:${column}${line + 1}`)
  }
  return xlsxOf([{ name: '住户', rows, merges }])
}
const name = (number: number): string =>
  String(number)
    .split('')
    .map(digit => '零一二三四五六七八九'[Number(digit)])
    .join('')

t.test('a community worker takes in a messy list of 500 households, corrects it in the page, and finds a person', async t => {
  const service = await runService(join(t.testdir(), 'data'))
  t.teardown(service.kill)
  const browser = await launchBrowser()
  t.teardown(() => browser.close())
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })).newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.setDefaultTimeout(30_000)
  await page.goto(`${service.url}/console/#/register/import`)
  await page.locator('input').first().fill('worker')
  await page.locator('input[type="password"]').fill('demo-worker-2020')
  await page.locator('button[type="submit"]').click()

  await page.locator('[data-upload]').setInputFiles({ name: '摸排表.xlsx', mimeType: '', buffer: Buffer.from('%PDF-1.7') })
  await page.locator('.notice-error').waitFor()
  await shoot(page, 'import-wrong-file')
  await page.locator('[data-upload]').setInputFiles({ name: '摸排表.xlsx', mimeType: '', buffer: messySheet() })
  await page.locator('[data-map]').waitFor()
  t.equal(await page.locator('[data-column="1"]').inputValue(), 'building', 'headings are understood')
  t.equal(await page.locator('[data-column="4"]').inputValue(), '', 'but not a word of their own')
  await page.locator('[data-column="4"]').selectOption('name')
  await page.getByLabel('文件没有小区列时').selectOption('17')
  await shoot(page, 'import-columns')
  await page.locator('[data-map]').click()
  await page.locator('[data-import-state="checked"]').waitFor()
  await shoot(page, 'import-checked')
  const bad = page.locator('[data-bad-rows] tr[data-line]')
  t.equal(await bad.count(), 2)
  t.match(await bad.first().innerText(), /已丢失/)

  await bad.first().locator('button').click()
  await page.locator('dialog input[name="documentNumber"]').fill(CHILD_DOCUMENT)
  await shoot(page, 'import-fix')
  await page.locator('dialog button[type="submit"]').click()
  await page.locator('[data-check]').click()
  await page.locator('[data-import-state="checked"] [data-start]').waitFor()
  t.equal(await bad.count(), 1, 'the corrected row is good now')
  await page.locator('[data-start]').click()
  await page.locator('[data-import-state="done"]').waitFor()
  await shoot(page, 'import-done')

  await page.goto(`${service.url}/console/#/register`)
  await page.locator('input[type="search"]').fill('家人四九九')
  await page.locator('text=20-1-125').first().waitFor()
  await shoot(page, 'import-found')
  await page.goto(`${service.url}/console/#/register/import`)
  await page.locator('[data-export]').waitFor()
  await shoot(page, 'import-list')
  const download = page.waitForEvent('download')
  await page.locator('[data-export] button').last().click()
  t.match((await download).suggestedFilename(), /^register-\d{4}-\d\d-\d\d\.xlsx$/)

  const api = await staffApi(service.url, 'worker', 'demo-worker-2020')
  const { items } = await api('GET', '/register/imports')
  t.match(items[0], { state: 'done', counts: { newHouseholds: HOUSEHOLDS, newPeople: 2 * HOUSEHOLDS - 1, bad: 1 } })
  await page.setViewportSize({ width: 390, height: 844 })
  await shoot(page, 'import-list-phone')
  await page.goto(`${service.url}/console/#/register/import/${items[0].id}`)
  await page.locator('[data-import-state="done"]').waitFor()
  await shoot(page, 'import-phone')
  t.same(faults, [])
})
