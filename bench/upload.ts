import { gzipSync } from 'node:zlib'
import { buildApp } from '../server/app.ts'
import { addAccount } from '../server/domain/accounts.ts'
import { OPERATOR } from '../server/domain/context.ts'
import { chainOf, enrol } from '../test/support/device.ts'
import { benchInstallation, option } from './support/installation.ts'

const BATCH = 500
const PASSWORD = 'bench-password-2020'
const LINE_BITS_PER_SECOND = 1_000_000

/** A phone delivers its queue over loopback, one batch after the other, each answered after its fsync. */
export async function run(args: string[]): Promise<object> {
  const entries = option(args, 'entries', 10_000)
  const bench = await benchInstallation(1)
  const { ctx } = bench.runtime
  await addAccount(ctx, OPERATOR, {
    username: 'bench',
    displayName: 'bench',
    role: 'administrator',
    community: null,
    password: PASSWORD
  })
  const app = await buildApp({ ctx, distDir: null, hasRateLimits: false })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const signIn = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { username: 'bench', password: PASSWORD } })
  const device = await enrol(app, String(signIn.headers['set-cookie']).split(';')[0] ?? '', 1, Date.now())
  const queue = await chainOf(device.id, bench.gates[0] ?? '', entries, Date.now(), {
    keyId: '0123abcd',
    serial: 4711,
    kind: 'person',
    verdict: 'PASS',
    reasons: ['OK'],
    admitted: true
  })
  let bytes = 0
  let contiguous = 0
  const t0 = performance.now()
  for (let from = 0; from < queue.length; from += BATCH) {
    const body = gzipSync(
      JSON.stringify({ entries: queue.slice(from, from + BATCH), unsent: queue.length - from, deviceMs: Date.now() })
    )
    bytes += body.length
    const answer = await fetch(`${address}/api/v1/gate/entries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', authorization: `Bearer ${device.token}` },
      body
    })
    if (!answer.ok) throw new Error(`upload failed: ${answer.status} ${await answer.text()}`)
    contiguous = ((await answer.json()) as { contiguous: number }).contiguous
  }
  const loopbackSeconds = (performance.now() - t0) / 1000
  await app.close()
  await bench.end()
  if (contiguous !== entries) throw new Error(`the server holds ${contiguous} of ${entries}`)
  const lineSeconds = (bytes * 8) / LINE_BITS_PER_SECOND
  return { entries, bytes, loopbackSeconds: round(loopbackSeconds), at1MbitSeconds: round(lineSeconds + loopbackSeconds) }
}

const round = (value: number): number => Math.round(value * 100) / 100
