/**
 * Seconds a person at a lane with temperature: the built app in Chromium, its camera showing one pass after the other, and a
 * volunteer who reads the thermometer and taps. The software's share is from the first frame with the code until the question for the
 * temperature stands, and from the tap until the verdict does.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { browserOptions } from '../test/support/browser.ts'
import { writeFakeCamera } from '../test/support/frames/fake-camera.ts'
import { readStrip, stripBits, stripCell, stripCells } from '../test/support/frames/frame-strip.ts'
import { type Api, enrolPhone, signIn, takePost } from '../test/support/gate-page.ts'
import { runService } from '../test/support/running-service.ts'
import { option } from './support/installation.ts'
import { slowPage } from './support/slow-page.ts'
import { trustClaims } from './support/trust-claims.ts'

const framesPerSecond = 10
/** The phone is held up for a second, then the thermometer is, then the next one steps up. */
const shownFrames = 10
const warmUpMs = 8_000

/** On the page's clock. */
type Lane = { frames: [number, number][]; asked: number[]; tapped: number[]; passed: number[] }

/** `--people N` (6), `--every MS` (3000), `--human MS` for reading the thermometer (1000), `--slowdown N` (4). */
export async function run(args: string[]): Promise<object> {
  const people = option(args, 'people', 6)
  const everyMs = option(args, 'every', 3_000)
  const humanMs = option(args, 'human', 1_000)
  const slowdown = option(args, 'slowdown', 4)
  const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'checkpoint-lane-'))
  const service = await runService(join(folder, 'data'))
  try {
    const api = await signIn(service.url, 'worker', 'demo-worker-2020')
    await wantTemperature(service.url, api)
    const clip = join(folder, 'camera.y4m')
    const frames = (everyMs * framesPerSecond) / 1000
    const scenes = (await issue(api, people)).flatMap(text => [
      { text, durationFrames: shownFrames },
      { text: null, durationFrames: frames - shownFrames }
    ])
    writeFakeCamera(clip, scenes, { framesPerSecond, numbered: true })
    const lane = await record({ url: service.url, clip, api, humanMs, slowdown, forMs: warmUpMs + 2 * people * everyMs })
    return { ...summarise(lane, frames), everyMs, humanMs, slowdown }
  } finally {
    await service.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function wantTemperature(url: string, api: Api): Promise<void> {
  const profiles: { risk: string; rules: { temperature: object } }[] = await api('GET', '/policies/profiles')
  const low = profiles.find(({ risk }) => risk === 'low')?.rules
  const gates = (await trustClaims(url)).gates.filter(({ site }) => site === 17).map(({ id }) => id)
  await api('POST', '/policies', { ...low, gates, temperature: { ...low?.temperature, required: true } })
}

async function issue(api: Api, count: number): Promise<string[]> {
  const texts: string[] = []
  for (let number = 0; number < count; number++)
    texts.push(
      (await api('POST', '/passes', { kind: 'person', site: 17, hours: 24, name: `测试${'甲乙丙丁戊己'[number % 6]}` })).text
    )
  return texts
}

type Watched = { url: string; clip: string; api: Api; humanMs: number; slowdown: number; forMs: number }

async function record({ url, clip, api, humanMs, slowdown, forMs }: Watched): Promise<Lane> {
  const browser = await chromium.launch(browserOptions(clip))
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, permissions: ['camera'] })
    const page = await context.newPage()
    // The page's policy forbids eval, and what is run here needs the strip's reader.
    const strip = `const stripBits = ${stripBits}, cells = ${stripCells}; ${readStrip}; ${stripCell};`
    await page.addInitScript({ content: `{ ${strip} (${volunteer})(${humanMs}, readStrip, stripCell, cells) }` })
    await enrolPhone(page, url, api)
    await slowPage(page, slowdown)
    await page.reload()
    await takePost(page)
    await page.waitForTimeout(forMs)
    return await laneOf(page)
  } finally {
    await browser.close()
  }
}

const laneOf = (page: Page): Promise<Lane> => page.evaluate(() => (window as unknown as { lane: Lane }).lane)

/** In the page: notes which frame is presented when, and does what the volunteer's thumb does. */
function volunteer(humanMs: number, read: typeof readStrip, cellOf: typeof stripCell, cells: number): void {
  const lane: Lane = { frames: [], asked: [], tapped: [], passed: [] }
  Object.assign(window, { lane })
  const canvas = new OffscreenCanvas(cells, 1)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const watch = (video: HTMLVideoElement): void => {
    video.requestVideoFrameCallback((_, { presentationTime }) => {
      const side = cellOf(video.videoWidth)
      context?.drawImage(video, 0, side / 4, cells * side, side / 2, 0, 0, cells, 1)
      const pixels = context?.getImageData(0, 0, cells, 1).data ?? []
      const number = read(Array.from({ length: cells }, (__, cell) => pixels[4 * cell] as number))
      if (number !== null) lane.frames.push([number, presentationTime])
      watch(video)
    })
  }
  const seen = new WeakSet<Element>()
  const isNew = (element: Element | null): element is Element => element !== null && !seen.has(element) && !!seen.add(element)
  new MutationObserver(() => {
    const now = performance.now()
    const video = document.querySelector('video')
    if (isNew(video)) watch(video as HTMLVideoElement)
    const key = document.querySelector<HTMLElement>('[data-panel="temperature"] [data-key="365"]')
    if (isNew(key)) {
      lane.asked.push(now)
      setTimeout(() => {
        lane.tapped.push(performance.now())
        ;(key as HTMLElement).click()
      }, humanMs)
    }
    if (isNew(document.querySelector('[data-verdict="PASS"]'))) lane.passed.push(now)
  }).observe(document, { childList: true, subtree: true })
}

/** People of the recording whose passage was seen whole; who was asked but not let through counts as missed. */
function summarise({ frames, asked, tapped, passed }: Lane, framesEach: number) {
  const first = (asked[0] ?? 0) - 1_000
  const shares: number[] = []
  let last: number | null = null
  let showings = 0
  for (const [index, [number, atMs]] of frames.entries()) {
    const before = frames[index - 1]
    const person = Math.floor(number / framesEach)
    if (number % framesEach >= shownFrames || (before !== undefined && Math.floor(before[0] / framesEach) === person)) continue
    const next = frames.find(([other, otherMs]) => otherMs > atMs && Math.floor(other / framesEach) !== person)
    if (atMs < first || next === undefined) continue
    showings++
    const within = (at: number): boolean => at > atMs && at < next[1]
    const [ask, tap, pass] = [asked.find(within), tapped.find(within), passed.find(within)]
    if (ask === undefined || tap === undefined || pass === undefined) continue
    shares.push(ask - atMs + pass - tap)
    last = pass
  }
  const whole = passed.filter(at => at > first && at <= (last ?? 0))
  const secondsPerPerson = ((whole.at(-1) ?? Number.NaN) - (whole[0] ?? Number.NaN)) / (whole.length - 1) / 1000
  const sorted = shares.toSorted((a, b) => a - b)
  return {
    secondsPerPerson: Math.round(100 * secondsPerPerson) / 100,
    softwareShareMs: Math.round(sorted[sorted.length >> 1] ?? Number.NaN),
    softwareWorstMs: Math.round(sorted.at(-1) ?? Number.NaN),
    people: showings,
    missed: showings - shares.length
  }
}
