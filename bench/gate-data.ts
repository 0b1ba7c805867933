import { gzipSync } from 'node:zlib'
import { OPERATOR } from '../server/domain/context.ts'
import { buildApp } from '../server/app.ts'
import { changePassStatus } from '../server/domain/change-status.ts'
import { passIssuer } from '../server/domain/issue-passes.ts'
import { serialSpreader } from '../server/domain/serials.ts'
import { benchInstallation, option } from './support/installation.ts'

/** Passages of a site's last two days that a phone is given: the worst gate of a quota day. */
const RECENT = 2_000

/** Bytes on the wire of everything that a gate of a full subdistrict fetches: trust, status, policy, recent entries. */
export async function run(args: string[]): Promise<object> {
  const passes = option(args, 'passes', 120_000)
  const exceptions = Math.round(passes * 0.03)
  const bench = await benchInstallation(133)
  const { ctx } = bench.runtime
  const issuer = passIssuer(ctx, serialSpreader(ctx.signer))
  const serials: number[] = []
  for (let done = 0; done < passes; done += 1_000) {
    const wishes = Array.from({ length: Math.min(1_000, passes - done) }, (_, index) => ({
      kind: 'person' as const,
      name: '陈小明',
      site: 1 + (index % 133),
      hours: 336
    }))
    const issued = await issuer.issueMany(OPERATOR, wishes)
    if (!issued.ok) throw new Error(issued.failure.code)
    for (const { serial } of issued.value) if (serials.length < exceptions) serials.push(serial)
  }
  for (const [index, serial] of serials.entries()) {
    await changePassStatus(ctx, OPERATOR, serial, { action: index % 3 === 0 ? 'revoke' : 'hold', reason: 'other' })
  }
  const app = await buildApp({ ctx, distDir: null, hasRateLimits: false })
  const trust = (await app.inject({ url: '/api/v1/gate/trust' })).rawPayload
  const status = (await app.inject({ url: '/api/v1/gate/status/0' })).rawPayload
  await app.close()
  await bench.end()
  // Serials are spread, minutes ascend: what the server sends, packed as every proxy and the service's own answers are.
  const triples = Array.from({ length: RECENT }, (_, index) => [
    serials[index % serials.length],
    index % 2,
    217_728_000 + 60 * index + ((index * 37) % 60)
  ])
  const recent = gzipSync(JSON.stringify({ entries: triples, cursor: '1' }))
  return {
    trustBytes: trust.length,
    statusBytes: status.length,
    recentBytes: recent.length,
    exceptions,
    bytes: trust.length + status.length + recent.length
  }
}
