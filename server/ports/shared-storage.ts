import type { Change } from './bus.ts'

/** How far everything that servers tell each other had come. */
export type ChangeMarks = {
  readonly trust: number
  readonly status: number
  readonly entries: number
  readonly devices: number
  readonly alerts: number
  readonly records: number
}

export type SealedKey = { readonly keyId: string; readonly sealed: string }

/** How the gates and their log are, over the whole installation. */
export type LogHealth = {
  readonly devices: number
  /** Not heard of since an instant. */
  readonly silent: number
  readonly unsent: number
  readonly missing: number
  readonly quarantined: number
  readonly jobs: readonly { readonly name: string; readonly doneAt: number }[]
}

/** What several servers on one store need of each other. */
export interface SharedStorage {
  /** Where the store stands, and what changed since `before`: finds what no message told. null: nothing is asked for. */
  changesSince(before: ChangeMarks | null): Promise<{ marks: ChangeMarks; changes: Change[] }>
  sealedKeys(): Promise<SealedKey[]>
  /** false when there is one of this id. */
  addSealedKey(keyId: string, sealed: string): Promise<boolean>
  /** Runs `work` while nobody else, on any server, runs work of this name. Not for request paths. */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T>
  /**
   * Takes or renews the lease of a name for `holder`: its fencing token, which grows with every new holder. null while
   * another one holds it.
   */
  takeLease(name: string, holder: string, now: number, lifeMs: number): Promise<number | null>
  /** When the job of this name was done last; null: never. */
  lastRun(name: string): Promise<number | null>
  /** Notes that the job was done. false when a later holder has taken the lease: the token fences it. */
  noteRun(name: string, token: number, at: number): Promise<boolean>
  logHealth(silentBefore: number): Promise<LogHealth>
}
