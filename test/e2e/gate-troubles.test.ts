import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import t from 'tap'
import { browserOptions } from '../support/browser.ts'
import { writeFakeCamera } from '../support/frames/fake-camera.ts'
import {
  type Api,
  enrolPhone,
  everythingArrived,
  type Issued,
  keptOn,
  leavePost,
  signIn,
  takePost
} from '../support/gate-page.ts'
import { runService } from '../support/running-service.ts'
import { STEADY, TWO_G, troubledNetwork, troubledPort } from '../support/troubled-network.ts'

const DAY_MS = 86_400_000
const dir = t.testdir()
const clip = join(dir, 'camera.y4m')
const port = await troubledPort()
const service = await runService(join(dir, 'data'), `http://localhost:${port}`)
const network = await troubledNetwork(port, () => service.url)
t.teardown(async () => {
  await network.close()
  await service.kill()
})
const api = await signIn(service.url, 'worker', 'demo-worker-2020')
const passes = await issueTwo(api)
writeFakeCamera(
  clip,
  passes.flatMap(({ text }) => [
    { text, durationFrames: 12 },
    { text: null, durationFrames: 4 }
  ])
)

async function issueTwo(worker: Api): Promise<Issued[]> {
  const wish = { kind: 'person', site: 17, hours: 24 }
  return [
    await worker('POST', '/passes', { ...wish, name: '陈小明', document: '37010119900307001X' }),
    await worker('POST', '/passes', { ...wish, name: '赵小强' })
  ]
}

type Phone = { readonly context: BrowserContext; readonly page: Page; readonly faults: string[] }

/** A phone with a storage of its own, which outlives the browser's process. `clockMs`: how wrong its clock is. */
async function phoneAt(name: string, clockMs = 0): Promise<Phone> {
  const folder = join(dir, name)
  mkdirSync(folder, { recursive: true })
  const context = await chromium.launchPersistentContext(folder, {
    ...browserOptions(clip),
    viewport: { width: 390, height: 844 },
    permissions: ['camera']
  })
  if (clockMs !== 0) await context.addInitScript(wrongClock, clockMs)
  const page = context.pages()[0] ?? (await context.newPage())
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  return { context, page, faults }
}

/** Runs in the page before anything else. */
function wrongClock(errorMs: number): void {
  const Right = Date
  globalThis.Date = class extends Right {
    constructor(...args: unknown[]) {
      if (args.length === 0) super(Right.now() + errorMs)
      else super(...(args as [number]))
    }
    static override now(): number {
      return Right.now() + errorMs
    }
  } as DateConstructor
}

/** Every write of an entry fails as on a full phone, until the page is told `room`: no browser fills up on command. */
function fillStorage(): void {
  const { add } = IDBObjectStore.prototype
  IDBObjectStore.prototype.add = () => {
    throw new DOMException('no room', 'QuotaExceededError')
  }
  globalThis.addEventListener('room', () => {
    IDBObjectStore.prototype.add = add
  })
}

const verdictOf = async (page: Page): Promise<string | null> => {
  const shown = page.locator('[data-verdict]').first()
  await shown.waitFor({ timeout: 60_000 })
  return shown.getAttribute('data-verdict')
}
const entriesGrow = async (page: Page, beyond: number): Promise<number> => {
  for (let attempt = 0; attempt < 300; attempt++) {
    const { numbers } = await keptOn(page)
    if (numbers.length > beyond) return numbers.length
    await page.waitForTimeout(200)
  }
  throw new Error(`no entry after the first ${beyond}`)
}
const isWithoutGap = (numbers: readonly number[]): boolean => numbers.every((number, index) => number === index + 1)

t.test('on 2G, and with the network cut, verdicts come as always, and everything arrives once', async t => {
  const { context, page, faults } = await phoneAt('slow')
  t.teardown(() => context.close())
  await enrolPhone(page, network.url, api)
  network.trouble = TWO_G
  t.teardown(() => {
    network.trouble = STEADY
  })
  await takePost(page)
  t.equal(await verdictOf(page), 'PASS')
  const before = await entriesGrow(page, 0)
  network.trouble = { ...STEADY, cut: true }
  await entriesGrow(page, before)
  network.trouble = TWO_G
  await leavePost(page)
  const entries = await everythingArrived(service, page)
  t.same(
    entries.map(({ number }) => number),
    (await keptOn(page)).numbers
  )
  t.same(faults, [])
})

for (const [words, errorMs] of [
  ['a day behind', -DAY_MS],
  ['a year ahead', 366 * DAY_MS]
] as const) {
  t.test(`a phone whose clock is ${words} says so, and judges by the right time`, async t => {
    const { context, page, faults } = await phoneAt(words.replaceAll(' ', '-'), errorMs)
    t.teardown(() => context.close())
    await enrolPhone(page, network.url, api)
    await takePost(page)
    t.equal(await verdictOf(page), 'PASS')
    await page.locator('.gate-bar-warning', { hasText: '时间' }).first().waitFor({ timeout: 30_000 })
    await leavePost(page)
    const [entry] = await everythingArrived(service, page)
    t.ok(entry !== undefined)
    t.same(faults, [])
  })
}

