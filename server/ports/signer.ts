import type { EcPublicJwk } from '../../shared/trust/trust-bundle.ts'

export type KeyHandle = { readonly keyId: string; readonly publicKey: EcPublicJwk }

/** Holds private keys and signs with them; they never leave it. A file store by default, a KMS or HSM where there is one. */
export interface Signer {
  /** A fresh P-256 key pair, its private half kept durably before this resolves. */
  createKey(): Promise<KeyHandle>
  has(keyId: string): boolean
  /** Takes in keys that other servers made. */
  refresh(): Promise<void>
  /** ES256, r‖s. Calls that wait together are signed side by side. Rejects for an unknown key. */
  sign(keyId: string, data: Uint8Array): Promise<Uint8Array>
  /** The same for many at once, in the order of `data`; on another core, where the store can. */
  signMany(keyId: string, data: readonly Uint8Array[]): Promise<Uint8Array[]>
  /** ECDH with somebody's public key; null: no point of the curve. Rejects for an unknown key. */
  agree(keyId: string, publicKey: EcPublicJwk): Promise<Uint8Array | null>
  /** AES-256-GCM under a key derived for `purpose`; base64url of nonce ‖ ciphertext ‖ tag. */
  seal(purpose: string, plain: Uint8Array): string
  /** null when it was not sealed here for this purpose. */
  open(purpose: string, sealed: string): Uint8Array | null
  /** HMAC-SHA-256 under a key derived for `purpose`. */
  mac(purpose: string, data: Uint8Array): Uint8Array
  /** Pseudorandom bytes that only this installation can repeat (AES-256-CTR under a derived key). */
  keystream(purpose: string, length: number): Uint8Array
}

/** Time and chance of a running service. */
export type Environment = {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly randomBytes: (count: number) => Uint8Array
}
