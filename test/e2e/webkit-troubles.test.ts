import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { CANVAS_CAMERA, giveBack, hold, takeAway } from '../support/canvas-camera.ts'
import { type Answer, type Issued, keptOn, signIn } from '../support/gate-page.ts'
import { runService } from '../support/running-service.ts'
import { STEADY, troubledNetwork, troubledPort } from '../support/troubled-network.ts'
import { until, WEBKIT } from '../support/webkit.ts'
import { enrol, numbersOn, takePost } from '../support/webkit-gate.ts'
import { evict, launchWebkitPhone, type Store, type WebkitPhone } from '../support/webkit-phone.ts'

/** In the page: it stands still from here on, until it is killed. */
declare function standStill(): void
function learnToStandStill(): void {
  const page = globalThis as unknown as { standStill: () => void }
  page.standStill = () => {
    console.log('stands still')
    for (;;);
  }
}

/** Between a scan and its verdict: where the page stands still, and whether the entry must be there after a restart. */
const MOMENTS: readonly (readonly [words: string, isKept: boolean, stop: () => unknown])[] = [
  ['before anything is written', false, () => void Object.assign(Cache.prototype, { put: () => standStill() })],
  [
    'between the second copy and the database',
    true,
    () => void Object.assign(IDBObjectStore.prototype, { add: () => standStill() })
  ],
  ['between the database and the verdict', true, () => void Object.assign(Storage.prototype, { setItem: () => standStill() })]
]

if (WEBKIT === null) t.pass('skipped', { skip: 'webkit2gtk-driver and xvfb are not installed' })
else await tryTroubles()