t.test('a phone without room for the entry shows no verdict and says why', async t => {
  const { context, page } = await phoneAt('full')
  t.teardown(() => context.close())
  await enrolPhone(page, network.url, api)
  await page.evaluate(fillStorage)
  await takePost(page)
  await page.getByText('记录没有保存').first().waitFor({ timeout: 60_000 })
  t.equal(await page.locator('[data-verdict]').count(), 0)
  await page.evaluate(() => globalThis.dispatchEvent(new Event('room')))
  t.equal(await verdictOf(page), 'PASS', 'with room again it goes on by itself')
  t.ok(isWithoutGap((await keptOn(page)).numbers))
})

t.test('a browser that is killed while it writes has lost nothing that it showed', async t => {
  const first = await phoneAt('killed')
  await enrolPhone(first.page, network.url, api)
  network.trouble = { ...STEADY, cut: true }
  t.teardown(() => {
    network.trouble = STEADY
  })
  await takePost(first.page)
  const shown = await entriesGrow(first.page, 1)
  spawnSync('pkill', ['-9', '-f', join(dir, 'killed')])
  await first.context.close().catch(() => undefined) // it is gone already
  const again = await phoneAt('killed')
  t.teardown(() => again.context.close())
  await again.page.goto(`${network.url}/gate/`)
  // The browser keeps the chosen post with a delay, entries without.
  const start = again.page.locator('video, [data-gate]').first()
  await start.waitFor({ timeout: 60_000 })
  if ((await again.page.locator('[data-gate]').count()) > 0) await takePost(again.page)
  const kept = await entriesGrow(again.page, shown)
  t.ok(kept > shown)
  t.ok(isWithoutGap((await keptOn(again.page)).numbers))
  network.trouble = STEADY
  await leavePost(again.page)
  const entries = await everythingArrived(service, again.page)
  t.ok(isWithoutGap(entries.map(({ number }) => number)))
})

t.test('a phone whose database the browser threw away delivers what its second copy kept', async t => {
  const { context, page } = await phoneAt('evicted')
  t.teardown(() => context.close())
  t.teardown(() => {
    network.trouble = STEADY
  })
  await enrolPhone(page, network.url, api)
  network.trouble = { ...STEADY, cut: true }
  await takePost(page)
  await entriesGrow(page, 1)
  await leavePost(page)
  const { device, numbers } = await keptOn(page)
  await page.goto('about:blank')
  const tools = await context.newCDPSession(page)
  await tools.send('Storage.clearDataForOrigin', { origin: network.url, storageTypes: 'indexeddb' })
  network.trouble = STEADY
  await enrolPhone(page, network.url, api)
  const arrived = async (): Promise<number[]> => {
    const { items } = await api('GET', `/entries?limit=200&device=${device}`)
    return items.map(({ number }: { number: number }) => number).sort((a: number, b: number) => a - b)
  }
  for (let attempt = 0; attempt < 200 && (await arrived()).length < numbers.length; attempt++) await page.waitForTimeout(200)
  t.same(await arrived(), numbers, 'under the name of the phone that it was')
  t.not((await keptOn(page)).device, device)
})

t.test('a camera that is taken away comes back by itself', async t => {
  const { context, page, faults } = await phoneAt('camera')
  t.teardown(() => context.close())
  await enrolPhone(page, network.url, api)
  await takePost(page)
  const before = await entriesGrow(page, 0)
  await page.evaluate(() => {
    const track = (document.querySelector('video')?.srcObject as MediaStream | null)?.getVideoTracks()[0]
    track?.stop()
    track?.dispatchEvent(new Event('ended'))
  })
  t.ok((await entriesGrow(page, before)) > before, 'and scanning goes on')
  t.same(faults, [])
})

t.test('a new version waits until the volunteer agrees, and keeps post and entries', async t => {
  const { context, page, faults } = await phoneAt('update')
  t.teardown(() => context.close())
  await enrolPhone(page, network.url, api)
  await takePost(page)
  const before = await entriesGrow(page, 0)
  network.rewrite = (path, text) => (path.endsWith('/sw.js') ? `${text}\n// newer` : text)
  t.teardown(() => {
    network.rewrite = null
  })
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()))
  const offer = page.getByRole('button', { name: '现在更新' })
  await offer.waitFor({ timeout: 60_000 })
  const later = await entriesGrow(page, before)
  await offer.click({ timeout: 30_000 })
  await page.waitForEvent('load', { timeout: 60_000 })
  await page.locator('video').waitFor({ timeout: 60_000 })
  t.ok((await entriesGrow(page, later)) > later)
  t.ok(isWithoutGap((await keptOn(page)).numbers))
  t.same(faults, [])
})
