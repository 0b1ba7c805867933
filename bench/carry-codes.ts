/**
 * A log from screen to camera: 200 entries as the codes that a phone shows, six a second, photographed at 720p by the receiving phone,
 * with hand, blur and noise, and with pictures in which one code is half replaced by the next. Page and decoder are slowed down.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { asCodes } from '../scanner/carry/show-frames.ts'
import type { Luma } from '../scanner/decode/image/luma.ts'
import type { FrameKind } from '../shared/carry/frame.ts'
import { passageTextOf } from '../shared/carry/passage-text.ts'
import { carryFileOf } from '../shared/log/carry-file.ts'
import { NO_DETAILS } from '../shared/log/entry.ts'
import type { WireEntry } from '../shared/schema/gate.ts'
import { secondsToMinute, secondsOf, epochMs } from '../shared/time.ts'
import { browserOptions } from '../test/support/browser.ts'
import { everyday } from '../test/support/frames/everyday.ts'
import { writeFakeCamera } from '../test/support/frames/fake-camera.ts'
import { gateCode } from '../test/support/frames/gate-codes.ts'
import { renderFrame } from '../test/support/frames/render-frame.ts'
import { enrolPhone, signIn, takePost, type Api } from '../test/support/gate-page.ts'
import { runService } from '../test/support/running-service.ts'
import { option } from './support/installation.ts'
import { slowPage } from './support/slow-page.ts'
import { trustClaims } from './support/trust-claims.ts'

const framesPerSecond = 30
const codesPerSecond = 6
const size = { width: 1280, height: 720 }
/** Phone before phone: the display is bright, the hand is near and does not shake much. */
const before = {
  ...everyday[0],
  name: 'phone to phone',
  codeMm: 56,
  distanceMm: [110, 150],
  tiltDegrees: [0, 10],
  rollDegrees: [-6, 6],
  aimPx: [0, 30],
  glare: [0, 0]
} as const

/** `--entries N` (200), `--slowdown N` (4), `--rounds N` of the codes at most (5), `--kind entries|passages`. */
export async function run(args: string[]): Promise<object> {
  const count = option(args, 'entries', 200)
  const slowdown = option(args, 'slowdown', 4)
  const rounds = option(args, 'rounds', 5)
  const kind: FrameKind = args.includes('passages') ? 'passages' : 'entries'
  const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'checkpoint-carry-'))
  const service = await runService(join(folder, 'data'))
  try {
    const api = await signIn(service.url, 'worker', 'demo-worker-2020')
    const texts = await codesOf(kind, (await trustClaims(service.url)).realm.id, count)
    const clip = join(folder, 'camera.y4m')
    writeFakeCamera(clip, scenesOf(texts), { ...size, framesPerSecond })
    const received = await receive({
      url: service.url,
      clip,
      api,
      slowdown,
      limitMs: (rounds * texts.length * 1000) / codesPerSecond
    })
    return { kind, entries: count, codes: texts.length, modules: gateCode(texts[0] ?? '', 'M').size, ...received, slowdown }
  } finally {
    await service.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function codesOf(kind: FrameKind, realm: string, count: number): Promise<readonly string[]> {
  const device = randomUUID()
  const now = Date.now()
  const signature = randomBytes(64).toString('base64url')
  const entries = entriesOf(device, count, now)
  const last = entries.at(-1)
  const file = carryFileOf({
    realm,
    device,
    madeAt: now,
    entries,
    seal: { device, number: count, hash: last?.hash ?? '', signature }
  })
  const minute = secondsToMinute(secondsOf(epochMs(now)))
  const passages = entries.map(({ serial, number }): [number, 0, typeof minute] => [
    serial ?? 0,
    0,
    (minute - number) as typeof minute
  ])
  const told = passageTextOf({ realm, site: 17, device, madeAt: epochMs(now), passages }, signature)
  const showing = await asCodes(kind, kind === 'entries' ? file : told, count)
  if (showing.kind !== 'codes') throw new Error(showing.kind)
  return showing.texts
}

/** As a gate writes them; hashes and serials are chance, as the real ones look. */
function entriesOf(device: string, count: number, now: number): WireEntry[] {
  const hashes = Array.from({ length: count + 1 }, () => randomBytes(32).toString('hex'))
  return Array.from({ length: count }, (_, index) => ({
    device,
    number: index + 1,
    site: 17,
    gate: 'gate-0001',
    direction: index % 2 === 0 ? 'in' : 'out',
    deviceMs: epochMs(now - (count - index) * 11_717),
    monotonicMs: index * 11_717,
    boot: 'b00700b00700b007',
    offsetMs: 41,
    method: 'camera',
    keyId: '0123abcd',
    serial: randomBytes(3).readUIntBE(0, 3),
    kind: 'person',
    verdict: 'PASS',
    reasons: ['OK'],
    admitted: true,
    ...NO_DETAILS,
    previousHash: hashes[index] ?? '',
    hash: hashes[index + 1] ?? ''
  }))
}

/** Five pictures of each code, the first of them taken while the display changed. */
function scenesOf(texts: readonly string[]) {
  const each = framesPerSecond / codesPerSecond
  let last: Luma | null = null
  return texts.flatMap((text, index) => {
    const code = gateCode(text, 'M')
    const [one, two] = [renderFrame(code, before, 2 * index), renderFrame(code, before, 2 * index + 1)]
    const changing = last === null ? one : half(last, one)
    last = two
    return [
      { picture: changing, durationFrames: 1 },
      { picture: one, durationFrames: Math.floor((each - 1) / 2) },
      { picture: two, durationFrames: Math.ceil((each - 1) / 2) }
    ]
  })
}

const half = (a: Luma, b: Luma): Luma => ({ ...a, data: a.data.map((grey, at) => (grey + (b.data[at] ?? 0)) >> 1) })

type Receiving = { url: string; clip: string; api: Api; slowdown: number; limitMs: number }

async function receive({ url, clip, api, slowdown, limitMs }: Receiving) {
  const browser = await chromium.launch(browserOptions(clip))
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, permissions: ['camera'] })
    const page = await context.newPage()
    await enrolPhone(page, url, api)
    await slowPage(page, slowdown)
    await page.reload()
    await takePost(page)
    await page.locator('[data-menu]').click()
    await page.locator('[data-carry]').click()
    await page.locator('[data-carry-receive]').click()
    const began = Date.now()
    const done = page.locator('[data-receive] .notice-info')
    const isWhole = await done.waitFor({ timeout: limitMs }).then(
      () => true,
      () => false
    )
    const told = isWhole ? ((await done.textContent()) ?? '') : ''
    // Chinese: the count stands before 条 or 次.
    const received = Number(/(\d+) [条次]/.exec(told)?.[1] ?? 0)
    const progress = await page
      .locator('[data-progress]')
      .textContent({ timeout: 500 })
      .catch(() => null)
    return { received, seconds: Math.round((Date.now() - began) / 100) / 10, ...(isWhole ? {} : { progress }) }
  } finally {
    await browser.close()
  }
}
