import { toBase64Url } from '../../shared/bytes.ts'
import {
  type PassageRefusal,
  passagesToSign,
  passageTextOf,
  readPassageText,
  refusePassages,
  type ToldPassage,
  type UnsignedPassages
} from '../../shared/carry/passage-text.ts'
import type { RecentEntry } from '../../shared/gate/gate-input.ts'
import { PASSAGE_CODES } from '../../shared/log/passage-code.ts'
import { type EpochMs, minuteToSeconds, secondsOf, secondsToMinute } from '../../shared/time.ts'
import { gunzip } from '../../ui/gzip.ts'
import type { Identity } from '../log/gate-database.ts'
import type { SignText } from '../log/seal-head.ts'
import { asCodes, type Showing } from './show-frames.ts'

/** The newest of a day at a busy gate: some forty codes. */
const MAX_TOLD = 2_000
const MAX_TEXT_BYTES = 200_000

type Self = Pick<Identity, 'device' | 'site' | 'realm' | 'privateKey'>

/** What this phone saw or had from the service, for another phone of its site. Hearsay is not passed on. */
export async function passagesAsCodes(
  self: Self,
  recent: readonly RecentEntry[],
  signOf: (key: CryptoKey) => SignText,
  now: EpochMs
): Promise<Showing> {
  const known = recent.filter(({ isHearsay }) => isHearsay !== true).toSorted((a, b) => b.at - a.at)
  const passages = known.slice(0, MAX_TOLD).map(toldOf)
  if (passages.length === 0) return { kind: 'nothing' }
  const content: UnsignedPassages = { realm: self.realm.id, site: self.site, device: self.device, madeAt: now, passages }
  const signature = await signOf(self.privateKey)(passagesToSign(content))
  return asCodes('passages', passageTextOf(content, toBase64Url(signature)), passages.length)
}

export type ExchangeOutcome =
  | { readonly kind: 'told'; readonly count: number; readonly device: string; readonly passages: readonly RecentEntry[] }
  | { readonly kind: PassageRefusal | 'unreadable' }

/** What another phone says; none of it lies in the future. */
export async function readExchange(self: Self, blob: Blob, now: EpochMs): Promise<ExchangeOutcome> {
  const content = await gunzip(blob, MAX_TEXT_BYTES)
  const text = content === null ? null : readPassageText(content)
  if (text === null) return { kind: 'unreadable' }
  const refusal = refusePassages(text, { realm: self.realm.id, site: self.site, device: self.device }, now)
  if (refusal !== null) return { kind: refusal }
  const passages = text.passages.map(heardOf).filter(({ at }) => at <= secondsOf(now))
  return { kind: 'told', count: passages.length, device: text.device, passages }
}

const toldOf = ({ serial, direction, isExempt, at }: RecentEntry): ToldPassage => {
  const outCode = isExempt === true ? PASSAGE_CODES.outExempt : PASSAGE_CODES.out
  return [serial, direction === 'in' ? PASSAGE_CODES.in : outCode, secondsToMinute(at)]
}

const heardOf = ([serial, code, minute]: ToldPassage): RecentEntry => ({
  serial,
  direction: code === PASSAGE_CODES.in ? 'in' : 'out',
  isExempt: code === PASSAGE_CODES.outExempt,
  at: minuteToSeconds(minute),
  isHearsay: true
})
