import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

/** Chromium without a window, whose camera plays a clip over and over. CHROMIUM names one that is elsewhere. */
export async function launchWithCamera(clip: string): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? places.find(place => existsSync(place))
  if (executablePath === undefined) throw new Error('this bench needs Chromium: install it or name it in CHROMIUM')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${clip}`
    ]
  })
}
