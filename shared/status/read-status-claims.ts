import { fromBase64Url } from '../bytes.ts'
import { fail, ok, type Result } from '../result.ts'
import { epochSeconds } from '../time.ts'
import { LIST_BYTES, type StatusList } from './status-list.ts'

/** Port: zlib (RFC 1950) → bytes, refusing (null) more than `maxBytes` or broken data. */
export type InflateZlib = (data: Uint8Array, maxBytes: number) => Uint8Array | null | Promise<Uint8Array | null>

export type StatusClaimsFailure = 'claims' | 'bits' | 'subject' | 'encoding' | 'inflate'

/**
 * Claims of a status list token (draft-ietf-oauth-status-list §5.1) whose signature was checked → list.
 * `subject` is `…/status/<list number>`; only two bits a pass are taken.
 */
export async function readStatusClaims(claims: unknown, inflate: InflateZlib): Promise<Result<StatusList, StatusClaimsFailure>> {
  if (!isClaims(claims)) return fail('claims')
  if (claims.status_list.bits !== 2) return fail('bits')
  const list = /\/status\/(\d{1,3})$/.exec(claims.sub)?.[1]
  if (list === undefined || Number(list) > 127) return fail('subject')
  const packed = fromBase64Url(claims.status_list.lst)
  if (packed === null) return fail('encoding')
  const bits = await inflate(packed, LIST_BYTES)
  if (bits === null) return fail('inflate')
  return ok({ list: Number(list), bits, issuedAt: epochSeconds(claims.iat) })
}

type Claims = { sub: string; iat: number; status_list: { bits: number; lst: string } }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function isClaims(value: unknown): value is Claims {
  if (!isRecord(value) || !isRecord(value.status_list)) return false
  const { sub, iat, status_list: list } = value
  return typeof sub === 'string' && Number.isInteger(iat) && typeof list.bits === 'number' && typeof list.lst === 'string'
}
