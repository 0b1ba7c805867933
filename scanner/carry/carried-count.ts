import type { GateDatabase } from '../log/gate-database.ts'

/** Entries of other devices that are on this phone and not with the service. */
export const carriedCount = async (db: GateDatabase): Promise<number> =>
  (await db.getAll('carried')).reduce((sum, { entries }) => sum + entries.length, 0)