async function tryTroubles(): Promise<void> {
  const dir = t.testdir()
  const port = await troubledPort()
  const service = await runService(join(dir, 'data'), `http://localhost:${port}`)
  const network = await troubledNetwork(port, () => service.url)
  network.rewrite = (path, text) => (/\/assets\/index-/.test(path) ? CANVAS_CAMERA + text : text)
  t.teardown(async () => {
    await network.close()
    await service.kill()
  })
  const api = await signIn(service.url, 'worker', 'demo-worker-2020')
  const issue = async (name: string): Promise<string> =>
    ((await api('POST', '/passes', { kind: 'person', site: 17, hours: 24, name })) as Issued).text
  const [first, second, third] = [await issue('陈小明'), await issue('赵小强'), await issue('吴小磊')]

  const phoneAt = async (t: Test, folder: string): Promise<WebkitPhone> => {
    const phone = await launchWebkitPhone(folder, `${network.url}/gate/`)
    if (phone === null) throw new Error('WebKit went away')
    t.teardown(phone.kill)
    return phone
  }
  const arrived = async (device: string): Promise<number[]> => {
    const { items } = await api('GET', `/entries?limit=200&device=${device}`)
    return items.map(({ number }: Answer) => number).sort((a: number, b: number) => a - b)
  }
  /** Waits until the service has as many entries of the device, and a moment for one too many. */
  const arrivedAtLast = async (device: string, count: number): Promise<number[]> => {
    for (let attempt = 0; attempt < 150 && (await arrived(device)).length < count; attempt++) await wait(200)
    return arrived(device)
  }
  /** An enrolled phone at its post that needs the network no more, and has scanned twice without it. */
  const workedPhone = async (t: Test, folder: string): Promise<{ page: WebkitPhone; device: string }> => {
    const page = await phoneAt(t, folder)
    await enrol(page, network.url, api)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await takePost(page)
    network.trouble = { ...STEADY, cut: true }
    t.teardown(() => {
      network.trouble = STEADY
    })
    for (const text of [first, second]) await pass(page, text)
    return { page, device: (await keptOn(page)).device }
  }
  /** Holds a code before the camera until it is in the log. */
  const pass = async (page: WebkitPhone, text: string): Promise<void> => {
    await page.waitFor('[data-running="true"]')
    const before = (await numbersOn(page)).length
    await hold(page, text)
    await until(async () => (await numbersOn(page)).length > before, 30_000, 'the next entry')
    await page.waitFor('[data-verdict="PASS"]')
    await hold(page, null)
  }

  await t.test('WebKit, killed between a scan and its verdict, has lost nothing and counted nothing twice', async t => {
    const folder = join(dir, 'killed')
    let { page, device } = await workedPhone(t, folder)
    let expected = await numbersOn(page)
    for (const [words, isKept, stop] of MOMENTS) {
      await page.waitFor('[data-running="true"]')
      await page.evaluate(learnToStandStill)
      await page.evaluate(stop)
      await hold(page, third)
      await page.said('stands still')
      await page.kill()
      page = await phoneAt(t, folder)
      await page.waitFor('.gate-scan, [data-gate]', 60_000)
      if (isKept) expected = [...expected, expected.length + 1]
      t.same(await numbersOn(page), expected, words)
      // The browser keeps the chosen post with a delay, entries without.
      if (await page.evaluate(() => document.querySelector('[data-gate]') !== null)) await takePost(page)
    }
    await pass(page, first)
    expected = [...expected, expected.length + 1]
    t.same(await numbersOn(page), expected, 'and the numbers go on')
    network.trouble = STEADY
    await page.evaluate(() => void dispatchEvent(new Event('online')))
    t.same(await arrivedAtLast(device, expected.length), expected, 'each arrives once')
  })

  const afterEviction = async (t: Test, stores: readonly Store[]): Promise<{ page: WebkitPhone; device: string }> => {
    const folder = join(dir, stores.join('-'))
    const { page, device } = await workedPhone(t, folder)
    if (stores.length > 1) await wait(1_500) // the highest number, which the browser keeps with a delay
    await page.kill()
    for (const store of stores) evict(folder, store)
    network.trouble = STEADY
    return { page: await phoneAt(t, folder), device }
  }

  await t.test('WebKit without its database delivers from the second copy, in the name of the phone that it was', async t => {
    const { page, device } = await afterEviction(t, ['database'])
    await enrol(page, network.url, api, 'iPhone 2')
    t.same(await arrivedAtLast(device, 2), [1, 2])
    t.not((await keptOn(page)).device, device)
  })

  await t.test('WebKit without its second copy writes it anew from the database, and goes on', async t => {
    const { page, device } = await afterEviction(t, ['copy'])
    await page.said('the log was mended:')
    t.same(await arrivedAtLast(device, 2), [1, 2])
    await page.waitFor('.gate-scan, [data-gate]')
    if (await page.evaluate(() => document.querySelector('[data-gate]') !== null)) await takePost(page)
    await pass(page, third)
    t.same(await arrivedAtLast(device, 3), [1, 2, 3])
  })

  await t.test('WebKit without either says which numbers are gone', async t => {
    const { page, device } = await afterEviction(t, ['database', 'copy'])
    await page.waitFor('.notice-error')
    const words = await page.evaluate(() => document.querySelector('.notice-error')?.textContent ?? '')
    t.match(words, '1–2')
    t.match(words, device)
  })

  await t.test('in WebKit a new version waits for the volunteer, while scanning goes on', async t => {
    const page = await phoneAt(t, join(dir, 'update'))
    await enrol(page, network.url, api, 'iPhone 3')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await takePost(page)
    await pass(page, first)
    const { rewrite } = network
    network.rewrite = (path, text) => (path.endsWith('/sw.js') ? `${text}\n// newer` : (rewrite?.(path, text) ?? text))
    t.teardown(() => {
      network.rewrite = rewrite
    })
    await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()))
    await page.waitFor('.gate-bar-update button', 60_000)
    await pass(page, second)
    await page.evaluate(() => void Object.assign(globalThis, { isOld: true }))
    await page.click('.gate-bar-update button')
    await page.waitFor('.gate-scan')
    for (let attempt = 0; attempt < 100; attempt++) {
      if (await page.evaluate(() => !('isOld' in globalThis)).catch(() => false)) break
      await wait(100)
    }
    await pass(page, third)
    t.same(await numbersOn(page), [1, 2, 3], 'post and entries are as they were')
  })

  await t.test('in WebKit a camera that is taken away comes back by itself, or when it is asked for', async t => {
    const page = await phoneAt(t, join(dir, 'camera'))
    await enrol(page, network.url, api, 'iPhone 4')
    await takePost(page)
    await pass(page, first)
    await takeAway(page, null)
    await pass(page, second)
    await takeAway(page, 'NotAllowedError')
    await page.waitFor('.gate-foot .notice-error')
    await giveBack(page)
    await page.click('.gate-foot .notice-error button')
    await pass(page, third)
    t.same(await numbersOn(page), [1, 2, 3])
  })
}
