import type { Insertable, Kysely, Transaction } from 'kysely'
import type { Database } from './schema.ts'

/** What differs between databases. Everything else speaks Kysely and is shared. */
export type Engine = {
  readonly db: Kysely<Database>
  /**
   * One atomic piece of work, as if it ran alone (serialisable); nothing of it stays when it throws. Pieces that come
   * together may share a commit; each resolves after it is durable.
   */
  write<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T>
  /** Many rows of the same columns, the fastest way that the engine has. */
  insertMany<T extends keyof Database>(
    trx: Transaction<Database>,
    table: T,
    rows: readonly Insertable<Database[T]>[]
  ): Promise<void>
  /** Whether an error of the engine says that a key is taken. */
  isDuplicate(error: unknown): boolean
  /** Runs work while nobody else, in any process, runs work of this name. */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T>
  /** Makes room for the entries of the coming days, where days are kept apart. */
  prepareDays(): Promise<void>
  /** Drops days of entries that ended before the instant, where days are kept apart. */
  dropDays(before: number): Promise<void>
  /** Answers whether the store can be written, without waiting behind the writes of others. */
  check(): Promise<void>
  /** A consistent copy in a file, where the engine has files; others reject. */
  copyTo(file: string): Promise<void>
  /** Resolves when everything under way is done. */
  close(): Promise<void>
}
