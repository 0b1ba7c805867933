import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import QRCode from 'qrcode'
import t, { type Test } from 'tap'
import { type Api, type Issued, signIn } from '../support/gate-page.ts'
import { runService } from '../support/running-service.ts'
import { STEADY, TWO_G, troubledNetwork, troubledPort } from '../support/troubled-network.ts'
import { launchWebkit, type WebkitPage } from '../support/webkit.ts'
import { dismiss, enrol, numbersOn, takePost, verdictOf } from '../support/webkit-gate.ts'

async function tryGate(t: Test, page: WebkitPage): Promise<void> {
  const dir = t.testdir()
  const port = await troubledPort()
  const service = await runService(join(dir, 'data'), `http://localhost:${port}`)
  const network = await troubledNetwork(port, () => service.url)
  t.teardown(async () => {
    await page.close()
    await network.close()
    await service.kill()
  })
  const api = await signIn(service.url, 'worker', 'demo-worker-2020')
  const pictures = await picturesOf(api, dir)

  await t.test('enrols, keeps itself for offline use, and takes its post', async t => {
    await enrol(page, network.url, api)
    t.equal(await page.evaluate(async () => (await navigator.serviceWorker.ready).active !== null), true)
    await page.waitFor('[data-gate]')
    await takePost(page)
  })

  await t.test('judges pictures with the network cut, and logs each', async t => {
    network.trouble = { ...STEADY, cut: true }
    await service.kill()
    for (const [name, wanted] of [
      ['valid', 'PASS OK'],
      ['revoked', 'STOP REVOKED'],
      ['foreign', 'CHECK UNREADABLE']
    ] as const) {
      await showPicture(page, pictures[name])
      t.equal(await verdictOf(page), wanted)
      await dismiss(page)
    }
    t.same(await numbersOn(page), [1, 2, 3])
  })

  await t.test('a reload without a network keeps post and entries', async t => {
    await page.evaluate(() => location.reload())
    await page.waitFor('.gate-scan', 60_000)
    t.same(await numbersOn(page), [1, 2, 3])
    await showPicture(page, pictures.other)
    t.equal(await verdictOf(page), 'PASS OK')
  })

  await t.test('a full phone shows no verdict', async t => {
    await page.evaluate(() => {
      const { add } = IDBObjectStore.prototype
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('no room', 'QuotaExceededError')
      }
      addEventListener('room', () => {
        IDBObjectStore.prototype.add = add
      })
    })
    await page.waitFor('.gate-scan:not(:has([data-verdict]))')
    await showPicture(page, pictures.valid)
    await page.waitFor('.notice-error')
    t.equal(await page.evaluate(() => document.querySelectorAll('[data-verdict]').length), 0)
    await page.evaluate(() => void dispatchEvent(new Event('room')))
  })

  await t.test('on 2G everything arrives, once', async t => {
    await service.start()
    network.trouble = TWO_G
    await page.evaluate(() => void dispatchEvent(new Event('online')))
    await page.waitFor('[data-unsent="0"]', 90_000)
    const { items } = await api('GET', '/entries?limit=200')
    const own = items.filter(({ deviceName }: { deviceName: string }) => deviceName === 'iPhone 1')
    t.same(
      own.map(({ number }: { number: number }) => number).sort((a: number, b: number) => a - b),
      await numbersOn(page)
    )
  })
}

const DAY_MS = 86_400_000

/** A phone of its own whose clock is wrong from the page's first line on. */
const tryClock =
  (words: string, errorMs: number) =>
  async (t: Test, page: WebkitPage): Promise<void> => {
    const dir = t.testdir()
    const port = await troubledPort()
    const service = await runService(join(dir, 'wrong'), `http://localhost:${port}`)
    const network = await troubledNetwork(port, () => service.url)
    t.teardown(async () => {
      await page.close()
      await network.close()
      await service.kill()
    })
    const api = await signIn(service.url, 'worker', 'demo-worker-2020')
    const pictures = await picturesOf(api, dir)
    const wrong = `{ const now = Date.now; Date.now = () => now() + ${errorMs} };`
    network.rewrite = (path, text) => (/\/assets\/index-/.test(path) ? wrong + text : text)

    await t.test(`a clock that is ${words} is told, and does not decide`, async t => {
      await enrol(page, network.url, api)
      await takePost(page)
      await page.waitFor('.gate-bar-warning')
      await showPicture(page, pictures.valid)
      t.equal(await verdictOf(page), 'PASS OK')
    })
  }

async function picturesOf(api: Api, dir: string): Promise<Record<'valid' | 'other' | 'revoked' | 'foreign', string>> {
  const issue = (name: string): Promise<Issued> => api('POST', '/passes', { kind: 'person', site: 17, hours: 24, name })
  const [valid, other, revoked] = [await issue('陈小明'), await issue('赵小强'), await issue('吴小磊')]
  await api('POST', `/passes/${revoked.serial}/status`, { action: 'revoke', reason: 'lost' })
  const write = async (name: string, text: string): Promise<string> => {
    const file = join(dir, `${name}.png`)
    writeFileSync(file, await QRCode.toBuffer(text, { margin: 4, scale: 8 }))
    return file
  }
  return {
    valid: await write('valid', valid.text),
    other: await write('other', other.text),
    revoked: await write('revoked', revoked.text),
    foreign: await write('foreign', 'https://example.org/menu?table=7')
  }
}

const showPicture = (page: WebkitPage, file: string): Promise<void> => page.type('.gate-scan input[type="file"]', file)

/** WebKit by its own WebDriver: true touches and files, but nothing on the disk. For the rest see webkit-troubles.test.ts. */
for (const [name, work] of [
  ['a phone from its enrolment to its last delivery', tryGate],
  ['a phone whose clock is a day behind', tryClock('a day behind', -DAY_MS)],
  ['a phone whose clock is a year ahead', tryClock('a year ahead', 366 * DAY_MS)]
] as const) {
  t.test(`WebKit: ${name}`, async t => {
    const page = await launchWebkit()
    if (page === null) t.pass('skipped', { skip: 'webkit2gtk-driver and xvfb are not installed' })
    else await work(t, page)
  })
}
