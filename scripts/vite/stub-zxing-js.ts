import type { Plugin } from 'vite'

const STUBBED = /third_party\/zxing-js\.umd/
const STUB_ID = '\0zxing-js-stub'
/** What html5-qrcode names when it is loaded; none of it is ever asked to decode. */
const STUB = `export class QRCodeReader {}; export class MultiFormatReader {}; export const BarcodeFormat = {}; export const DecodeHintType = {};
export class HTMLCanvasElementLuminanceSource {}; export class BinaryBitmap {}; export class HybridBinarizer {}; export default {};`

/** Leaves html5-qrcode's own decoder (80 kB gzip) out of the build: frames are read by another. */
export const stubZxingJs = (): Plugin => ({
  name: 'checkpoint-stub-zxing-js',
  enforce: 'pre',
  resolveId: source => (STUBBED.test(source) ? STUB_ID : null),
  load: id => (id === STUB_ID ? STUB : null)
})
