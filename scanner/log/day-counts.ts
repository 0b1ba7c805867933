import type { IDBPObjectStore } from 'idb'
import type { WireEntry } from '../../shared/schema/gate.ts'
import type { GateDatabase, GateSchema } from './gate-database.ts'

export type DayCount = { readonly day: string; readonly total: number; readonly admitted: number }
type Counts = IDBPObjectStore<GateSchema, ('identity' | 'entries' | 'head' | 'dayCounts')[], 'dayCounts', 'readwrite'>

/** Days whose counts stay. */
const KEEP_DAYS = 30
const CHINA_OFFSET_MS = 8 * 3_600_000

/** YYYY-MM-DD in China. */
export const dayOf = (ms: number): string => new Date(ms + CHINA_OFFSET_MS).toISOString().slice(0, 10)

/** Adds an entry to the counts of its day. What goes on from an entry is the same passage, and counts once. */
export async function countDay(store: Counts, entry: WireEntry, goesOnFrom: WireEntry | undefined): Promise<void> {
  const day = dayOf(entry.deviceMs)
  const before = (await store.get(day)) ?? { total: 0, admitted: 0 }
  const admitted = Number(entry.admitted) - Number(goesOnFrom?.admitted ?? false)
  await store.put({ total: before.total + (goesOnFrom === undefined ? 1 : 0), admitted: before.admitted + admitted }, day)
}

/** The first day whose counts are kept. */
export const firstKeptDay = (nowMs: number): string => dayOf(nowMs - KEEP_DAYS * 86_400_000)

export async function readDayCount(db: GateDatabase, nowMs: number): Promise<DayCount> {
  const day = dayOf(nowMs)
  return { day, ...((await db.get('dayCounts', day)) ?? { total: 0, admitted: 0 }) }
}
