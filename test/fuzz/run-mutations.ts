import { preparePass } from '../../shared/pass/codec.ts'
import type { PassContent } from '../../shared/pass/payload.ts'
import { statusReader } from '../../shared/status/status-list.ts'
import { verify } from '../../shared/verify/verify.ts'
import { AT, makeTrust, publishedKey, SAMPLE_PASS, testKey } from '../support/pass-factory.ts'
import { signDeterministically } from '../support/deterministic-es256.ts'
import { seededRandom } from '../support/frames/random.ts'
import { verifySignature } from '../support/node-crypto.ts'
import { MUTATIONS, type Mutation } from './mutations.ts'

export type FuzzReport = {
  mutations: number
  /** Taken for genuine, although it is no pass that was issued. */
  accepted: number
  thrown: number
  /** How many came as far as a signature check. */
  checked: number
  /** How many were, by chance, a pass that was issued: only white space or nothing had changed. */
  unchanged: number
  /** Processor time of the slowest text, in milliseconds, user and system; least of three tries. */
  slowestMs: number
  /** The first texts that were accepted or threw. */
  examples: string[]
}

const OTHER_NAME = 'site-7-only'
const OTHER = testKey(OTHER_NAME)

/** The same text every time, so that a seed repeats a run to the last byte. */
function steadyPass(content: Partial<PassContent> = {}, key = testKey('issuer')): string {
  const { signedBytes, seal } = preparePass({ ...SAMPLE_PASS, ...content }, Buffer.from(key.keyId, 'hex'))
  return seal(signDeterministically(key.secret, signedBytes))
}

/** Passes of every shape: both forms of the payload's head, with and without a document tail, two keys. */
const seedTexts = (): string[] => [
  ...[1, 2, 3, 9, 10, 11, 12, 40].map(count => steadyPass({ label: 'A'.repeat(count), serial: count })),
  steadyPass(),
  steadyPass({ kind: 'work', site: 0, documentTail: null }),
  steadyPass({ kind: 'visitor', hours: 1 }, OTHER),
  steadyPass({ kind: 'vehicle', documentTail: null, label: '鲁A12345' }, OTHER),
  steadyPass({ kind: 'vehicle', documentTail: null, label: '鲁AD12345' })
]

/** Spoils genuine texts `count` times and verifies what comes out. The same seed tries the same mutations. */
export async function runMutations(count: number, seed: number): Promise<FuzzReport> {
  const random = seededRandom(seed)
  const texts = seedTexts()
  const issued = new Set(texts)
  const trust = makeTrust([publishedKey('issuer'), publishedKey(OTHER_NAME)])
  const status = statusReader([])
  const report: FuzzReport = { mutations: 0, accepted: 0, thrown: 0, checked: 0, unchanged: 0, slowestMs: 0, examples: [] }
  for (const text of texts) {
    // Also warms up what is compiled late, which is no text's fault.
    const { genuine } = await verify(text, trust, status, AT, verifySignature)
    if (!genuine) throw new Error(`the seed text is not genuine: ${text}`)
  }
  const counting: typeof verifySignature = (...args) => {
    report.checked++
    return verifySignature(...args)
  }
  for (; report.mutations < count; report.mutations++) {
    const mutate = MUTATIONS[report.mutations % MUTATIONS.length] as Mutation
    const text = mutate(texts, random)
    const before = process.cpuUsage()
    try {
      const verification = await verify(text, trust, status, AT, counting)
      if (verification.genuine) judge(text, issued, report)
    } catch {
      report.thrown++
      report.examples.push(text)
    }
    if (millisecondsSince(before) > report.slowestMs) {
      const again = await millisecondsOf(() => verify(text, trust, status, AT, verifySignature).catch(() => null))
      report.slowestMs = Math.max(report.slowestMs, again)
    }
  }
  return { ...report, examples: report.examples.slice(0, 10) }
}

const millisecondsSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The least of three tries: what a collection of garbage or a late compilation adds is not the text's cost. */
async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < 3; attempt++) {
    const before = process.cpuUsage()
    await work()
    least = Math.min(least, millisecondsSince(before))
  }
  return least
}

/** One text to a token, one token to a pass: beyond white space around it, a genuine text has to be the one that was issued. */
function judge(text: string, issued: ReadonlySet<string>, report: FuzzReport): void {
  if (issued.has(text.trim())) {
    report.unchanged++
    return
  }
  report.accepted++
  report.examples.push(text)
}
