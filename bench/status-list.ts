import { endOf } from '../shared/pass/codec.ts'
import { passMinute } from '../shared/time.ts'
import type { PassRow } from '../server/ports/storage.ts'
import { serialSpreader } from '../server/domain/serials.ts'
import { statusPublisher } from '../server/domain/status-lists.ts'
import { benchInstallation, option } from './support/installation.ts'

const BATCH = 4_000
const ROUNDS = 21

/** Time to build and sign the status list of a subdistrict anew, as after every hold: database to signed text. */
export async function run(args: string[]): Promise<object> {
  const passes = option(args, 'passes', 120_000)
  const bench = await benchInstallation(1)
  const { ctx } = bench.runtime
  const serialOf = serialSpreader(ctx.signer)
  const first = await ctx.storage.takePassNumbers(passes)
  let exceptions = 0
  for (let done = 0; done < passes; done += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, passes - done) }, (_, at) => passOf(serialOf(first + done + at), done + at))
    exceptions += rows.filter(({ status }) => status !== 'valid').length
    await ctx.storage.addPasses(rows, [])
  }
  const publisher = statusPublisher(ctx)
  const ms: number[] = []
  let bytes = 0
  for (let round = 0; round < ROUNDS; round++) {
    publisher.forget()
    const begun = performance.now()
    const [list] = await publisher.all()
    ms.push(performance.now() - begun)
    bytes = list?.jwt.length ?? 0
  }
  await bench.end()
  ms.sort((a, b) => a - b)
  return { passes, exceptions, bytes, medianMs: round(ms[ms.length >> 1] ?? 0), maxMs: round(ms.at(-1) ?? 0) }
}

/** Three of a hundred are not valid any more, as on a busy day; the texts are never looked at here. */
function passOf(serial: number, at: number): PassRow {
  const now = Date.now()
  const start = passMinute(Math.floor(now / 60_000 - Date.UTC(2020, 0, 1) / 60_000))
  const content = { kind: 'person', serial, start, hours: 336, site: 1, documentTail: null, label: '陈*明' } as const
  return {
    serial,
    kind: 'person',
    label: content.label,
    documentTail: null,
    site: 1,
    community: null,
    startMinute: start,
    hours: content.hours,
    endsAt: endOf(content),
    keyId: '00000000',
    text: 'CP1:'.padEnd(154, '0'),
    status: at % 100 === 0 ? 'revoked' : at % 100 < 3 ? 'held' : 'valid',
    statusAt: now,
    nameSealed: null,
    documentSealed: null,
    documentIndex: null,
    nameIndex: null,
    linkVersion: 1,
    replaces: null,
    replacedBy: null,
    issuedAt: now,
    issuedBy: 'bench'
  }
}

const round = (value: number): number => Math.round(value * 10) / 10
