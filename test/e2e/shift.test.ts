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

t.test('a shift without a network: sign in by pass, scan, hand over to the next, delivered when the service is back', async t => {
  const dir = t.testdir()
  const service = await runService(join(dir, 'data'))
  t.teardown(service.kill)
  const api = await staffApi(service.url, 'worker', 'demo-worker-2020')
  /** A pass as a picture that the phone opens: no camera is needed to show a code. */
  const picture = async (body: object): Promise<{ serial: number; path: string }> => {
    const { serial } = await api('POST', '/passes', { site: 17, hours: 24, ...body })
    const path = join(dir, `${serial}.png`)
    writeFileSync(path, await api('GET', `/passes/${serial}/symbol.png`))
    return { serial, path }
  }
  const first = await picture({ kind: 'duty', name: '李娜' })
  const second = await picture({ kind: 'duty', name: '欧阳建国' })
  const resident = await picture({ kind: 'person', name: '陈小明' })

  const browser = await launchBrowser()
  t.teardown(() => browser.close())
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  const show = (path: string) => page.locator('input.gate-file').setInputFiles(path)

  const { code } = await api('POST', '/enrolments', { site: 17 })
  await page.goto(`${service.url}/gate/#enrol=${code}`)
  await page.locator('input[name="name"]').fill('东门测试机')
  await page.locator('button[type="submit"]').click()
  await page.locator('[data-gate]').first().click({ timeout: 30_000 })
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 20_000 })
  await page.locator('[data-direction="in"]').click()
  await page.locator('[data-start]').click()
  await page.waitForTimeout(1_000)
  await service.kill()

  await page.locator('.gate-duty[data-phase="nobody"]').click()
  await page.locator('[data-shift]').waitFor()
  await shoot(page, 'shift-nobody')
  await show(resident.path)
  await page.locator('[data-shift] .notice-error').waitFor({ timeout: 20_000 })
  t.pass('a resident’s pass signs nobody in, and says why')
  await shoot(page, 'shift-refused')
  await show(first.path)
  await page.locator('[data-sign-out]').waitFor({ timeout: 20_000 })
  await shoot(page, 'shift-signed-in')
  await page.locator('[data-shift] [data-close]').click()
  await page.locator('.gate-duty[data-phase="on"]').waitFor()
  await show(resident.path)
  await page.locator('[data-verdict="PASS"]').waitFor({ timeout: 20_000 })
  await page.locator('[data-verdict="PASS"]').waitFor({ state: 'detached', timeout: 20_000 })

  await page.locator('.gate-duty').click()
  await page.locator('[data-hand-over]').click()
  await page.locator('[data-handover] textarea').fill('3 号楼有人等社区回电')
  await page.locator('.shift-counts').waitFor()
  await shoot(page, 'hand-over')
  await show(second.path)
  await page.locator('[data-handed-over]').waitFor({ timeout: 20_000 })
  await shoot(page, 'handed-over')
  await page.reload()
  await page.locator('.gate-duty[data-phase="on"]').click({ timeout: 30_000 })
  t.match(await page.locator('.shift-who').innerText(), '欧**国', 'who took over is on duty, also after a reload')
  t.match(await page.locator('.shift-note').innerText(), '3 号楼', 'and reads what the last shift left')
  await shoot(page, 'shift-next')

  await service.start()
  const operators = [`pass-${first.serial}`, `pass-${second.serial}`]
  const until = async <T>(read: () => Promise<T | null>): Promise<T | null> => {
    for (let attempt = 0; attempt < 120; attempt++) {
      const found = await read()
      if (found !== null) return found
      await page.waitForTimeout(500)
    }
    return null
  }
  const handover = await until(async () => (await api('GET', '/handovers?site=17')).items[0] ?? null)
  t.match(handover, { operator: operators[0], next: operators[1], note: '3 号楼有人等社区回电', operatorName: '李*' })
  t.match(handover?.counts, { in: 1, out: 0, admitted: 1, refused: [], overrides: 0 })
  const duties = await until(async () => {
    const { items } = await api('GET', '/duties?site=17')
    return items.length >= 3 ? items : null
  })
  t.same(duties?.map(({ operator, action, cause }: Record<string, string>) => [operator, action, cause]).reverse(), [
    [operators[0], 'in', 'pass'],
    [operators[0], 'out', 'relieved'],
    [operators[1], 'in', 'pass']
  ])
  const { items } = await api('GET', '/entries?site=17&limit=10')
  t.equal(items.find(({ serial }: { serial: number }) => serial === resident.serial)?.operator, operators[0])
  t.same(faults, [])
  await browser.close() // every connection of a phone ends before the service does
})
