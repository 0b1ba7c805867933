/**
 * Cold start without a network: the phone was enrolled and has its post, the service is gone, the browser was closed. How long until
 * the camera's picture is on the page and the decoder could read it, on a phone that is four times slower than this machine.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { browserOptions } from '../test/support/browser.ts'
import { writeFakeCamera } from '../test/support/frames/fake-camera.ts'
import { enrolPhone, signIn, takePost } from '../test/support/gate-page.ts'
import { runService } from '../test/support/running-service.ts'
import { option } from './support/installation.ts'

/** Milliseconds since the navigation. */
type Start = { readonly firstFrameMs: number; readonly decoderMs: number; readonly liveMs: number }

/** `--rounds N` (7 unless told), `--slowdown N` (4 unless told). */
export async function run(args: string[]): Promise<object> {
  const rounds = option(args, 'rounds', 7)
  const slowdown = option(args, 'slowdown', 4)
  const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'checkpoint-cold-start-'))
  try {
    const clip = join(folder, 'camera.y4m')
    writeFakeCamera(clip, [{ text: null, durationFrames: 10 }], { framesPerSecond: 10 })
    const open = (): Promise<BrowserContext> =>
      chromium.launchPersistentContext(join(folder, 'profile'), {
        ...browserOptions(clip),
        viewport: { width: 360, height: 740 },
        permissions: ['camera']
      })
    const url = await firstVisit(open, join(folder, 'data'))
    const starts: Start[] = []
    for (let round = 0; round < rounds; round++) starts.push(await coldStart(open, url, slowdown))
    const median = (of: (start: Start) => number): number =>
      Math.round(starts.map(of).sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN)
    return {
      medianMs: median(({ liveMs }) => liveMs),
      worstMs: Math.round(Math.max(...starts.map(({ liveMs }) => liveMs))),
      firstFrameMs: median(({ firstFrameMs }) => firstFrameMs),
      decoderMs: median(({ decoderMs }) => decoderMs),
      rounds,
      slowdown
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Enrols the phone and takes its post, once; then there is no service any more. */
async function firstVisit(open: () => Promise<BrowserContext>, dataDir: string): Promise<string> {
  const service = await runService(dataDir)
  try {
    const context = await open()
    const page = await context.newPage()
    await enrolPhone(page, service.url, await signIn(service.url, 'worker', 'demo-worker-2020'))
    await takePost(page)
    await page.locator('.gate-scan[data-running="true"]').waitFor()
    await context.close()
    return service.url
  } finally {
    await service.kill()
  }
}

/** A browser of its own each time: nothing is left in memory, as on a phone in the morning. */
async function coldStart(open: () => Promise<BrowserContext>, url: string, slowdown: number): Promise<Start> {
  const context = await open()
  try {
    const page = await context.newPage()
    await page.addInitScript(watchStart, slowdown)
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.goto(`${url}/gate/`)
    return await startOf(page)
  } finally {
    await context.close()
  }
}

const startOf = async (page: Page): Promise<Start> => {
  const handle = await page.waitForFunction(() => (window as unknown as { coldStart?: Start }).coldStart, undefined, {
    timeout: 60_000
  })
  return (await handle.jsonValue()) as Start
}

/**
 * In the page, before its own scripts. The browser's throttle leaves workers alone, so what the decoder's says when it is ready is
 * held back for as long as a slower phone would have needed more.
 */
function watchStart(slowdown: number): void {
  const times = { firstFrameMs: 0, decoderMs: 0 }
  const note = (name: keyof typeof times): void => {
    times[name] ||= performance.now()
    if (times.firstFrameMs === 0 || times.decoderMs === 0) return
    const wait = (): void => {
      if (document.querySelector('.gate-scan[data-running="true"]') === null) requestAnimationFrame(wait)
      else Object.assign(window, { coldStart: { ...times, liveMs: performance.now() } })
    }
    wait()
  }
  window.Worker = class extends Worker {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args)
      const began = performance.now()
      let held = false
      this.addEventListener('message', event => {
        if (held || (event.data as { kind?: unknown } | null)?.kind !== 'ready') return
        held = true
        event.stopImmediatePropagation()
        const tell = (): void => {
          note('decoderMs')
          this.dispatchEvent(new MessageEvent('message', { data: event.data }))
        }
        setTimeout(tell, (performance.now() - began) * (slowdown - 1))
      })
    }
  }
  const watched = new WeakSet<HTMLVideoElement>()
  new MutationObserver(() => {
    const video = document.querySelector('video')
    if (video === null || watched.has(video)) return
    watched.add(video)
    video.requestVideoFrameCallback(() => note('firstFrameMs'))
  }).observe(document, { childList: true, subtree: true })
}
