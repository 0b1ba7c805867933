import { CameraError, type OpenOptions } from './camera.ts'
import type { CameraDriver, CameraSession } from './camera-driver.ts'
import { chooseMainCamera } from './choose-camera.ts'
import { classifyFailure } from './classify-failure.ts'

/** The parts of `document` and `window` that a camera listens to. */
export interface Page {
  readonly isSecureContext: boolean
  isHidden(): boolean
  /** Told when the page is hidden or shown. */
  onVisibilityChange(listener: () => void): void
}

/** What the user wants; lives from `open` to `close`. */
export interface Wish {
  readonly host: HTMLElement
  readonly options: OpenOptions
  /** How often the camera stopped by itself since it was opened or the page was shown. */
  restarts: number
  torch: boolean
  zoom: number | null
}

/** What is wanted and what runs. The functions below must not overlap: `enqueue` runs them one after the other. */
export interface CameraRun {
  readonly driver: CameraDriver
  readonly page: Page
  readonly enqueue: <T>(work: () => Promise<T>) => Promise<T>
  wish: Wish | null
  session: CameraSession | null
}

// A camera that stops by itself again and again is broken; each start takes about a second.
const mostRestarts = 3

export async function release(run: CameraRun): Promise<void> {
  const held = run.session
  run.session = null
  await held?.stop()
}

/** Starts the camera for a wish, unless that was withdrawn meanwhile. */
export async function start(run: CameraRun, wish: Wish): Promise<HTMLVideoElement> {
  await release(run)
  if (run.wish !== wish) throw new CameraError('ended', 'closed before it had started')
  run.session = await startMain(run, wish)
  if (run.wish !== wish) {
    await release(run)
    throw new CameraError('ended', 'closed while it was starting')
  }
  if (wish.torch) wish.torch = await run.session.setTorch(true)
  if (wish.zoom !== null) await run.session.setZoom(wish.zoom)
  return run.session.video
}

/** Starts again after an interruption and tells whoever reads the video, or that it cannot be. */
export async function restart(run: CameraRun, wish: Wish): Promise<void> {
  try {
    const video = await start(run, wish)
    wish.options.onReopen?.(video)
  } catch (error) {
    fail(run, wish, classifyFailure(error, run.page.isSecureContext))
  }
}

/** Lets the camera go while the page is hidden, for other apps and the battery, and takes it again when it is shown. */
export async function followVisibility(run: CameraRun): Promise<void> {
  const { wish } = run
  if (!wish) return
  if (run.page.isHidden()) return release(run)
  if (run.session) return
  wish.restarts = 0
  await restart(run, wish)
}

async function replaceEnded(run: CameraRun, wish: Wish): Promise<void> {
  if (run.wish !== wish || !run.session) return
  await release(run)
  // It starts again when the page is shown.
  if (run.page.isHidden()) return
  if (wish.restarts++ < mostRestarts) return restart(run, wish)
  fail(run, wish, new CameraError('ended', `stopped by itself ${wish.restarts} times`))
}

function fail(run: CameraRun, wish: Wish, failure: CameraError): void {
  if (run.wish !== wish) return
  run.wish = null
  wish.options.onFailure?.(failure)
}

/** Starts the camera that was chosen, else the main one of its side; names are known only after the first permission. */
async function startMain(run: CameraRun, wish: Wish): Promise<CameraSession> {
  const { deviceId, facing, ideal } = wish.options
  const onEnded = () => {
    run.enqueue(() => replaceEnded(run, wish))
  }
  const startFacing = () => run.driver.start(wish.host, { camera: { facing }, ideal, onEnded })
  const startDevice = (id: string) => run.driver.start(wish.host, { camera: { deviceId: id }, ideal, onEnded })
  const chosen = deviceId ?? chooseMainCamera(await run.driver.known(), facing)?.id
  if (chosen !== undefined) {
    try {
      return await startDevice(chosen)
    } catch (error) {
      // Unplugged, or its identifier has changed.
      if (classifyFailure(error, true).code !== 'no-camera') throw error
      return startFacing()
    }
  }
  const session = await startFacing()
  const main = chooseMainCamera(await run.driver.known(), facing)
  if (!main || session.deviceId === null || main.id === session.deviceId) return session
  await session.stop()
  return startDevice(main.id)
}
