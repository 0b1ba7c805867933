import QRCode from 'qrcode'
import type { WebkitPage } from './webkit.ts'

type Globals = {
  showCode(rows: string[]): void
  /** The name of the error with which the camera is refused; null: it is there. */
  refusal: string | null
}

/**
 * Runs in the page before its own code: a camera that films a canvas. WebKitGTK plays such a stream like a camera's, and
 * has no camera file as Chromium has.
 */
function filmCanvas(): void {
  const canvas = Object.assign(document.createElement('canvas'), { width: 960, height: 720 })
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D
  const page = globalThis as unknown as Globals
  let rows: string[] = []
  let frame = 0
  page.refusal = null
  page.showCode = next => {
    rows = next
  }
  setInterval(() => {
    pen.fillStyle = rows.length === 0 ? `rgb(90 90 ${90 + (frame++ % 9)})` : '#fff' // a still picture would end the frames
    pen.fillRect(0, 0, 960, 720)
    const size = Math.floor(600 / Math.max(1, rows.length))
    pen.fillStyle = '#000'
    for (const [y, row] of rows.entries())
      for (const [x, dot] of [...row].entries()) if (dot === '1') pen.fillRect(180 + x * size, 60 + y * size, size, size)
  }, 66)
  const kept = { deviceId: 'canvas', groupId: '', kind: 'videoinput' as const, label: 'Back Camera' }
  Object.assign(MediaDevices.prototype, {
    getUserMedia: async () => {
      if (page.refusal !== null) throw new DOMException('not now', page.refusal)
      return canvas.captureStream(15)
    },
    enumerateDevices: async () => [{ ...kept, toJSON: () => kept }]
  })
}

/** To be put before the page's first script. */
export const CANVAS_CAMERA = `(${filmCanvas.toString()})();`

type Page = Pick<WebkitPage, 'evaluate'>

/** Holds a code before the camera; null: nobody is there. */
export function hold(page: Page, text: string | null): Promise<void> {
  const rows: string[] = []
  if (text !== null) {
    const { data, size } = QRCode.create(text).modules
    for (let y = 0; y < size; y++) rows.push([...data.subarray(y * size, (y + 1) * size)].map(dot => (dot ? '1' : '0')).join(''))
  }
  return page.evaluate((next: string[]) => (globalThis as unknown as Globals).showCode(next), rows)
}

/** The camera is taken away; as long as `refusal` stands it is not given again. */
export const takeAway = (page: Page, refusal: string | null): Promise<void> =>
  page.evaluate((name: string | null) => {
    const track = (document.querySelector('video')?.srcObject as MediaStream | null)?.getVideoTracks()[0]
    ;(globalThis as unknown as Globals).refusal = name
    track?.stop()
    track?.dispatchEvent(new Event('ended'))
  }, refusal)

export const giveBack = (page: Page): Promise<void> =>
  page.evaluate(() => {
    ;(globalThis as unknown as Globals).refusal = null
  })
