import type { CameraChoice, Facing, Zoom } from './camera.ts'

/** What `createCamera` needs from whatever starts the camera. Failures are thrown as they come. */
export interface CameraDriver {
  /** Every camera; asks for permission if it must. */
  list(): Promise<CameraChoice[]>
  /** Every camera whose name is known without asking; none before the first permission. */
  known(): Promise<CameraChoice[]>
  start(host: HTMLElement, wanted: WantedCamera): Promise<CameraSession>
}

export interface WantedCamera {
  readonly camera: { readonly deviceId: string } | { readonly facing: Facing }
  readonly ideal: { readonly width: number; readonly height: number }
  /** The camera stopped by itself: unplugged, taken by the system, permission withdrawn. */
  readonly onEnded: () => void
}

/** A camera that runs. */
export interface CameraSession {
  readonly video: HTMLVideoElement
  readonly deviceId: string | null
  readonly hasTorch: boolean
  /** Whether the light is now as wanted. */
  setTorch(on: boolean): Promise<boolean>
  zoom(): Zoom | null
  setZoom(value: number): Promise<void>
  /** Lets the camera go and leaves the host empty. Never rejects. */
  stop(): Promise<void>
}
