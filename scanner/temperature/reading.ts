import type { Decision } from '../../shared/gate/decide.ts'

/** A body temperature in tenths of a degree Celsius, as entries hold it. */
export type Tenths = number

/** Digits typed so far: tens, ones, tenths. The point is set by itself. */
export type Typed = string

export const READING_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'back', '0'] as const
export type ReadingKey = (typeof READING_KEYS)[number]

/** Thermometers show 20 to 49 °C; what is plausible for a person is the policy's business. */
const FIRST_DIGITS = '234'
const DIGITS = 3

/** The next state of the keypad; a key that leads nowhere changes nothing. */
export function press(typed: Typed, key: ReadingKey): Typed {
  if (key === 'back') return typed.slice(0, -1)
  if (typed.length === DIGITS || (typed === '' && !FIRST_DIGITS.includes(key))) return typed
  return typed + key
}

/** Null: not all digits are there. */
export const readingOf = (typed: Typed): Tenths | null => (typed.length === DIGITS ? Number(typed) : null)

/** `36.–` while it is typed. */
export const typedText = (typed: Typed): string => {
  const shown = typed.padEnd(DIGITS, '–')
  return `${shown.slice(0, 2)}.${shown.slice(2)}`
}

export const readingText = (tenths: Tenths): string => (tenths / 10).toFixed(1)

const QUICK_FROM = 360
const QUICK_TO = 372

/** Readings of one tap: what nearly everybody has, and never one that would stop somebody by a slip. */
export const quickReadings = (limit: Tenths): Tenths[] =>
  Array.from({ length: QUICK_TO - QUICK_FROM + 1 }, (_, step) => QUICK_FROM + step).filter(tenths => tenths < limit)

/** Whether the passage waits for a temperature: a STOP stays one, whatever is measured. */
export const asksTemperature = ({ verdict, findings }: Decision): boolean =>
  verdict === 'CHECK' && findings.some(({ reason }) => reason === 'TEMP')

export const isFever = ({ headline }: Decision): boolean => headline === 'FEVER'
