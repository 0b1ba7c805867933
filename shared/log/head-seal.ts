/**
 * A device's signature over the last entry of its chain. The chain makes it speak for every entry before it, so that
 * whoever carries them can be believed about whose they are.
 */
export type HeadSeal = {
  readonly device: string
  readonly number: number
  readonly hash: string
  /** ES256, r‖s, base64url. */
  readonly signature: string
}

/** What is signed. */
export const headSealText = ({ device, number, hash }: Omit<HeadSeal, 'signature'>): string =>
  `checkpoint-head-1.${device}.${number}.${hash}`
