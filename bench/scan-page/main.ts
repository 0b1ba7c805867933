import { idealResolution } from '../../scanner/camera/camera.ts'
import { camera } from '../../scanner/camera/open-camera.ts'
import { judge } from '../../scanner/check/judge.ts'
import { createFrameDecoder, type FrameDecoder } from '../../scanner/decode/frame-decoder.ts'
import { DEFAULT_POLICY } from '../../shared/gate/policy.ts'
import { statusReader } from '../../shared/status/status-list.ts'
import { epochMs, epochSeconds } from '../../shared/time.ts'
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts'
import { readStrip, stripCell, stripCells } from '../../test/support/frames/frame-strip.ts'
import type { Recording, Setup } from './recording.ts'

const frames: Recording['frames'] = []
const verdicts: Recording['verdicts'] = []
let longTaskMs = 0
let since = 0
let decoder: FrameDecoder | null = null
let video: HTMLVideoElement | null = null

/** From the camera to the verdict on the screen, as the gate does it. */
async function start(setup: Setup): Promise<void> {
  const trust = trustOf(setup)
  const status = statusReader([{ list: 0, bits: new Uint8Array(0), issuedAt: epochSeconds(setup.statusAsOf) }])
  const place = { site: setup.site, gate: 'bench', direction: 'in' } as const
  const shown = byId('verdict')
  decoder = createFrameDecoder({ slowdown: setup.slowdown })
  await decoder.ready
  video = await camera.open(byId('viewfinder'), { facing: 'environment', ideal: idealResolution })
  watchFrames(video)
  watchLongTasks()
  decoder.start(video, async (text, { presentedAtMs, decodeMs, pass }) => {
    const { decision } = await judge(text, { trust, status, recent: [] }, place, epochMs(Date.now()), {
      presented: 'code',
      temperature: null
    })
    shown.textContent = decision.verdict
    verdicts.push({ text, verdict: decision.verdict, atMs: performance.now(), presentedAtMs, decodeMs, pass })
  })
}

function reset(): void {
  frames.length = 0
  verdicts.length = 0
  longTaskMs = 0
  since = performance.now()
}

async function stop(): Promise<Recording> {
  decoder?.close()
  const videoSize: Recording['videoSize'] = [video?.videoWidth ?? 0, video?.videoHeight ?? 0]
  await camera.close()
  return { elapsedMs: performance.now() - since, frames, verdicts, longTaskMs, videoSize }
}

function trustOf({ keys, site }: Setup): TrustBundle {
  return {
    version: 1,
    issuedAt: epochSeconds(0),
    realm: { id: 'bench', name: '测量', nameEn: 'Bench' },
    keys: new Map(keys),
    statusKeys: [],
    sites: new Map([[site, { number: site, name: '测量', nameEn: 'Bench' }]]),
    gates: [],
    policies: [DEFAULT_POLICY],
    nextRoot: null,
    minimumAppVersion: '0.0.0',
    supervisors: new Set()
  }
}

/** Notes which frame of the clip is presented when, from the number in its corner. What that costs counts against us. */
function watchFrames(watched: HTMLVideoElement): void {
  const side = stripCell(watched.videoWidth)
  const rect = { x: 0, y: side / 2, width: stripCells * side, height: 2 }
  // Two rows of brightness and one of each colour.
  const bytes = new Uint8Array(rect.width * 3)
  const look = async (_: number, { presentationTime }: VideoFrameCallbackMetadata) => {
    watched.requestVideoFrameCallback(look)
    const frame = new VideoFrame(watched)
    await frame.copyTo(bytes, { rect })
    frame.close()
    const number = readStrip(Array.from({ length: stripCells }, (_, cell) => bytes[(cell + 0.5) * side] as number))
    if (number !== null) frames.push([number, presentationTime])
  }
  watched.requestVideoFrameCallback(look)
}

function watchLongTasks(): void {
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) longTaskMs += duration
  }).observe({ type: 'longtask' })
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`no ${id}`)
  return element
}

window.scanBench = { start, reset, stop }
