import type { PassKind } from '../../shared/pass/kinds.ts'

export type CardKind = PassKind
export type CardLanguage = 'zh' | 'en'

/** The same words in both languages of a card. */
export type Words = { readonly zh: string; readonly en: string }

/** What a printed pass says. Times are epoch seconds and are printed as China Standard Time. */
export type CardModel = {
  /** The pass itself, `CP1:…`. */
  readonly text: string
  readonly kind: CardKind
  /** Masked name, or the normalised plate of a vehicle. */
  readonly label: string
  /** Last four characters of the holder's document; null when the pass has none. */
  readonly documentTail: string | null
  /** null = every site of the realm. An empty English name is left out. */
  readonly site: { readonly number: number; readonly name: string; readonly nameEn: string } | null
  readonly realm: { readonly name: string; readonly nameEn: string }
  readonly start: number
  readonly end: number
  /** 24 bits. */
  readonly serial: number
  /** What the pass is apart from valid when it is printed (on hold, replaced …); shown white on black. */
  readonly statusNote?: Words
  readonly issuedAt: number
}

/** UTC+8 without daylight saving since 1992: the whole country's time. */
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
})

/** `2026-11-24 08:00`, China Standard Time. */
export function formatTime(epochSeconds: number): string {
  const parts = new Map(clock.formatToParts(new Date(epochSeconds * 1000)).map(part => [part.type, part.value]))
  const get = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  return `${get('year')}-${get('month')}-${get('day')} ${get('hour')}:${get('minute')}`
}

/** Two groups of four digits, which two people can read to each other: `0012-3456`. */
export function formatSerial(serial: number): string {
  const digits = String(serial).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}

/** A plate as it stands on the car: with a dot behind the issuing office (GA 36). Names stay as they are. */
export const formatLabel = ({ kind, label }: Pick<CardModel, 'kind' | 'label'>): string =>
  kind === 'vehicle' ? label.replace(/^(\p{Script=Han}[A-Z])(?=[\p{Script=Han}A-Z0-9]{5,6}$)/u, '$1·') : label
