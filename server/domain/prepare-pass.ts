import { documentKey, documentTail, parseDocument } from '../../shared/identity/detect-document.ts'
import { parsePlate } from '../../shared/identity/plate.ts'
import { maskName, parseName } from '../../shared/mask/name.ts'
import { encodeLabel, MAX_LABEL_BYTES } from '../../shared/pass/label.ts'
import { MAX_HOURS } from '../../shared/pass/payload.ts'
import { ok } from '../../shared/result.ts'
import type { NewPass } from '../../shared/schema/passes.ts'
import { epochSeconds, type PassMinute, secondsToMinute } from '../../shared/time.ts'
import { type Outcome, refused } from './context.ts'
import { localDayOf } from './local-day.ts'

/** A wish for a pass whose every field was checked: what is signed, and what only the register keeps. */
export type PreparedPass = {
  readonly kind: NewPass['kind']
  readonly site: number
  readonly label: string
  readonly documentTail: string | null
  readonly start: PassMinute
  readonly hours: number
  readonly name: string | null
  /** `index`: the keyed hash of `key`, where the register has it already. */
  readonly document: { readonly number: string; readonly key: string; readonly index?: string | null } | null
  /** May override verdicts; the gates learn it from the trust bundle. */
  readonly isSupervisor: boolean
}

type Holder = Pick<PreparedPass, 'label' | 'documentTail' | 'name' | 'document'>

/** A pass may be prepared this long before it begins. */
const MAX_AHEAD_SECONDS = 366 * 24 * 3600
/** A begin in the past is a slip, apart from "since this morning". */
const MAX_BACK_SECONDS = 24 * 3600

export function preparePass(wish: NewPass, nowMs: number): Outcome<PreparedPass> {
  const isSupervisor = wish.supervisor === true
  if (isSupervisor && wish.kind !== 'duty') return refused('invalid-field', '/supervisor', 'only a duty pass has rights')
  const holder = wish.kind === 'vehicle' ? vehicleOf(wish) : personOf(wish, nowMs)
  if (!holder.ok) return holder
  const now = Math.floor(nowMs / 1000)
  const start = wish.start ?? now
  if (start > now + MAX_AHEAD_SECONDS || start < now - MAX_BACK_SECONDS) return refused('validity-invalid', '/start')
  if (wish.hours < 1 || wish.hours > MAX_HOURS) return refused('validity-invalid', '/hours')
  return ok({
    kind: wish.kind,
    site: wish.site,
    start: secondsToMinute(epochSeconds(start)),
    hours: wish.hours,
    isSupervisor,
    ...holder.value
  })
}

function vehicleOf(wish: NewPass): Outcome<Holder> {
  if (wish.plate === undefined) return refused('invalid-field', '/plate', 'a vehicle needs its plate')
  if (wish.document !== undefined) return refused('invalid-field', '/document', 'a vehicle has no document')
  const plate = parsePlate(wish.plate)
  if (!plate.ok) return refused('plate-invalid', '/plate', String(plate.failure))
  const owner = wish.name === undefined ? ok(null) : parseName(wish.name)
  if (!owner.ok) return refused('name-invalid', '/name', owner.failure)
  return ok({ label: plate.value.plate, documentTail: null, name: owner.value, document: null })
}

function personOf(wish: NewPass, nowMs: number): Outcome<Holder> {
  if (wish.plate !== undefined) return refused('invalid-field', '/plate', 'only a vehicle has a plate')
  if (wish.name === undefined) return refused('invalid-field', '/name', 'a name is needed')
  const name = parseName(wish.name)
  if (!name.ok) return refused('name-invalid', '/name', name.failure)
  const label = maskName(name.value, { maxBytes: MAX_LABEL_BYTES })
  if (!encodeLabel(label).ok) return refused('name-invalid', '/name', 'cannot be written on a pass')
  if (wish.document === undefined) return ok({ label, documentTail: null, name: name.value, document: null })
  const parsed = parseDocument(wish.document, localDayOf(nowMs))
  if (!parsed.ok) return refused('document-invalid', '/document', parsed.failure.code)
  const { document } = parsed.value
  return ok({
    label,
    documentTail: documentTail(document),
    name: name.value,
    document: { number: document.number, key: documentKey(document) }
  })
}
