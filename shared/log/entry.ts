import type { PassKind } from '../pass/kinds.ts'
import type { EpochMs } from '../time.ts'
import type { GateDirection } from '../trust/trust-bundle.ts'
import type { Reason, Verdict } from '../verify/reasons.ts'

/** How the person or vehicle was known: a code read by camera, picture or hardware reader, or what was typed or tapped. */
export const ENTRY_METHODS = ['camera', 'file', 'wedge', 'manual', 'roster', 'plate', 'visitor', 'class'] as const
export type EntryMethod = (typeof ENTRY_METHODS)[number]

export const VEHICLE_CLASSES = [
  'car',
  'truck',
  'delivery',
  'bus',
  'taxi',
  'ambulance',
  'fire',
  'police',
  'utility',
  'other'
] as const
export type VehicleClass = (typeof VEHICLE_CLASSES)[number]

/** Never delayed: logged, and let through. */
const EMERGENCY: readonly VehicleClass[] = ['ambulance', 'fire', 'police', 'utility']
export const isEmergency = (vehicleClass: VehicleClass): boolean => EMERGENCY.includes(vehicleClass)

/** DOMAIN.md §2.3 */
export const PURPOSES = ['work', 'shop', 'medical', 'school', 'delivery', 'visit', 'other'] as const
export type Purpose = (typeof PURPOSES)[number]

/** One record of the gate log, as the device wrote it. Never changed afterwards, by nobody. */
export type LogEntry = {
  /** 1, 2, 3 … on each device, without a gap. */
  readonly number: number
  readonly site: number
  readonly gate: string
  readonly direction: GateDirection
  /** The device's own clock. */
  readonly deviceMs: EpochMs
  /** Milliseconds since `boot` began, from a clock that nobody can set. */
  readonly monotonicMs: number
  /** Random name of the app's run that `monotonicMs` counts in. */
  readonly boot: string
  /** Last known server time minus device time; null: never learned. */
  readonly offsetMs: number | null
  readonly method: EntryMethod
  /** Key and serial as the code claims them; only with a verdict that is not FORGED or KEY they are proved. Null: no pass was read. */
  readonly keyId: string | null
  readonly serial: number | null
  readonly kind: PassKind | null
  readonly verdict: Verdict
  /** Severest first; ['OK'] when nothing spoke against it. */
  readonly reasons: readonly Reason[]
  readonly admitted: boolean
  /** Why a CHECK or STOP was let through, or a PASS kept out, in the volunteer's words; null: the verdict was followed. */
  readonly overrideReason: string | null
  /** Tenths of a degree Celsius; null: not measured. */
  readonly temperature: number | null
  /** Normalised plate typed at the gate; null: none. */
  readonly plate: string | null
  /** Number of the entry of this device that this one goes on from: an override, a second measurement; null: the first of its passage. */
  readonly follows: number | null
  /** Serial of the duty pass that allowed an override; null: nobody was asked. */
  readonly overrideBy: number | null
  /** Who was on duty: `pass-<serial>` of a duty pass or `slot-<id>` of the shift plan; null: nobody had signed in. */
  readonly operator: string | null
  readonly vehicleClass: VehicleClass | null
  /** Without the driver. */
  readonly passengers: number | null
  /** Serial of the driver's own pass. */
  readonly driver: number | null
  readonly purpose: Purpose | null
  /** What was written down of a person without a pass: a compact JWE that only the service opens; null: nothing. */
  readonly sealed: string | null
}

/** The fields of a passage of which nothing more than the code is known. */
export const NO_DETAILS = {
  overrideReason: null,
  temperature: null,
  plate: null,
  follows: null,
  overrideBy: null,
  operator: null,
  vehicleClass: null,
  passengers: null,
  driver: null,
  purpose: null,
  sealed: null
} as const satisfies Partial<LogEntry>

/** The format's name and the order of its fields: part of what is hashed, so that a later format cannot be mistaken for it. */
const FORMAT = 'checkpoint-entry-1'

/**
 * The one text of an entry that is hashed: a JSON array (RFC 8785 serialisation: no white space, no escapes beyond
 * JSON's own) of the format's name, the device and the fields in this order. See docs/protocol.md.
 */
export function canonicalEntry(device: string, entry: LogEntry): string {
  return JSON.stringify([
    FORMAT,
    device,
    entry.number,
    entry.site,
    entry.gate,
    entry.direction,
    entry.deviceMs,
    entry.monotonicMs,
    entry.boot,
    entry.offsetMs,
    entry.method,
    entry.keyId,
    entry.serial,
    entry.kind,
    entry.verdict,
    entry.reasons,
    entry.admitted,
    entry.overrideReason,
    entry.temperature,
    entry.plate,
    entry.follows,
    entry.overrideBy,
    entry.operator,
    entry.vehicleClass,
    entry.passengers,
    entry.driver,
    entry.purpose,
    entry.sealed
  ])
}

/** Server time of an entry: the device's clock plus the offset it knew; the device's time itself is kept beside it. */
export const correctedMs = (entry: LogEntry): EpochMs => (entry.deviceMs + (entry.offsetMs ?? 0)) as EpochMs
