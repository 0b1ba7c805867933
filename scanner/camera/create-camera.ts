import type { Camera } from './camera.ts'
import type { CameraDriver } from './camera-driver.ts'
import { type CameraRun, followVisibility, type Page, release, restart, start, type Wish } from './camera-run.ts'
import { classifyFailure } from './classify-failure.ts'

export function createCamera(driver: CameraDriver, page: Page): Camera {
  const run: CameraRun = { driver, page, enqueue: createQueue(), wish: null, session: null }
  const classified = (error: unknown) => classifyFailure(error, page.isSecureContext)
  page.onVisibilityChange(() => {
    run.enqueue(() => followVisibility(run))
  })
  return {
    async list() {
      try {
        // Asking would start a camera, which a phone with one running refuses.
        return await run.enqueue(() => (run.session ? driver.known() : driver.list()))
      } catch (error) {
        throw classified(error)
      }
    },
    async open(host, options) {
      const wish: Wish = { host, options, restarts: 0, torch: false, zoom: null }
      run.wish = wish
      try {
        return await run.enqueue(() => start(run, wish))
      } catch (error) {
        if (run.wish === wish) run.wish = null
        throw classified(error)
      }
    },
    close() {
      run.wish = null
      return run.enqueue(() => release(run))
    },
    torch: on => run.enqueue(() => switchTorch(run, on)),
    torchAvailable: () => run.session?.hasTorch ?? false,
    get zoom() {
      return run.session?.zoom() ?? null
    },
    setZoom: value =>
      run.enqueue(async () => {
        if (run.wish) run.wish.zoom = value
        await run.session?.setZoom(value)
      })
  }
}

async function switchTorch(run: CameraRun, on: boolean): Promise<boolean> {
  const { session, wish } = run
  if (!session?.hasTorch || !wish) return false
  const done = await session.setTorch(on)
  wish.torch = on && done
  // Some phones put the light out only with the camera.
  if (!on && !done) await restart(run, wish)
  return done || !on
}

/** Runs one thing after the other: starts and stops that overlap leave cameras running that nobody holds. */
function createQueue(): CameraRun['enqueue'] {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const result = last.then(work)
    last = result.catch(() => {})
    return result
  }
}
