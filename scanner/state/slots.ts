import type { ApiFailure, GateApi } from '../sync/gate-api.ts'
import { keepSlots } from '../duty/kept-slots.ts'

/** A plan changes some times a day; a place that was just taken is on the phone within this time. */
const EVERY_MS = 60_000
let fetchedAt = Number.NEGATIVE_INFINITY

/** Fetches the shift plan now and then, and keeps it. */
export async function fetchSlots(api: Pick<GateApi, 'slots'>, token: string, monotonicMs: number): Promise<ApiFailure | null> {
  if (monotonicMs - fetchedAt < EVERY_MS) return null
  const answer = await api.slots(token)
  if (!answer.ok) return answer.failure
  fetchedAt = monotonicMs
  keepSlots(localStorage, answer.value)
  return null
}
