import { join } from 'node:path'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { launchBrowser } from '../support/browser.ts'
import { openConsole } from '../support/console-page.ts'
import { type ListeningWork, listenWork } from '../support/listening-work.ts'
import { PASSWORD } from '../support/service.ts'
import { aDeclaration } from '../support/work.ts'

const SHOTS = process.env.SHOTS ?? null
const shoot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS !== null) await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true })
}
const WORKER = { username: 'worker1', password: PASSWORD }
const ADMIN = { username: 'admin', password: PASSWORD }
const MINUTE = 60_000

const named = (name: string) => {
  const { holder } = aDeclaration()
  return { holder: { ...holder, name } }
}
const feverish = () => {
  const { health } = aDeclaration()
  return { ...named('阿卜杜拉·买买提'), health: { ...health, symptoms: ['dry-cough' as const] } }
}

async function office(t: Test) {
  const service = await listenWork(t)
  const browser = await launchBrowser()
  t.teardown(() => browser.close())
  return { service, browser }
}
const stateOf = async ({ by }: ListeningWork, link: Parameters<ListeningWork['by']>[0]): Promise<string> =>
  (await by(link)('GET', '/my-work')).body.state
const outcome = (page: Page, state: string) => page.locator(`[data-outcome="${state}"]`).waitFor()

t.test('a reviewer asks, reads the answer, approves, and does what has no flag at once, without a mouse', async t => {
  const { service, browser } = await office(t)
  const flagged = await service.apply(feverish())
  for (let index = 0; index < 8; index++) await service.apply(named(`工人${index}`))
  const { page, faults } = await openConsole(browser, service.url, WORKER)
  await page.goto(`${service.url}/console/#/work`)
  await page.locator('[data-application]').nth(8).waitFor()
  t.equal(
    await page.locator('[data-application]').first().getAttribute('data-application'),
    flagged.number,
    'the oldest is first'
  )
  t.equal(await page.locator('[data-tile="tile.flagged"]').innerText(), '1')
  await shoot(page, 'work-queue')

  await page.keyboard.press('n')
  await page.locator(`[data-flag="symptoms"]`).waitFor()
  await page.locator('[data-claim="mine"]').waitFor()
  t.equal(await page.locator('[data-compare="household"]').getAttribute('data-likeness'), 'differs', 'the register is compared')
  await shoot(page, 'work-application')

  await page.keyboard.press('q')
  await page.locator('.dialog textarea').fill('请说明咳嗽多久了，是否已就医？')
  await page.locator('.dialog button[type="submit"]').click()
  await outcome(page, 'more-info')
  const mine = service.by(flagged)
  t.match((await mine('GET', '/my-work')).body, { state: 'more-info', question: '请说明咳嗽多久了，是否已就医？' })
  await mine('POST', '/my-work/answer', { text: '过敏，医院已排除。', declaration: null })

  await page.keyboard.press('Enter') // the focus is on the next one already
  await page.locator('[data-event="resubmit"]').waitFor()
  await page.getByText('过敏，医院已排除。').waitFor()
  await page.keyboard.press('a')
  await page.locator('.dialog').waitFor()
  await page.keyboard.press('Enter')
  await outcome(page, 'issued')
  t.equal(await stateOf(service, flagged), 'issued')

  await page.goto(`${service.url}/console/#/work/bulk`)
  await page.locator('[data-bulk-start]').click()
  await page.locator('.work-sample').first().waitFor()
  t.ok(await page.locator('[data-bulk-approve]').isDisabled(), 'nobody approves what nobody looked at')
  const size = await page.locator('.work-sample').count()
  await page.locator('.work-sample a').first().click()
  for (let at = 1; at <= size; at++) {
    await page.locator(`[data-sample-bar="${at}"]`).waitFor()
    await page.keyboard.press('n')
  }
  await page.locator('[data-bulk-approve]:not([disabled])').click()
  await page.locator('[data-bulk-done]').waitFor()
  await shoot(page, 'work-bulk-done')
  const { items } = (await service.admin('GET', '/api/v1/work/cards?limit=200')).body
  t.equal(items.length, 9, 'a card each')
  t.equal(new Set(items.map((item: { number: string }) => item.number)).size, 9, 'and none of them twice')

  await page.goto(`${service.url}/console/#/work/cards`)
  await page.locator('select').first().selectOption('all')
  await page.locator('[data-card]').nth(8).waitFor()
  await shoot(page, 'work-cards')
  t.same(faults, [])
})

