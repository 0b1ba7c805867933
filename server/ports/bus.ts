/** What may have changed; receivers read the new state from the storage. */
export type Change =
  | { readonly kind: 'trust' }
  | { readonly kind: 'status'; readonly list: number }
  | { readonly kind: 'entries'; readonly sites: readonly number[]; readonly lastSequence: number }
  | { readonly kind: 'records'; readonly sites: readonly number[] }
  | { readonly kind: 'device'; readonly device: string }

/** Fan-out of changes to everybody who serves this realm. In-process by default. */
export interface Bus {
  publish(change: Change): void
  /** The returned function ends the subscription. */
  subscribe(listener: (change: Change) => void): () => void
  close(): Promise<void>
}
