import type { ReadonlySignal } from '@preact/signals'
import { type Camera, type CameraChoice, idealResolution, type Zoom } from '../camera/camera.ts'
import { FileUnreadable } from '../decode/decode-worker-client.ts'
import type { FrameDecoder } from '../decode/frame-decoder.ts'
import { type CameraState, cameraState, keepChosen, type ScanFailure, showError, showFailure } from './camera-state.ts'

export type { ScanFailure } from './camera-state.ts'

/** Camera and decoder as the scan screen needs them. */
export type ScanCamera = { readonly [Name in keyof CameraState]: ReadonlySignal<CameraState[Name]['value']> } & {
  readonly failure: ReadonlySignal<ScanFailure | null>
  readonly zoom: ReadonlySignal<Zoom | null>
  readonly choices: ReadonlySignal<readonly CameraChoice[]>
  open(host: HTMLElement): Promise<void>
  close(): void
  choose(deviceId: string | null): Promise<void>
  listChoices(): Promise<void>
  setTorch(on: boolean): Promise<void>
  /** Lets the camera go and keeps the decoder; `open` takes it again. */
  sleep(): void
  setZoom(value: number): Promise<void>
  /** While a refusal is shown, nothing is read. */
  pause(): void
  resume(): void
  /** Null: no code in the picture, or no picture. */
  readFile(file: Blob): Promise<string | null>
}

export type CameraParts = { readonly camera: Camera; readonly decoder: FrameDecoder }
type Parts = {
  /** Loads both when they are first needed; `onFailure` is told when the decoder dies. */
  readonly load: (onFailure: () => void) => Promise<CameraParts>
  readonly onText: (text: string) => void
  /** Mean brightness of a frame, 0–255, and when it was shown. */
  readonly onLuma?: (luma: number, atMs: number) => void
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

/** What is wanted of the camera, beside what is shown of it. */
type Run = Parts & {
  readonly state: CameraState
  parts: Promise<CameraParts> | null
  place: HTMLElement | null
  paused: boolean
  /** Outlives the camera: after a sleep the light comes back. */
  wantsTorch: boolean
}

export function createScanCamera(parts: Parts): ScanCamera {
  const state = cameraState(parts.storage)
  const run: Run = { ...parts, state, parts: null, place: null, paused: false, wantsTorch: false }
  return {
    ...state,
    open: host => open(run, host),
    close: () => close(run),
    async choose(deviceId) {
      keepChosen(run.storage, state, deviceId)
      if (run.place !== null) await open(run, run.place)
    },
    async listChoices() {
      try {
        state.choices.value = await (await loaded(run)).camera.list()
      } catch (error) {
        showError(state, error)
      }
    },
    sleep() {
      run.place = null
      state.isRunning.value = false
      void run.parts?.then(({ camera }) => (run.place === null ? camera.close() : undefined), console.error)
    },
    async setTorch(on) {
      run.wantsTorch = on
      await light(run, (await loaded(run)).camera, on)
    },
    async setZoom(value) {
      const { camera } = await loaded(run)
      await camera.setZoom(value)
      state.zoom.value = camera.zoom
    },
    pause() {
      run.paused = true
      void run.parts?.then(({ decoder }) => run.paused && decoder.pause(), console.error)
    },
    resume() {
      run.paused = false
      void run.parts?.then(({ decoder }) => run.paused || decoder.resume(), console.error)
    },
    readFile: file => readFile(run, file)
  }
}

function loaded(run: Run): Promise<CameraParts> {
  run.parts ??= run
    .load(() => showFailure(run.state, 'decoder-broken'))
    .catch(error => {
      run.parts = null // the next try loads again
      throw error
    })
  return run.parts
}

async function open(run: Run, host: HTMLElement): Promise<void> {
  run.place = host
  run.state.failure.value = null
  try {
    const parts = await loaded(run)
    if (run.place === host) await start(run, parts, host)
  } catch (error) {
    if (run.place === host) showError(run.state, error) // else it was closed meanwhile, and nobody waits for it
  }
}

/** Camera and decoder get ready side by side; without a decoder the camera goes dark again. */
async function start(run: Run, parts: CameraParts, host: HTMLElement): Promise<void> {
  const { camera, decoder } = parts
  const { chosen } = run.state
  const opening = camera.open(host, {
    ...(chosen.value === null ? {} : { deviceId: chosen.value }),
    facing: 'environment',
    ideal: idealResolution,
    onReopen: again => watch(run, parts, again),
    onFailure: ({ code }) => showFailure(run.state, code)
  })
  const ready = decoder.ready.catch(error => {
    if (run.place === host) void camera.close()
    throw error
  })
  ready.catch(() => {}) // told below, or the camera's own failure was first
  const video = await opening.catch(async error => {
    await ready // whose fault it is that the camera was closed
    throw error
  })
  await ready
  if (run.place === host) watch(run, parts, video)
}

function watch(run: Run, { camera, decoder }: CameraParts, video: HTMLVideoElement): void {
  const { isRunning, failure, hasTorch, isTorchOn, zoom } = run.state
  isRunning.value = true
  failure.value = null
  hasTorch.value = camera.torchAvailable()
  isTorchOn.value = false
  zoom.value = camera.zoom
  decoder.start(video, text => run.onText(text), run.onLuma)
  if (run.paused) decoder.pause()
  if (run.wantsTorch) void light(run, camera, true).catch(console.error)
}

async function light({ state }: Run, camera: Camera, on: boolean): Promise<void> {
  if (await camera.torch(on)) state.isTorchOn.value = on
}

function close(run: Run): void {
  run.place = null
  run.state.isRunning.value = false
  const ending = run.parts
  run.parts = null
  void ending?.then(({ camera, decoder }) => {
    decoder.close()
    return camera.close()
  }, console.error)
}

async function readFile(run: Run, file: Blob): Promise<string | null> {
  try {
    return await (await loaded(run)).decoder.decodeFile(file)
  } catch (error) {
    if (!(error instanceof FileUnreadable)) showError(run.state, error)
    return null
  }
}
