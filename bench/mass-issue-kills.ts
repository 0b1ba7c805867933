import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '../server/seed/random.ts'
import { accountFor, openFolder, prepareIssues, runChild } from '../test/support/killed-issues.ts'
import { option } from './support/installation.ts'

/** Of a whole subdistrict, so that kills fall before, into and behind steps; the start comes on top. */
const LONGEST_LIFE_MS = 600

/** `kill -9` at random moments of a mass issue, each followed by a start; then what is there is counted. */
export async function run(args: string[]): Promise<object> {
  const kills = option(args, 'kills', 50)
  const random = seededRandom(option(args, 'seed', 1))
  const dataDir = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'checkpoint-bench-'))
  try {
    const { issues } = await prepareIssues(dataDir, option(args, 'scale', 1), 1)
    let killed = 0
    let reached = 'killed'
    while (killed < kills && reached !== 'done') {
      reached = await runChild(dataDir, random.below(LONGEST_LIFE_MS))
      if (reached !== 'done') killed++
    }
    if (reached !== 'done' && (await runChild(dataDir, null)) !== 'done') throw new Error('the last run did not end')
    const { ctx, close } = await openFolder(dataDir)
    const account = await accountFor(ctx, issues)
    await close()
    return { kills: killed, ...account }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
