import { readFileSync } from 'node:fs'
import t from 'tap'
import { judge, readerOf } from '../../../scanner/check/judge.ts'
import { indexOf, listOf, packStatuses, type PassStatus, type StatusReader } from '../../../shared/status/status-list.ts'
import { epochMs, epochSeconds } from '../../../shared/time.ts'
import { readTrustClaims } from '../../../shared/trust/read-trust-claims.ts'

type Vector = {
  readonly name: string
  readonly text: string
  readonly at: number
  readonly keys: string
  /** Passes that are not as issued: serial, status. */
  readonly status?: readonly (readonly [number, PassStatus])[]
  readonly expect: { readonly readable: boolean; readonly genuine: boolean; readonly findings: readonly string[] }
}
type Vectors = { readonly trust: Readonly<Record<string, unknown>>; readonly vectors: readonly Vector[] }

const { trust, vectors }: Vectors = JSON.parse(readFileSync(new URL('../../vectors/passes.json', import.meta.url), 'utf8'))

t.test('the phone finds of every vector what the service finds', async t => {
  const differing: string[] = []
  for (const { name, text, at, keys, expect, status } of vectors) {
    const reader = readerOfExceptions(status, at)
    const bundle = readTrustClaims(trust[keys])
    if (!bundle.ok) throw new Error(`trust ${keys} is unreadable`)
    const place = { site: 7, gate: 'north', direction: 'in' as const }
    const { verification, decision } = await judge(
      text,
      { trust: bundle.value, status: reader, recent: [] },
      place,
      epochMs(at * 1000),
      { presented: 'code', temperature: null }
    )
    const found = verification.findings.map(({ reason }) => reason)
    const isAlike =
      verification.readable === expect.readable &&
      verification.genuine === expect.genuine &&
      JSON.stringify(found) === JSON.stringify(expect.findings)
    if (!isAlike) differing.push(`${name}: ${found.join(' ')}`)
    if (!expect.genuine && decision.verdict === 'PASS') differing.push(`${name}: PASS without a signature`)
    if (!expect.genuine && decision.pass !== null) differing.push(`${name}: shows an unproved pass`)
  }
  t.ok(vectors.length >= 300)
  t.same(differing, [])
})

function readerOfExceptions(status: Vector['status'], at: number): StatusReader {
  const byList = Map.groupBy(status ?? [], ([serial]) => listOf(serial))
  return readerOf(
    [...byList].map(([list, rows]) => ({
      list,
      bits: packStatuses(rows.map(([serial, status]) => [indexOf(serial), status])),
      issuedAt: epochSeconds(at)
    }))
  )
}
