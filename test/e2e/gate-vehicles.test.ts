import { join } from 'node:path'
import t from 'tap'
import { launchBrowser } from '../support/browser.ts'
import { type Answer, enrolPhone, type Issued, signIn } from '../support/gate-page.ts'
import { runService } from '../support/running-service.ts'
import { everythingSent, LIMIT, noVerdict, openConsole, press, read, shoot, takePostAt, verdict } from '../support/volunteer.ts'

t.test('vehicles at a gate: with a pass, by plate, by class', async t => {
  const service = await runService(join(t.testdir(), 'data'))
  t.teardown(service.kill)
  const api = await signIn(service.url, 'worker', 'demo-worker-2020')
  const { gates } = await api('GET', '/directory')
  const { id: east } = gates.find(({ site }: Answer) => site === 17)
  const profiles: Answer[] = await api('GET', '/policies/profiles')
  const { rules } = profiles.find(({ risk }) => risk === 'low')
  const watchedPlates = [{ prefix: '鄂', notice: '请登记并告知社区' }]
  await api('POST', '/policies', { ...rules, gates: [east], watchedPlates })
  const issue = (body: object): Promise<Issued> => api('POST', '/passes', { site: 17, hours: 24, ...body })
  const car = await issue({ kind: 'vehicle', plate: '鲁AD54321' })
  const other = await issue({ kind: 'vehicle', plate: '鲁B88888' })
  const driver = await issue({ kind: 'person', name: '陈小明' })
  const revoked = await issue({ kind: 'person', name: '吴小磊' })
  await api('POST', `/passes/${revoked.serial}/status`, { action: 'revoke', reason: 'lost' })

  const browser = await launchBrowser()
  t.teardown(() => browser.close())
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  await enrolPhone(page, service.url, api)
  await takePostAt(page, east)
  const newest = async (): Promise<Answer> => {
    await everythingSent(page)
    return (await api('GET', '/entries?limit=1')).items[0]
  }
  const strip = page.locator('[data-strip="driver"]')
  const stripKey = (key: string) => strip.locator(`[data-key="${key}"]`).click(LIMIT)

  await t.test('a vehicle pass, its passengers and its driver are one passage', async t => {
    await read(page, car.text)
    await verdict(page, 'PASS OK')
    await noVerdict(page)
    await strip.waitFor(LIMIT)
    await stripKey('passengers-2')
    await shoot(page, 'vehicle-driver')
    await read(page, driver.text)
    await verdict(page, 'PASS OK')
    await noVerdict(page)
    await strip.waitFor({ state: 'detached', ...LIMIT })
    t.match(await newest(), { serial: car.serial, driver: driver.serial, passengers: 2, admitted: true })
  })

  await t.test('the driver’s refusal is the vehicle’s', async t => {
    await read(page, other.text)
    await strip.waitFor(LIMIT)
    await noVerdict(page)
    await read(page, revoked.text)
    await verdict(page, 'STOP REVOKED')
    await page.locator('[data-next]').click(LIMIT)
    t.match(await newest(), { serial: other.serial, driver: revoked.serial, admitted: false })
  })

  const typePlate = async (...keys: readonly string[]): Promise<void> => {
    await page.locator('[data-vehicle]').click(LIMIT)
    await press(page, 'vehicle', 'type')
    await press(page, 'plate', 'delete', 'delete', ...keys)
  }

  await t.test('a plate is typed from its province on, and goes with a reason', async t => {
    await page.locator('[data-vehicle]').click(LIMIT)
    await shoot(page, 'vehicle')
    await press(page, 'vehicle', 'type')
    await press(page, 'plate', 'delete', 'delete')
    t.equal(
      await page.locator('.vehicle-provinces .flow-key').count(),
      34,
      'the 31 provinces, and what plates without one begin with'
    )
    await shoot(page, 'plate-provinces')
    await press(page, 'plate', '鄂')
    await shoot(page, 'plate-letters')
    await press(page, 'plate', 'A')
    await shoot(page, 'plate-digits')
    await press(page, 'plate', '1', '2', '3', '4')
    t.ok(await page.locator('[data-panel="plate"] [data-key="ok"]').isDisabled(), 'not before it is a plate')
    await press(page, 'plate', '5', 'ok')
    await shoot(page, 'passengers')
    await press(page, 'passengers', '3')
    const admit = page.locator('[data-panel="vehicle-admit"]')
    await admit.getByText('请登记并告知社区').waitFor(LIMIT)
    await shoot(page, 'vehicle-admit')
    await press(page, 'vehicle-admit', 'vehicle.reason.delivery')
    await page.locator('[data-panel]').waitFor({ state: 'detached', ...LIMIT })
    t.match(await newest(), { plate: '鄂A12345', passengers: 3, vehicleClass: 'car', overrideReason: '送货' })
  })

  await t.test('a new-energy plate has eight characters and its own colour', async t => {
    await typePlate('鲁', 'A')
    await press(page, 'plate', 'page', 'D', '1', '2', '3', '4', '5')
    t.equal(await page.locator('.vehicle-plate-green').textContent(), '鲁AD12345')
    await shoot(page, 'plate-new-energy')
    await press(page, 'plate', 'ok')
    await press(page, 'passengers', 'not-counted')
    await press(page, 'vehicle-admit', 'refuse')
    t.match(await newest(), { plate: '鲁AD12345', passengers: null, admitted: false })
  })

  await t.test('a plate that was here is offered after two of its last digits', async t => {
    await typePlate('鄂', 'A', '4', '5')
    await shoot(page, 'plate-offer')
    await press(page, 'plate', 'offer-鄂A12345')
    await press(page, 'passengers', '0')
    await press(page, 'vehicle-admit', 'refuse')
    t.match(await newest(), { plate: '鄂A12345', passengers: 0, admitted: false })
  })

  await t.test('an ambulance is one tap from the open gate, a truck one from its entry', async t => {
    await page.locator('[data-vehicle]').click(LIMIT)
    await press(page, 'vehicle', 'ambulance')
    await verdict(page, 'PASS OK')
    await noVerdict(page)
    t.match(await newest(), { method: 'class', vehicleClass: 'ambulance', verdict: 'PASS', admitted: true })
    await page.locator('[data-vehicle]').click(LIMIT)
    await press(page, 'vehicle', 'truck')
    await press(page, 'vehicle-admit', 'vehicle.reason.delivery')
    t.match(await newest(), { vehicleClass: 'truck', admitted: true, overrideReason: '送货' })
  })

  await t.test('the office has a notice of the watched plate, and reads plates in the log', async t => {
    const desk = await openConsole(browser, service.url, 'worker', 'demo-worker-2020')
    const notice = desk.getByRole('alert').filter({ hasText: '关注车辆' })
    await notice.waitFor(LIMIT)
    t.match(await notice.textContent(), '鄂A12345')
    await desk.getByRole('link', { name: '通行记录' }).click(LIMIT)
    await desk.getByRole('cell', { name: '鄂A12345' }).first().waitFor(LIMIT)
    await shoot(desk, 'console-plate')
  })
  t.same(faults, [], 'no script failed')
})
