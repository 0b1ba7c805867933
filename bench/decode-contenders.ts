import { createRequire } from 'node:module'
import jsqr from 'jsqr'
import { halve } from '../scanner/decode/image/halve.ts'
import type { Luma } from '../scanner/decode/image/luma.ts'
import type { ReadLuma } from '../scanner/decode/luma-reader.ts'
import { readFrame } from '../scanner/decode/read-frame.ts'
import { openReader } from '../test/support/reader.ts'

export interface Contender {
  readonly name: string
  readonly read: ReadLuma
  /** Looks at every so many frames only: some take longer for a frame than the others for a hundred. */
  readonly every?: number
}

/** Our own pipeline first, then its first pass alone, then the decoders of other libraries. */
export async function contenders(): Promise<[ours: Contender, ...others: Contender[]]> {
  const read = await openReader()
  const zxingJs = html5QrcodeDecoder()
  return [
    { name: 'checkpoint', read: frame => readFrame(read, frame, { inverted: true, secondPass: true }).text },
    { name: 'zxing-wasm, one pass', read: frame => read(frame) },
    { name: 'html5-qrcode', read: zxingJs },
    // What html5-qrcode really looks at on a phone: the viewfinder, about half the camera's pixels each way.
    { name: 'html5-qrcode, half size', read: frame => zxingJs(halve(frame)) },
    { name: 'jsqr', read: readWithJsqr, every: 4 }
  ]
}

function readWithJsqr({ data, width, height }: Luma): string | null {
  const rgba = new Uint8ClampedArray(data.length * 4)
  for (const [at, grey] of data.entries()) rgba.fill(grey, at * 4, at * 4 + 3)
  // The package is CommonJS with a default export: its function is one level further down than its types say.
  const decode = (jsqr as unknown as { default?: typeof jsqr.default }).default ?? (jsqr as unknown as typeof jsqr.default)
  return decode(rgba, width, height, { inversionAttempts: 'attemptBoth' })?.data || null
}

/** The parts of the bundled ZXing-JS that html5-qrcode's own decoder uses. */
interface ZxingJs {
  MultiFormatReader: new (verbose: boolean, hints: Map<unknown, unknown>) => { decode(bitmap: object): { text: string } }
  RGBLuminanceSource: new (luma: Uint8ClampedArray, width: number, height: number) => object
  HybridBinarizer: new (source: object) => object
  BinaryBitmap: new (binarizer: object) => object
  DecodeHintType: { POSSIBLE_FORMATS: unknown; TRY_HARDER: unknown }
  BarcodeFormat: { QR_CODE: unknown }
}

/** The decoder inside html5-qrcode with the same settings, QR only, given brightness instead of a canvas. */
function html5QrcodeDecoder(): ReadLuma {
  const zxing = createRequire(import.meta.url)('html5-qrcode/third_party/zxing-js.umd.js') as ZxingJs
  const hints = new Map<unknown, unknown>([
    [zxing.DecodeHintType.POSSIBLE_FORMATS, [zxing.BarcodeFormat.QR_CODE]],
    [zxing.DecodeHintType.TRY_HARDER, false]
  ])
  return ({ data, width, height }) => {
    const source = new zxing.RGBLuminanceSource(new Uint8ClampedArray(data), width, height)
    try {
      return new zxing.MultiFormatReader(false, hints).decode(new zxing.BinaryBitmap(new zxing.HybridBinarizer(source))).text
    } catch {
      // It throws when it finds nothing.
      return null
    }
  }
}
