import QRCode from 'qrcode'
import { type Random, seededRandom } from './random.ts'

export type Level = 'L' | 'M' | 'Q' | 'H'

/** A QR symbol to be photographed. */
export interface GateCode {
  readonly name: string
  readonly text: string
  /** Modules along one side, without the quiet zone. */
  readonly size: number
  /** 1 where a module is dark, row by row. */
  readonly dark: Uint8Array
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-.:'

/** The symbol of a text, at the smallest version that holds it unless one is named. */
export function gateCode(text: string, level: Level, version?: number): GateCode {
  const { modules, version: made } = QRCode.create(text, {
    errorCorrectionLevel: level,
    ...(version === undefined ? {} : { version })
  })
  return { name: `v${made}-${level}`, text, size: modules.size, dark: Uint8Array.from(modules.data, bit => (bit ? 1 : 0)) }
}

// [version, level, characters]: denser than our own passes, as other systems print them.
const mixed: [number, Level, number][] = [
  [7, 'M', 160],
  [7, 'M', 175],
  [8, 'M', 200],
  [8, 'Q', 155],
  [10, 'M', 290],
  [10, 'Q', 215],
  [12, 'M', 300],
  [12, 'Q', 287],
  [13, 'M', 300],
  [14, 'M', 300]
]

/** Ten symbols of versions 7 to 14 with 155 to 300 characters. */
export function mixedCodes(seed: number): GateCode[] {
  const random = seededRandom(seed)
  return mixed.map(([version, level, length]) => gateCode(passLikeText(random, length), level, version))
}

/** As long as a person's pass: version 6-M as shown on a phone, version 8-Q as printed. */
export function passCodes(seed: number): { screen: GateCode; paper: GateCode } {
  const text = passLikeText(seededRandom(seed), 154)
  return { screen: gateCode(text, 'M', 6), paper: gateCode(text, 'Q', 8) }
}

function passLikeText(random: Random, length: number): string {
  let text = 'CP1:'
  while (text.length < length) text += alphabet[random.below(alphabet.length)]
  return text
}
