import type { ReadInputBarcodeFormat, ZXingReaderModule } from 'zxing-wasm/reader'
import { binarizers, characterSets, eanAddOnSymbols, encodeFormats, prepareZXingModule, textModes } from 'zxing-wasm/reader'
import type { Luma } from './image/luma.ts'

/**
 * What is looked for. `all`: codes at any size, also light on dark. `dark-on-light`: that without the inverted look, which costs a
 * picture without a code three fifths as much again. `enlarged`: sharp dark modules of some four pixels, no more than a first look.
 */
export type Effort = 'all' | 'dark-on-light' | 'enlarged'

/** Reads the text of the QR code in a picture, or null when it finds none. Throws only when the decoder itself breaks. */
export type ReadLuma = (picture: Luma, effort?: Effort) => string | null

/** The module with its heap, which its own types take from a package of globals that we do not load. */
type ReaderModule = ZXingReaderModule & { HEAPU8: Uint8Array; _malloc(bytes: number): number; _free(pointer: number): void }

/** The list of results lives in the module's heap until it is deleted, which its own types do not say. */
type Results = ReturnType<ZXingReaderModule['readBarcodesFromPixmap']> & { delete(): void }

/** Where the decoder's WebAssembly comes from: an address of our own origin, or its bytes. */
export type WasmSource = { url: string } | { bytes: Uint8Array<ArrayBuffer> }

// Micro QR is left out on purpose: on noisy frames it yields short false reads. Rotation is free for QR, and the
// denoising filter costs an empty frame more than half as much again for no gain.
const all: Parameters<ZXingReaderModule['readBarcodesFromPixmap']>[3] = {
  formats: encodeFormats(['QRCodeModel2'] satisfies ReadInputBarcodeFormat[]),
  tryHarder: true,
  tryDownscale: true,
  tryInvert: true,
  tryRotate: false,
  tryDenoise: false,
  maxNumberOfSymbols: 1,
  isPure: false,
  downscaleThreshold: 500,
  downscaleFactor: 3,
  minLineCount: 2,
  validateOptionalChecksum: false,
  returnErrors: false,
  tryCode39ExtendedMode: false,
  binarizer: binarizers.indexOf('LocalAverage'),
  eanAddOnSymbol: eanAddOnSymbols.indexOf('Ignore'),
  textMode: textModes.indexOf('Plain'),
  characterSet: characterSets.indexOf('Unknown')
}

const options: Record<Effort, typeof all> = {
  all,
  'dark-on-light': { ...all, tryInvert: false },
  enlarged: { ...all, tryInvert: false, tryHarder: false, tryDownscale: false }
}

/** Loads a fresh decoder; a second call never returns the first one's module, so a broken one can be replaced. */
export async function openLumaReader(source: WasmSource): Promise<ReadLuma> {
  const overrides = 'url' in source ? { locateFile: () => source.url } : { wasmBinary: source.bytes.slice().buffer }
  const module = (await prepareZXingModule({ overrides, equalityFn: () => false, fireImmediately: true })) as ReaderModule
  const place = growingBuffer(module)
  return (picture, effort = 'all') => {
    const pointer = place(picture.data)
    const results = module.readBarcodesFromPixmap(pointer, picture.width, picture.height, options[effort]) as Results
    const found = results.size() > 0 ? results.get(0) : undefined
    results.delete()
    return found?.isValid ? found.text : null
  }
}

/** One buffer inside the module, kept between frames and enlarged when a picture needs more. */
function growingBuffer(module: ReaderModule): (bytes: Uint8Array) => number {
  let pointer = 0
  let capacity = 0
  return bytes => {
    if (bytes.length > capacity) {
      if (pointer) module._free(pointer)
      pointer = module._malloc(bytes.length)
      capacity = pointer ? bytes.length : 0
    }
    if (!pointer) throw new Error(`no room for ${bytes.length} bytes in the decoder`)
    module.HEAPU8.set(bytes, pointer)
    return pointer
  }
}
