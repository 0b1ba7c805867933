import { createHash } from 'node:crypto'
import type { EcPublicJwk } from '../../shared/trust/trust-bundle.ts'

/** First four bytes of the RFC 7638 SHA-256 thumbprint, as eight hexadecimal digits. */
export const keyIdOf = ({ crv, kty, x, y }: EcPublicJwk): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('hex').slice(0, 8)
