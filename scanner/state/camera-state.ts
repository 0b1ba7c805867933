import { type Signal, signal } from '@preact/signals'
import { type CameraChoice, CameraError, type CameraFailureCode, type Zoom } from '../camera/camera.ts'
import { DecoderBroken } from '../decode/decode-worker-client.ts'

export type ScanFailure = CameraFailureCode | 'decoder-broken'

/** What the scan screen shows of camera and decoder. */
export type CameraState = {
  readonly isRunning: Signal<boolean>
  readonly failure: Signal<ScanFailure | null>
  readonly hasTorch: Signal<boolean>
  readonly isTorchOn: Signal<boolean>
  readonly zoom: Signal<Zoom | null>
  readonly choices: Signal<readonly CameraChoice[]>
  /** The camera that was chosen by hand; null: the main one. */
  readonly chosen: Signal<string | null>
}

const KEY = 'checkpoint.gate.camera'
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export const cameraState = (storage: Pick<Storage, 'getItem'>): CameraState => ({
  isRunning: signal(false),
  failure: signal<ScanFailure | null>(null),
  hasTorch: signal(false),
  isTorchOn: signal(false),
  zoom: signal<Zoom | null>(null),
  choices: signal<readonly CameraChoice[]>([]),
  chosen: signal(storage.getItem(KEY))
})

export function keepChosen(storage: Kept, { chosen }: CameraState, deviceId: string | null): void {
  chosen.value = deviceId
  if (deviceId === null) storage.removeItem(KEY)
  else storage.setItem(KEY, deviceId)
}

export function showFailure({ isRunning, failure }: CameraState, code: ScanFailure): void {
  isRunning.value = false
  failure.value = code
}

export function showError(state: CameraState, error: unknown): void {
  console.error(error)
  if (error instanceof DecoderBroken) showFailure(state, 'decoder-broken')
  else showFailure(state, error instanceof CameraError ? error.code : 'unknown')
}
