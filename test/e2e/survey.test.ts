import { join } from 'node:path'
import type { Page } from 'playwright-core'
import t from 'tap'
import { launchBrowser } from '../support/browser.ts'
import { runService } from '../support/running-service.ts'
import { staffApi } from '../support/staff-api.ts'
import { GRID_PASSWORD, pageOf, signInAt, surveyStage } from '../support/survey-stage.ts'

const SHOTS = process.env.SHOTS ?? null
const shoot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS !== null) await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true })
}
const PHONE = { viewport: { width: 390, height: 844 } }
const DESK = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' }

t.test('a round: made at the desk, walked without a network, reported by a household in Korean, accepted in part', async t => {
  const service = await runService(join(t.testdir(), 'data'))
  t.teardown(service.kill)
  const office = await staffApi(service.url, 'worker', 'demo-worker-2020')
  const { homes } = await surveyStage(await staffApi(service.url, 'admin', 'demo-admin-2020'), office)
  const [first = 0, second = 0] = homes
  const browser = await launchBrowser()
  t.teardown(() => browser.close())
  const faults: string[] = []
  const desk = await pageOf(await browser.newContext(DESK), faults)
  const walking = await browser.newContext({ ...PHONE, locale: 'zh-CN' })
  const phone = await pageOf(walking, faults)
  let round = ''

  await t.test('the office makes a round', async t => {
    await signInAt(desk, `${service.url}/console/#/surveys`, 'worker', 'demo-worker-2020')
    await desk.locator('.page-head .button-primary').click({ timeout: 30_000 })
    await desk.locator('.round-form input').first().fill('第三轮摸排')
    await shoot(desk, 'desk-new-round')
    await desk.locator('.round-form button[type="submit"]').click()
    await desk.locator('[data-label] .progress, .table').first().waitFor({ timeout: 20_000 })
    round = /surveys\/([a-z0-9-]+)/.exec(desk.url())?.[1] ?? ''
    await shoot(desk, 'desk-round')
    t.match((await office('GET', `/surveys/${round}`)).tally, { open: 8 })
  })
  await t.test('a grid worker’s phone has the list, and opens it again without a network', async t => {
    await signInAt(phone, `${service.url}/console/`, 'grid1', GRID_PASSWORD)
    await phone.locator('[data-door]').first().waitFor({ timeout: 30_000 })
    t.equal(await phone.locator('[data-door]').count(), 8)
    await shoot(phone, 'phone-list')
    await phone.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 30_000 })
    await walking.setOffline(true)
    await phone.reload()
    await phone.locator(`[data-door="${first}"]`).waitFor({ timeout: 30_000 })
  })
  await t.test('an attempt and a change are kept on the phone; signing out is refused while they are unsent', async t => {
    await phone.locator(`[data-door="${first}"]`).click()
    await phone.locator('[data-attempt]').click()
    await shoot(phone, 'phone-attempt')
    await phone.locator('[data-save]').click()
    await phone.locator('[data-edit]').click()
    await phone.locator('[data-edit-form] input[name="phone"]').first().fill('13900139000')
    await phone.locator('[data-add-member]').click()
    await phone.locator('[data-edit-form] input[name="name"]').nth(1).fill('住户小孩')
    await shoot(phone, 'phone-edit')
    await phone.locator('[data-save]').click()
    await phone.locator('[data-unsent="2"]').waitFor()
    await phone.locator('.walk-head .button-quiet').last().click()
    await phone.locator('.walk-head .notice-warn').waitFor()
    await shoot(phone, 'phone-offline')
    t.equal((await office('GET', `/register/households/${first}`)).version, 1, 'the office knows nothing yet')
    const stored = await phone.evaluate(async () => {
      const [name] = (await indexedDB.databases()).flatMap(each => (each.name?.startsWith('checkpoint-field') ? [each.name] : []))
      const db = await new Promise<IDBDatabase>(resolve => {
        const opening = indexedDB.open(name ?? '')
        opening.onsuccess = () => resolve(opening.result)
      })
      const all = (store: string): Promise<unknown[]> =>
        new Promise(resolve => {
          const asked = db.transaction(store).objectStore(store).getAll()
          asked.onsuccess = () => resolve(asked.result)
        })
      const texts = (await all('doors')).map(row => new TextDecoder().decode((row as { data: ArrayBuffer }).data)).join()
      const [key] = (await all('keys')) as CryptoKey[]
      db.close()
      return { isClear: texts.includes('1380013800'), extractable: key?.extractable }
    })
    t.same(stored, { isClear: false, extractable: false }, 'encrypted under a key that cannot be taken out')
  })
  await t.test('what the office changed meanwhile is shown beside it, and the worker decides', async t => {
    const sheet = await office('GET', `/register/households/${first}`)
    const { birthYear: _year, elsewhere: _elsewhere, ...head } = sheet.members[0]
    const place = { site: 17, building: '1', unit: '1', room: '101', tenure: 'own', landlord: null, grid: sheet.grid }
    const body = {
      ...place,
      note: '院内住户',
      members: [{ ...head, phone: '13700137000' }],
      vehicles: [],
      how: 'phone',
      outcome: 'reached'
    }
    await office('PUT', `/register/households/${first}`, { ...body, version: sheet.version })
    await walking.setOffline(false)
    await phone.locator('[data-conflict]').waitFor({ timeout: 30_000 })
    await phone.locator('[data-unsent="1"]').waitFor()
    await shoot(phone, 'phone-conflict')
    if (SHOTS !== null) {
      await phone.locator('.walk-head').getByText('English').click()
      await shoot(phone, 'phone-conflict-en')
      await phone.locator('.walk-head').getByText('中文').click()
    }
    await phone.locator('[data-side="theirs"]').click()
    await phone.locator('[data-resolve]').click()
    await phone.locator('[data-unsent="0"]').waitFor({ timeout: 30_000 })
    const after = await office('GET', `/register/households/${first}`)
    t.match(after, { note: '院内住户', members: [{ phone: '13700137000' }, { name: '住户小孩' }] })
    t.match((await office('GET', `/surveys/${round}/households/${first}`)).standing, 'reached')
  })
  await t.test('a household reports itself in Korean', async t => {
    const { link } = await office('GET', `/surveys/${round}/households/${second}`)
    const home = await pageOf(await browser.newContext({ ...PHONE, locale: 'ko-KR' }), faults)
    await home.goto(link)
    await home.locator('[data-proof] input').fill('0001')
    t.equal(new URL(home.url()).hash, '#/home', 'the secret has left the address')
    t.match(await home.locator('h1').innerText(), '거주자 신고')
    await shoot(home, 'home-first')
    for (const language of SHOTS === null ? [] : ['en', 'ja', 'zh', 'ko']) {
      await home.locator('.shown-language').selectOption(language)
      await shoot(home, `home-${language}`)
    }
    await home.locator('[data-proof] input').fill('8001')
    await home.locator('[data-proof] button').click()
    await home.locator('[data-member="known"]').waitFor({ timeout: 20_000 })
    await home.locator('[data-member="known"] .choice-key').nth(1).click()
    await home.locator('[data-member="known"] input[name="phone"]').fill('13600136000')
    await home.locator('[data-add-person]').click()
    await home.locator('[data-member="new"] input[name="name"]').fill('김민준')
    await shoot(home, 'home-filled')
    await home.reload()
    await home.locator('[data-member="new"] input[name="name"]').waitFor({ timeout: 20_000 })
    t.equal(await home.locator('[data-member="new"] input[name="name"]').inputValue(), '김민준', 'the draft is kept on the phone')
    await home.locator('[data-proof] input').fill('8001')
    await home.locator('[data-proof] button').click()
    await home.locator('[data-member="known"]').waitFor({ timeout: 20_000 })
    await home.locator('.home-send').click()
    await home.locator('[data-home-state="submitted"]').waitFor({ timeout: 20_000 })
    await shoot(home, 'home-sent')
  })
  await t.test('staff accept a part of it, and coverage shows it', async t => {
    await desk.goto(`${service.url}/console/#/surveys/${round}/${second}`)
    await desk.locator('[data-difference="changed"]').waitFor({ timeout: 20_000 })
    await shoot(desk, 'desk-report')
    await desk.locator('[data-difference="new"] input[type="checkbox"]').uncheck()
    await desk.locator('[data-settle]').click()
    await desk.locator('[data-settle]').waitFor({ state: 'detached', timeout: 20_000 })
    const sheet = await office('GET', `/register/households/${second}`)
    t.match(sheet, { members: [{ phone: '13600136000' }], verified: { how: 'self' } })
    t.equal(sheet.members.length, 1)
    await desk.goto(`${service.url}/console/#/surveys/${round}/coverage`)
    await desk.locator('.cell-self').waitFor({ timeout: 20_000 })
    t.same([await desk.locator('.cell-self').count(), await desk.locator('.cell-reached').count()], [1, 1])
    await shoot(desk, 'desk-coverage')
    if (SHOTS !== null) {
      await desk.getByText('English').first().click()
      await shoot(desk, 'desk-coverage-en')
      await desk.setViewportSize({ width: 390, height: 844 })
      await shoot(desk, 'desk-coverage-narrow')
      await desk.emulateMedia({ colorScheme: 'dark' })
      await shoot(desk, 'desk-coverage-dark')
      await desk.emulateMedia({ colorScheme: 'light' })
      await desk.setViewportSize({ width: 1440, height: 900 })
      await desk.goto(`${service.url}/console/#/surveys/${round}/lists`)
      await desk.locator('.table').waitFor({ timeout: 20_000 })
      await shoot(desk, 'desk-lists-en')
      await desk.goto(`${service.url}/console/#/register`)
      await desk.locator('.table').waitFor({ timeout: 20_000 })
      await shoot(desk, 'desk-register-en')
      await desk.getByText('中文').first().click()
    }
    await desk.goto(`${service.url}/console/#/surveys/${round}/notes`)
    await desk.locator('.door-note svg').first().waitFor({ timeout: 20_000 })
    t.equal(await desk.locator('.door-note').count(), 6, 'a note for each open door')
    await shoot(desk, 'desk-notes')
    for (const [path, name] of [
      ['grids', 'desk-grids'],
      [`surveys/${round}/doors`, 'desk-doors'],
      ['surveys', 'desk-rounds']
    ] as const) {
      await desk.goto(`${service.url}/console/#/${path}`)
      await desk.locator('.table, .rows').first().waitFor({ timeout: 20_000 })
      await shoot(desk, name)
    }
  })
  await t.test('signing out, when everything is sent, leaves nothing on the phone', async t => {
    await phone.locator('.walk-head .button-quiet').last().click()
    await phone.locator('input[name="password"]').waitFor({ timeout: 20_000 })
    const left = await phone.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
    t.same(
      left.filter(name => name?.startsWith('checkpoint-field')),
      []
    )
  })
  t.same(faults, [])
  await browser.close()
})
