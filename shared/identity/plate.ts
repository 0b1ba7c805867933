import { fail, ok, type Result } from '../result.ts'

export const PLATE_PROVINCES = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新'

const P = `[${PLATE_PROVINCES}]`
const NO_IO = '[A-HJ-NP-Z]'
const SERIAL = '[A-HJ-NP-Z0-9]'

/** GA 36, in the order in which they are tried: the special shapes before the ordinary one. */
const SHAPES = [
  ['new-energy-small', `${P}${NO_IO}[DFABCEGHJK]${SERIAL}\\d{4}`],
  ['new-energy-large', `${P}${NO_IO}\\d{5}[DFABCEGHJK]`],
  ['hk-macao', `粤Z${SERIAL}{4}[港澳]`],
  ['police', `${P}[A-HJ-Z]${SERIAL}\\d{3}警`],
  ['special', `${P}${NO_IO}${SERIAL}{4}[学挂试超]`],
  ['consulate', `${P}${NO_IO}\\d{4}领`],
  ['embassy', '使\\d{6}|\\d{6}使'],
  ['armed-police', `WJ${P}?\\d{4}[\\dA-HJ-NP-Z]`],
  ['military', `${NO_IO}{2}\\d{5}`],
  ['emergency', `${P}[SX]\\d{4}应急`],
  ['ordinary', `${P}[A-HJ-Z]${SERIAL}{5}`]
] as const

export type PlateKind = (typeof SHAPES)[number][0]
export type Plate = { readonly plate: string; readonly kind: PlateKind }

const PATTERNS = SHAPES.map(([kind, pattern]) => [kind, new RegExp(`^(?:${pattern})$`)] as const)

/** NFKC, upper case, without spaces and the dots that people write after the letter. */
export const normalisePlate = (raw: string): string =>
  raw
    .slice(0, 40)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·•・.-]/gu, '')

export function parsePlate(raw: string): Result<Plate, 'plate'> {
  const plate = normalisePlate(raw)
  const shape = PATTERNS.find(([, pattern]) => pattern.test(plate))
  return shape === undefined ? fail('plate') : ok({ plate, kind: shape[0] })
}
