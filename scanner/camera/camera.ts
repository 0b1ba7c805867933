export type Facing = 'environment' | 'user'

export interface CameraChoice {
  readonly id: string
  /** As the browser names it; empty until the camera has been allowed once. */
  readonly label: string
  /** Null when the label does not tell. */
  readonly facing: Facing | null
}

export type CameraFailureCode = 'permission-denied' | 'no-camera' | 'in-use' | 'insecure-context' | 'ended' | 'unknown'

/** `message` is the browser's own and for the log; what the volunteer is told follows from the code. */
export class CameraError extends Error {
  readonly code: CameraFailureCode

  constructor(code: CameraFailureCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export interface OpenOptions {
  /** A camera that was chosen by hand. Without it, or when it is gone, the main camera that faces that way. */
  readonly deviceId?: string
  readonly facing: Facing
  /** What is asked for; the camera gives what it can. */
  readonly ideal: { readonly width: number; readonly height: number }
  /** The camera was closed while the page was hidden, or stopped by itself, and runs again: read this video from now on. */
  readonly onReopen?: (video: HTMLVideoElement) => void
  /** The camera stopped and could not be started again; it is closed now. */
  readonly onFailure?: (failure: CameraError) => void
}

export interface Zoom {
  readonly min: number
  readonly max: number
  readonly step: number
  readonly value: number
}

/**
 * One camera at a time, shown in a host element. It is let go while the page is hidden and taken again when it is shown.
 * Calls may come in any order and while others are under way: the last one wins.
 */
export interface Camera {
  /** Asks for permission if it was never given. Rejects with `CameraError`. */
  list(): Promise<CameraChoice[]>
  /** Resolves with a video that plays. Rejects with `CameraError`, with code `ended` when it was closed meanwhile. */
  open(host: HTMLElement, options: OpenOptions): Promise<HTMLVideoElement>
  /** Safe at any time, also twice. */
  close(): Promise<void>
  /** Whether the light is now as wanted: false where there is none. */
  torch(on: boolean): Promise<boolean>
  torchAvailable(): boolean
  /** Null where the open camera has none. */
  readonly zoom: Zoom | null
  /** Takes the nearest value that the camera has. */
  setZoom(value: number): Promise<void>
}

/** Enough for a version 6 symbol of 5 cm at 45 cm, and the most that cheap phones decode thirty times a second. */
export const idealResolution = { width: 1280, height: 720 } as const
