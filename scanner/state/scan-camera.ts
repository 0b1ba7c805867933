import { type ReadonlySignal, signal } from '@preact/signals'
import {
  type Camera,
  type CameraChoice,
  CameraError,
  type CameraFailureCode,
  idealResolution,
  type Zoom
} from '../camera/camera.ts'
import { DecoderBroken, FileUnreadable } from '../decode/decode-worker-client.ts'
import type { FrameDecoder } from '../decode/frame-decoder.ts'

export type ScanFailure = CameraFailureCode | 'decoder-broken'

/** Camera and decoder as the scan screen needs them. */
export type ScanCamera = {
  readonly isRunning: ReadonlySignal<boolean>
  readonly failure: ReadonlySignal<ScanFailure | null>
  readonly hasTorch: ReadonlySignal<boolean>
  readonly isTorchOn: ReadonlySignal<boolean>
  readonly zoom: ReadonlySignal<Zoom | null>
  readonly choices: ReadonlySignal<readonly CameraChoice[]>
  /** The camera that was chosen by hand; null: the main one. */
  readonly chosen: ReadonlySignal<string | null>
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

const KEY = 'checkpoint.gate.camera'

export function createScanCamera({ load, onText, onLuma, storage }: Parts): ScanCamera {
  const isRunning = signal(false)
  const failure = signal<ScanFailure | null>(null)
  const hasTorch = signal(false)
  const isTorchOn = signal(false)
  const zoom = signal<Zoom | null>(null)
  const choices = signal<readonly CameraChoice[]>([])
  const chosen = signal(storage.getItem(KEY))
  let parts: Promise<CameraParts> | null = null
  let place: HTMLElement | null = null
  let paused = false
  /** Outlives the camera: after a sleep the light comes back. */
  let wantsTorch = false

  const loaded = (): Promise<CameraParts> => {
    parts ??= load(() => fail('decoder-broken')).catch(error => {
      parts = null // the next try loads again
      throw error
    })
    return parts
  }
  const fail = (code: ScanFailure): void => {
    isRunning.value = false
    failure.value = code
  }
  const failWith = (error: unknown): void => {
    console.error(error)
    if (error instanceof DecoderBroken) fail('decoder-broken')
    else fail(error instanceof CameraError ? error.code : 'unknown')
  }
  const light = async (camera: Camera, on: boolean): Promise<void> => {
    if (await camera.torch(on)) isTorchOn.value = on
  }
  const watch = ({ camera, decoder }: CameraParts, video: HTMLVideoElement): void => {
    isRunning.value = true
    failure.value = null
    hasTorch.value = camera.torchAvailable()
    isTorchOn.value = false
    zoom.value = camera.zoom
    decoder.start(video, text => onText(text), onLuma)
    if (paused) decoder.pause()
    if (wantsTorch) void light(camera, true).catch(console.error)
  }
  const start = async (host: HTMLElement): Promise<void> => {
    const both = await loaded()
    await both.decoder.ready
    if (place !== host) return
    const video = await both.camera.open(host, {
      ...(chosen.value === null ? {} : { deviceId: chosen.value }),
      facing: 'environment',
      ideal: idealResolution,
      onReopen: again => watch(both, again),
      onFailure: ({ code }) => fail(code)
    })
    if (place === host) watch(both, video)
  }
  const open = async (host: HTMLElement): Promise<void> => {
    place = host
    failure.value = null
    await start(host).catch(error => {
      if (place === host) failWith(error) // else it was closed meanwhile, and nobody waits for it
    })
  }

  return {
    isRunning,
    failure,
    hasTorch,
    isTorchOn,
    zoom,
    choices,
    chosen,
    open,
    close() {
      place = null
      isRunning.value = false
      const ending = parts
      parts = null
      void ending?.then(({ camera, decoder }) => {
        decoder.close()
        return camera.close()
      }, console.error)
    },
    async choose(deviceId) {
      chosen.value = deviceId
      if (deviceId === null) storage.removeItem(KEY)
      else storage.setItem(KEY, deviceId)
      if (place !== null) await open(place)
    },
    async listChoices() {
      try {
        choices.value = await (await loaded()).camera.list()
      } catch (error) {
        failWith(error)
      }
    },
    sleep() {
      place = null
      isRunning.value = false
      void parts?.then(({ camera }) => (place === null ? camera.close() : undefined), console.error)
    },
    async setTorch(on) {
      wantsTorch = on
      await light((await loaded()).camera, on)
    },
    async setZoom(value) {
      const { camera } = await loaded()
      await camera.setZoom(value)
      zoom.value = camera.zoom
    },
    pause() {
      paused = true
      void parts?.then(({ decoder }) => paused && decoder.pause(), console.error)
    },
    resume() {
      paused = false
      void parts?.then(({ decoder }) => paused || decoder.resume(), console.error)
    },
    async readFile(file) {
      try {
        return await (await loaded()).decoder.decodeFile(file)
      } catch (error) {
        if (error instanceof FileUnreadable) return null
        failWith(error)
        return null
      }
    }
  }
}
