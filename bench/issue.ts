import { generateKeyPairSync, sign } from 'node:crypto'
import { makeCitizenId } from '../shared/identity/citizen-id.ts'
import type { NewPass } from '../shared/schema/passes.ts'
import { OPERATOR } from '../server/domain/context.ts'
import { passIssuer } from '../server/domain/issue-passes.ts'
import { serialSpreader } from '../server/domain/serials.ts'
import { benchInstallation, option } from './support/installation.ts'

/** A mass issue's step: large enough that its two fsyncs do not count, small enough to answer requests in between. */
const BATCH = 1_000
const NAMES = ['陈小明', '王芳', '欧阳明月', '李建国', '阿卜杜拉·买买提']

/** Passes issued, signed and stored, against as many bare signatures in the same run, in turns so that a slow machine slows both. */
export async function run(args: string[]): Promise<object> {
  const passes = option(args, 'passes', 120_000)
  const bench = await benchInstallation(28)
  const issuer = passIssuer(bench.runtime.ctx, serialSpreader(bench.runtime.ctx.signer))
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const data = new Uint8Array(60).fill(1)
  let issueMs = 0
  let signMs = 0
  for (let done = 0; done < passes; done += BATCH) {
    const wishes = Array.from({ length: Math.min(BATCH, passes - done) }, (_, index) => wishOf(done + index))
    const t0 = performance.now()
    const outcome = await issuer.issueMany(OPERATOR, wishes)
    const t1 = performance.now()
    for (let i = 0; i < wishes.length; i++) sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' })
    issueMs += t1 - t0
    signMs += performance.now() - t1
    if (!outcome.ok) throw new Error(`${outcome.failure.code} ${outcome.failure.path}`)
  }
  const realm = await bench.runtime.ctx.storage.realm()
  await bench.end()
  if (realm?.nextPassNumber !== passes) throw new Error('not every pass was stored')
  return { passes, issueSeconds: round(issueMs / 1000), bareSignSeconds: round(signMs / 1000), ratio: round(issueMs / signMs) }
}

const wishOf = (index: number): NewPass => ({
  kind: 'person',
  name: NAMES[index % NAMES.length] ?? '张三',
  document: makeCitizenId({ division: '370101', birthDate: '1990-03-07', sequence: 1 + (index % 900) }),
  site: 1 + (index % 28),
  hours: 336
})

const round = (value: number): number => Math.round(value * 100) / 100
