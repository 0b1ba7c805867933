import type { DecodeFailure } from '../../shared/pass/codec.ts'
import {
  indexOf,
  listOf,
  packStatuses,
  type PassStatus,
  type StatusReader,
  statusReader
} from '../../shared/status/status-list.ts'
import { type EpochSeconds, epochSeconds } from '../../shared/time.ts'
import { readTrustClaims, type TrustClaims } from '../../shared/trust/read-trust-claims.ts'
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts'
import type { Reason } from '../../shared/verify/reasons.ts'
import type { Verification } from '../../shared/verify/verify.ts'
import vectors from '../vectors/passes.json' with { type: 'json' }

export type Expectation = {
  readonly readable: boolean
  readonly failure?: DecodeFailure
  readonly genuine: boolean
  readonly findings: readonly Reason[]
}

export type PassVector = {
  readonly name: string
  readonly text: string
  readonly at: EpochSeconds
  /** Name of one of the file's trust sets. */
  readonly keys: string
  /** Status of serials; a list is at hand for each list number that occurs. Absent: no list at all. */
  readonly status?: readonly (readonly [serial: number, status: PassStatus])[]
  readonly expect: Expectation
}

export type PassVectorFile = { readonly trust: Readonly<Record<string, TrustClaims>>; readonly vectors: readonly PassVector[] }

export const PASS_VECTORS = (vectors as unknown as PassVectorFile).vectors

const bundles = new Map(
  Object.entries((vectors as unknown as PassVectorFile).trust).map(([name, claims]) => [name, readTrustClaims(claims)])
)

export function trustOf({ keys }: PassVector): TrustBundle {
  const bundle = bundles.get(keys)
  if (!bundle?.ok) throw new Error(`no trust set ${keys}`)
  return bundle.value
}

export function statusOf({ status = [], at }: PassVector): StatusReader {
  const byList = Map.groupBy(status, ([serial]) => listOf(serial))
  const lists = [...byList].map(([list, entries]) => ({
    list,
    bits: packStatuses(entries.map(([serial, word]) => [indexOf(serial), word] as const)),
    issuedAt: epochSeconds(at)
  }))
  return statusReader(lists)
}

/** What a vector speaks of, out of a verification. */
export const outcomeOf = (verification: Verification): Expectation => ({
  readable: verification.readable,
  ...(verification.readable || verification.failure === null ? {} : { failure: verification.failure }),
  genuine: verification.genuine,
  findings: verification.findings.map(finding => finding.reason)
})
