/**
 * Scan to verdict in Chromium: a 720p camera shows passes as an ordinary day has them, and the clock runs from the first frame
 * with the code until its verdict is on the page. Page and worker are both slowed down: the browser's own throttle leaves
 * workers alone, so the worker is told the same factor.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { stubZxingJs } from '../scripts/vite/stub-zxing-js.ts'
import { epochMs, secondsOf } from '../shared/time.ts'
import { framesPerSecond, type Showing, writeScanClip } from './scan-clip.ts'
import type { Recording, Setup } from './scan-page/recording.ts'
import { launchWithCamera } from './support/chromium.ts'
import { option } from './support/installation.ts'
import { signedPasses } from './support/signed-passes.ts'
import { serveFolder } from './support/static-site.ts'

export interface ScanResult {
  readonly medianMs: number
  readonly p95Ms: number
  /** Share of the time that the page's main thread spent in tasks of more than 50 ms. */
  readonly blockedShare: number
  /** Showings that ended without a verdict, and of how many. */
  readonly misses: number
  readonly showings: number
  readonly slowdown: number
  readonly framesPerSecond: number
  readonly decodeMedianMs: number
}

const site = 1
const frameMs = 1000 / framesPerSecond

/** `--seconds N` of scanning (40 unless told), `--slowdown N` (4 unless told). */
export async function run(args: string[]): Promise<ScanResult> {
  const seconds = option(args, 'seconds', 40)
  const slowdown = option(args, 'slowdown', 4)
  const at = secondsOf(epochMs(Date.now()))
  const { texts, key } = signedPasses(5, site, at)
  const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'checkpoint-scan-'))
  try {
    const clip = join(folder, 'camera.y4m')
    const { showings, frames } = await writeScanClip(clip, texts)
    await buildPage(join(folder, 'page'))
    const setup: Setup = { slowdown, site, keys: [[key.keyId, key]], statusAsOf: at }
    const recording = await record(join(folder, 'page'), clip, setup, seconds)
    return summarise(recording, showings, frames, slowdown)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function buildPage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(import.meta.dirname, 'scan-page'),
    plugins: [stubZxingJs()],
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } }
  })
}

async function record(page: string, clip: string, setup: Setup, seconds: number): Promise<Recording> {
  const server = await serveFolder(page)
  const browser = await launchWithCamera(clip)
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, permissions: ['camera'] })
    const tab = await context.newPage()
    tab.on('pageerror', error => console.error(error))
    await tab.goto(server.url)
    await slowDown(tab, setup.slowdown)
    await tab.evaluate(given => window.scanBench.start(given), setup)
    await tab.waitForTimeout(2000)
    await tab.evaluate(() => window.scanBench.reset())
    await tab.waitForTimeout(seconds * 1000)
    return await tab.evaluate(() => window.scanBench.stop())
  } finally {
    await browser.close()
    server.close()
  }
}

async function slowDown(tab: Page, rate: number): Promise<void> {
  const session = await tab.context().newCDPSession(tab)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

function summarise(recording: Recording, showings: readonly Showing[], clipFrames: number, slowdown: number): ScanResult {
  const seen = showingsSeen(recording.frames, showings, clipFrames)
  const latencies: number[] = []
  let misses = 0
  for (const { text, fromMs, untilMs } of seen) {
    const verdict = recording.verdicts.find(given => given.text === text && given.atMs > fromMs && given.atMs < untilMs)
    if (verdict?.verdict === 'PASS') latencies.push(verdict.atMs - fromMs)
    else misses++
  }
  return {
    medianMs: percentile(latencies, 0.5),
    p95Ms: percentile(latencies, 0.95),
    blockedShare: Math.round((1000 * recording.longTaskMs) / recording.elapsedMs) / 1000,
    misses,
    showings: seen.length,
    slowdown,
    framesPerSecond: Math.round((10_000 * recording.frames.length) / recording.elapsedMs) / 10,
    decodeMedianMs: percentile(
      recording.verdicts.map(({ decodeMs }) => decodeMs),
      0.5
    )
  }
}

/**
 * When each showing began and ended, from the numbers of the frames that were presented. If its first frame was skipped, the
 * time is reckoned back to when that one was due. The last showing of the run may be cut short and is left out.
 */
function showingsSeen(
  frames: Recording['frames'],
  showings: readonly Showing[],
  clipFrames: number
): { text: string; fromMs: number; untilMs: number }[] {
  const seen: { text: string; fromMs: number; untilMs: number }[] = []
  let before = frames[0]?.[0] ?? 0
  for (const [number, atMs] of frames.slice(1)) {
    const begun = showings.find(({ from, until }) => number >= from && number < until && !(before >= from && before <= number))
    if (begun)
      seen.push({
        text: begun.text,
        fromMs: atMs - (number - begun.from) * frameMs,
        untilMs: atMs + (clipFrames / showings.length) * frameMs
      })
    before = number
  }
  const endMs = frames.at(-1)?.[1] ?? 0
  return seen.filter(({ untilMs }) => untilMs <= endMs)
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round(10 * (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN)) / 10
}