t.test('of two reviewers one decides: the other is told who, and a claim that is over keeps what was typed', async t => {
  const { service, browser } = await office(t)
  const link = await service.apply(named('陈小明'))
  const one = await openConsole(browser, service.url, WORKER)
  const other = await openConsole(browser, service.url, ADMIN)
  for (const { page } of [one, other]) {
    await page.goto(`${service.url}/console/#/work/${link.number}`)
    await page.locator('[data-claim="free"]').waitFor()
  }
  await one.page.keyboard.press('c')
  await one.page.locator('[data-claim="mine"]').waitFor()
  await other.page.keyboard.press('c')
  await other.page.locator('[data-claim="other"]').waitFor()
  t.match(await other.page.locator('.work-bar').innerText(), /工作者1 已先领取/)
  t.equal(await other.page.locator('[data-act]').count(), 0, 'nothing can be decided there')
  await shoot(other.page, 'work-other-has-it')

  await one.page.keyboard.press('r')
  await one.page.locator('.dialog textarea').fill('请核对证件后重新申请。')
  await one.page.locator('.dialog').getByLabel('信息与证件不符').check()
  service.clock.now += 31 * MINUTE
  await one.page.locator('.dialog button[type="submit"]').click()
  const again = one.page.locator('.dialog .notice button')
  await again.waitFor()
  await shoot(one.page, 'work-claim-over')
  t.equal(await one.page.locator('.dialog textarea').inputValue(), '请核对证件后重新申请。', 'what was typed is still there')
  await again.click()
  await again.waitFor({ state: 'detached' })
  await one.page.locator('.dialog button[type="submit"]').click()
  await outcome(one.page, 'rejected')
  const { state, reason, note } = (await service.by(link)('GET', '/my-work')).body
  t.same({ state, reason, note }, { state: 'rejected', reason: 'details-wrong', note: '请核对证件后重新申请。' })

  await other.page.reload()
  await other.page.locator('[data-event="reject"]').waitFor()
  t.equal(await other.page.locator('.work-bar').count(), 0, 'what is decided is decided')
  t.same([...one.faults, ...other.faults], [])
})

t.test('two reviewers who take the next one at the same moment get different ones', async t => {
  const { service, browser } = await office(t)
  for (let index = 0; index < 6; index++) await service.apply(named(`工人${index}`))
  const desks = [await openConsole(browser, service.url, WORKER), await openConsole(browser, service.url, ADMIN)]
  const taken: string[] = []
  for (let round = 0; round < 3; round++) {
    await Promise.all(desks.map(({ page }) => page.goto(`${service.url}/console/#/work`)))
    await Promise.all(desks.map(({ page }) => page.locator('[data-take-next]').click()))
    await Promise.all(desks.map(({ page }) => page.locator('article[data-application] .work-bar').waitFor()))
    for (const { page } of desks)
      taken.push((await page.locator('article[data-application]').getAttribute('data-application')) ?? '')
  }
  t.equal(new Set(taken).size, 6, 'none twice, none left')
  t.same(
    desks.flatMap(({ faults }) => faults),
    []
  )
})

t.test('the office sees to employers and rules', async t => {
  const { service, browser } = await office(t)
  const employer = await service.employer()
  await service.by(employer)('PUT', '/my-employer/filing', {
    staff: 40,
    restartOn: '2026-12-01',
    plan: '分批复工',
    suppliesDays: 2,
    isolationRooms: 2,
    committed: true
  })
  const { page, faults } = await openConsole(browser, service.url, ADMIN, { width: 390, height: 844 })
  await page.goto(`${service.url}/console/#/work/employers`)
  await page.locator('[data-employer] a').click()
  await page.locator('[data-step="approve"]').click()
  await page.locator('.dialog').getByLabel('是', { exact: true }).check()
  await page.locator('.dialog button[type="submit"]').click()
  await page.locator('[data-employer-state="approved"]').waitFor()
  await shoot(page, 'work-employer-phone')
  await page.locator('[data-step="link"]').click()
  await page.locator('[data-new-link]').click()
  t.match(await page.locator('.dialog .link-text').innerText(), /\/portal\/#employer\./)
  await page.keyboard.press('Escape')
  t.match(
    (await service.admin('GET', `/api/v1/work/employers/${employer.number}`)).body,
    { state: 'approved', maySign: true },
    'and it may sign'
  )
  t.not((await service.by(employer)('GET', '/my-employer')).status, 200, 'the old link is void')

  await page.goto(`${service.url}/console/#/work/policies`)
  await page.locator('[data-new-rules]').click()
  await page.locator('input[maxlength="3"]').fill('5')
  t.match(await page.locator('[data-rules-changes]').innerText(), /14.*5/)
  await page.locator('button[type="submit"]').click()
  await page.locator('[data-rules-now]').waitFor()
  const { items } = (await service.admin('GET', '/api/v1/work/policies')).body
  t.equal(items.find((item: { isInForce: boolean }) => item.isInForce).validityDays, 5)
  await shoot(page, 'work-rules-phone')
  t.same(faults, [])
})
