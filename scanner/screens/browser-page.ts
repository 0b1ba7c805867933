import type { Page } from '../camera/camera-run.ts'

/** This page, as the camera needs to know it. */
export const browserPage = (): Page => ({
  isSecureContext: window.isSecureContext,
  isHidden: () => document.visibilityState === 'hidden',
  onVisibilityChange: listener => document.addEventListener('visibilitychange', listener)
})
