import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

/** Chromium as the browser tests use it; with a clip, its camera plays that. */
export const browserOptions = (cameraClip: string | null = null): LaunchOptions => ({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    ...ARGS,
    ...(cameraClip === null
      ? []
      : [
          '--use-fake-device-for-media-stream',
          '--use-fake-ui-for-media-stream',
          `--use-file-for-fake-video-capture=${cameraClip}`
        ])
  ]
})

export const launchBrowser = (cameraClip: string | null = null): Promise<Browser> => chromium.launch(browserOptions(cameraClip))
