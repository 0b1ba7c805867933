import type { SignText } from '../log/seal-head.ts'
import { ES256 } from './web-crypto.ts'

/** ES256 over UTF-8 with a key that cannot leave the browser. */
export const signerOf =
  (key: CryptoKey): SignText =>
  async text =>
    new Uint8Array(await crypto.subtle.sign(ES256, key, new TextEncoder().encode(text)))
