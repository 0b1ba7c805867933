import { MAX_LABEL_BYTES } from '../pass/label.ts'
import { fail, ok, type Result } from '../result.ts'
import { normaliseNumber } from './normalise.ts'
import { isPrintable } from './printable.ts'

export type PlateKind =
  | 'new-energy-small'
  | 'new-energy-large'
  | 'hk-macao'
  | 'police'
  | 'learner'
  | 'trailer'
  | 'test'
  | 'oversize'
  | 'consulate'
  | 'embassy'
  | 'armed-police'
  | 'military'
  | 'emergency'
  | 'ordinary'

export type Plate = { readonly plate: string; readonly kind: PlateKind }
export type OtherPlate = { readonly plate: string; readonly kind: 'other' }

/** Province, authority letter (no I; O only for the police and government), and a place of the sequence (neither I nor O). */
const P = '[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新]'
const A = '[A-HJ-NP-Z]'
const S = '[A-HJ-NP-Z0-9]'

/** The dot after the authority letter, as it is painted and as keyboards offer it. */
const DOTS = /[·•‧∙⋅・.]/g

/** GA 36, first match wins. New energy: D A B C E for battery, F G H J K for other drives. */
const KINDS: readonly (readonly [kind: PlateKind, pattern: RegExp])[] = [
  ['new-energy-small', new RegExp(`^${P}${A}[DFABCEGHJK]${S}\\d{4}$`)],
  ['new-energy-large', new RegExp(`^${P}${A}\\d{5}[DFABCEGHJK]$`)],
  ['hk-macao', new RegExp(`^粤Z${S}{4}[港澳]$`)],
  ['police', new RegExp(`^${P}[A-HJ-Z]${S}\\d{3}警$`)],
  ['learner', new RegExp(`^${P}${A}${S}{4}学$`)],
  ['trailer', new RegExp(`^${P}${A}${S}{4}挂$`)],
  ['test', new RegExp(`^${P}${A}${S}{4}试$`)],
  ['oversize', new RegExp(`^${P}${A}${S}{4}超$`)],
  ['consulate', new RegExp(`^${P}${A}\\d{4}领$`)],
  ['embassy', /^(使\d{6}|\d{6}使)$/],
  ['armed-police', new RegExp(`^WJ${P}?\\d{4}[\\dA-HJ-NP-Z]$`)],
  ['military', new RegExp(`^${A}{2}\\d{5}$`)],
  ['emergency', new RegExp(`^${P}[SX]\\d{4}应急$`)],
  ['ordinary', new RegExp(`^${P}[A-HJ-Z]${S}{5}$`)]
]

/** A number plate, GA 36: compatibility forms folded, upper-case, without spaces, dots and hyphens. */
export function parsePlate(raw: string): Result<Plate, 'empty' | 'unknown-format'> {
  const plate = normaliseNumber(raw).replace(DOTS, '')
  if (plate === '') return fail('empty')
  const kind = KINDS.find(([, pattern]) => pattern.test(plate))?.[0]
  return kind === undefined ? fail('unknown-format') : ok({ plate, kind })
}

/** What a vehicle without a plate of GA 36 shows (temporary paper, e-bike, tricycle): free text that fits on a pass. */
export function parseOtherPlate(raw: string): Result<OtherPlate, 'empty' | 'too-long' | 'characters'> {
  const plate = upperCase(raw.normalize('NFC').trim())
  if (plate === '') return fail('empty')
  if (!isPrintable(plate)) return fail('characters')
  return new TextEncoder().encode(plate).length > MAX_LABEL_BYTES ? fail('too-long') : ok({ plate, kind: 'other' })
}

const upperCase = (text: string): string => text.replace(/[a-z]+/g, letters => letters.toUpperCase())
