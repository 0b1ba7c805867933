import type { Camera } from './camera.ts'
import { createCamera } from './create-camera.ts'
import { html5Driver } from './html5-driver.ts'

export { fetchCameraLibrary } from './html5-driver.ts'

/** The camera of this page. */
export const camera: Camera = createCamera(html5Driver, {
  isSecureContext,
  isHidden: () => document.visibilityState === 'hidden',
  onVisibilityChange: listener => document.addEventListener('visibilitychange', listener)
})
