/** What may have changed; receivers read the new state from the storage. */
export type Change =
  | { readonly kind: 'trust' }
  | { readonly kind: 'status'; readonly list: number }
  | { readonly kind: 'entries'; readonly sites: readonly number[]; readonly lastSequence: number }
  | { readonly kind: 'records'; readonly sites: readonly number[] }
  | { readonly kind: 'alerts'; readonly site: number; readonly community: string | null }
  | { readonly kind: 'roster'; readonly site: number }
  | { readonly kind: 'device'; readonly device: string }

/** `alone`: one server, nobody else to tell. `degraded`: the others cannot be reached; they find changes in the storage. */
export type BusState = 'alone' | 'joined' | 'degraded'

export type Uses = { readonly count: number; readonly leftMs: number }

/**
 * What servers of one realm share for a moment: nothing here is lasting, and every method answers also when the others
 * cannot be reached, then for this server alone. In-process by default.
 */
export interface Bus {
  /** Fan-out to everybody who serves this realm, this server included. */
  publish(change: Change): void
  /** The returned function ends the subscription. */
  subscribe(listener: (change: Change) => void): () => void
  /** Counts one more use of `key` within a window that begins with the first. */
  countUse(key: string, windowMs: number): Promise<Uses>
  /** Takes a word that must not come twice, on any server: false when it was taken within its life. */
  takeOnce(word: string, lifeMs: number): Promise<boolean>
  /** Notes that a phone holds a connection to this server; due again before `lifeMs` is over. */
  present(device: string, lifeMs: number): Promise<void>
  /** Those of the phones that are connected to any server. */
  whoIsPresent(devices: readonly string[]): Promise<ReadonlySet<string>>
  state(): BusState
  close(): Promise<void>
}
