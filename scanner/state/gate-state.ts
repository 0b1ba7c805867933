import { signal } from '@preact/signals'
import type { RecentEntry } from '../../shared/gate/gate-input.ts'
import type { StatusReader } from '../../shared/status/status-list.ts'
import type { GateDirection, TrustBundle } from '../../shared/trust/trust-bundle.ts'
import { type Clock, UNKNOWN_CLOCK } from '../check/clock.ts'
import { readerOf } from '../check/judge.ts'
import type { Lost } from '../log/check-log.ts'
import type { CopyPlace } from '../log/copy/open-journal.ts'
import type { Identity } from '../log/gate-database.ts'

export type Post = { readonly gate: string; readonly direction: GateDirection }

/** What the screens show; changed only by the parts that know it. */
export const identity = signal<Identity | null>(null)
export const trust = signal<TrustBundle | null>(null)
export const status = signal<StatusReader>(readerOf([]))
export const recent = signal<readonly RecentEntry[]>([])
export const post = signal<Post | null>(null)
/** Who is on duty, as the log names them; null: nobody signed in. */
export const operator = signal<string | null>(null)
export const unsent = signal(0)
export const isOnline = signal(false)
export const isRevoked = signal(false)
/** The service sent data that its root did not sign, or older than what is held: the old stays in use. */
export const isDataRefused = signal(false)
/** Server time minus device time, as well as it is known; null: never learned. */
export const offsetMs = signal<number | null>(null)
/** How that is known, and what the clock was seen to do (scanner/state/clock.ts). */
export const clockFacts = signal<Clock>(UNKNOWN_CLOCK)
/** Entries that the browser threw away before they were delivered; null: none. */
export const lost = signal<Lost | null>(null)
/** Where every entry is written a second time. */
export const copyPlace = signal<CopyPlace>('none')
/** Entries of other devices that this phone brings to the service. */
export const carried = signal(0)

/** Nothing of the phone that this was stays in memory. */
export function resetGateState(): void {
  identity.value = null
  trust.value = null
  status.value = readerOf([])
  recent.value = []
  unsent.value = 0
  operator.value = null
  offsetMs.value = null
  clockFacts.value = UNKNOWN_CLOCK
  isRevoked.value = false
  isDataRefused.value = false
  lost.value = null
  carried.value = 0
}
