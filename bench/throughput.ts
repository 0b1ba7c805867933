/**
 * A queue before a real gate: the built app in Chromium, its camera showing twenty different passes, one every second and a
 * half, over and over. Every pass of a turn must be in the log once; a pass that stays in front of the camera is one entry.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { browserOptions } from '../test/support/browser.ts'
import { writeFakeCamera } from '../test/support/frames/fake-camera.ts'
import { type Api, enrolPhone, type Issued, signIn, takePost } from '../test/support/gate-page.ts'
import { runService } from '../test/support/running-service.ts'
import { option } from './support/installation.ts'

const framesPerSecond = 10
/** A pass is held up for a second, then the next one comes. */
const shownFrames = 10
const gapFrames = 5
/** Camera and decoder take a moment to start: the turn that is looked at begins after them. */
const warmUpMs = 6_000

type Kept = { readonly serial: number | null; readonly deviceMs: number }

/** `--passes N` (20 unless told). `missing` and `doubled` count passes of one whole turn. */
export async function run(args: string[]): Promise<object> {
  const count = option(args, 'passes', 20)
  const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'checkpoint-throughput-'))
  const service = await runService(join(folder, 'data'))
  try {
    const api = await signIn(service.url, 'worker', 'demo-worker-2020')
    const passes = await issue(api, count)
    const clip = join(folder, 'camera.y4m')
    writeFakeCamera(
      clip,
      passes.flatMap(({ text }) => [
        { text, durationFrames: shownFrames },
        { text: null, durationFrames: gapFrames }
      ]),
      { framesPerSecond }
    )
    const turnMs = (count * (shownFrames + gapFrames) * 1000) / framesPerSecond
    const entries = await scan(service.url, clip, api, turnMs)
    return { passes: count, everyMs: ((shownFrames + gapFrames) * 1000) / framesPerSecond, ...judgeTurn(passes, entries, turnMs) }
  } finally {
    await service.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function issue(api: Api, count: number): Promise<Issued[]> {
  const passes: Issued[] = []
  for (let number = 1; number <= count; number++)
    passes.push(
      await api('POST', '/passes', { kind: 'person', site: 17, hours: 24, name: `测试${'甲乙丙丁戊己庚辛壬癸'[number % 10]}` })
    )
  return passes
}

async function scan(url: string, clip: string, api: Api, turnMs: number): Promise<Kept[]> {
  const browser = await chromium.launch(browserOptions(clip))
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, permissions: ['camera'] })
    const page = await context.newPage()
    await enrolPhone(page, url, api)
    await takePost(page)
    await page.waitForTimeout(warmUpMs + turnMs)
    return await entriesOn(page)
  } finally {
    await browser.close()
  }
}

const entriesOn = (page: Page): Promise<Kept[]> =>
  page.evaluate(
    () =>
      new Promise<Kept[]>((resolve, reject) => {
        const open = indexedDB.open('checkpoint-gate')
        open.onerror = () => reject(open.error)
        open.onsuccess = () => {
          const all = open.result.transaction('entries').objectStore('entries').getAll()
          all.onsuccess = () => resolve(all.result as Kept[])
        }
      })
  )

/** The last whole turn before the end. Two entries of a pass in less than half a turn are one showing, logged twice. */
function judgeTurn(passes: readonly Issued[], entries: readonly Kept[], turnMs: number) {
  const end = Math.max(...entries.map(({ deviceMs }) => deviceMs))
  const turn = entries.filter(({ deviceMs }) => deviceMs > end - turnMs)
  const seen = new Set(turn.map(({ serial }) => serial))
  const doubled = entries.filter(({ serial, deviceMs }, at) =>
    entries.some((other, before) => before < at && other.serial === serial && deviceMs - other.deviceMs < turnMs / 2)
  )
  return {
    logged: passes.filter(({ serial }) => seen.has(serial)).length,
    missing: passes.filter(({ serial }) => !seen.has(serial)).length,
    doubled: doubled.length
  }
}
