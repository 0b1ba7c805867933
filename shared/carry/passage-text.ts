import type { PassageCode } from '../log/passage-code.ts'
import type { PassMinute } from '../time.ts'

/** Name of the format; a later one gets another. */
const FORMAT = 'checkpoint-recent-1'

export type ToldPassage = readonly [serial: number, code: PassageCode, minute: PassMinute]

/** Passages that one phone of a site tells another without network. */
export type PassageText = {
  readonly format: typeof FORMAT
  readonly realm: string
  readonly site: number
  readonly device: string
  /** Corrected time, milliseconds. */
  readonly madeAt: number
  readonly passages: readonly ToldPassage[]
  /** ES256 by the device's key, r‖s, base64url. No gate can check it (docs/protocol.md §7). */
  readonly signature: string
}

export type UnsignedPassages = Omit<PassageText, 'format' | 'signature'>

/** What is signed. */
export const passagesToSign = ({ realm, site, device, madeAt, passages }: UnsignedPassages): string =>
  JSON.stringify([FORMAT, realm, site, device, madeAt, passages])

export const passageTextOf = (content: UnsignedPassages, signature: string): PassageText => ({
  format: FORMAT,
  ...content,
  signature
})

/** Null: another text. */
export function readPassageText(text: string): PassageText | null {
  try {
    const read = JSON.parse(text) as Partial<PassageText> | null
    if (read?.format !== FORMAT || typeof read.realm !== 'string' || typeof read.device !== 'string') return null
    if (!Number.isSafeInteger(read.site) || !Number.isSafeInteger(read.madeAt) || typeof read.signature !== 'string') return null
    return Array.isArray(read.passages) && read.passages.every(isPassage) ? (read as PassageText) : null
  } catch {
    return null // no JSON
  }
}

const isPassage = (passage: unknown): boolean =>
  Array.isArray(passage) &&
  passage.length === 3 &&
  passage.every(part => Number.isSafeInteger(part) && part >= 0) &&
  [0, 1, 2].includes(passage[1])

/** An older one says nothing that the shift does not know; a clock may be this much ahead. */
const FRESH_MS = 12 * 3_600_000
const AHEAD_MS = 10 * 60_000

export type PassageRefusal = 'other-site' | 'own' | 'stale'

/** Why a phone must not take it; null: it may. */
export function refusePassages(
  { realm, site, device, madeAt }: PassageText,
  self: { readonly realm: string; readonly site: number; readonly device: string },
  nowMs: number
): PassageRefusal | null {
  if (realm !== self.realm || site !== self.site) return 'other-site'
  if (device === self.device) return 'own'
  return madeAt <= nowMs - FRESH_MS || madeAt > nowMs + AHEAD_MS ? 'stale' : null
}
