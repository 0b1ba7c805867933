import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { OPERATOR } from '../../server/domain/context.ts'
import { actOnImport, mapImport, previewImport } from '../../server/domain/import/manage.ts'
import { takeUpload } from '../../server/domain/import/take-upload.ts'
import { openRuntime, type Runtime } from '../../server/runtime.ts'
import { seededRandom } from '../../server/seed/random.ts'
import { MAX_FILE_BYTES } from '../../server/sheets/limits.ts'
import { readSheets } from '../../server/sheets/read-sheets.ts'
import { keepUpload } from '../../server/sheets/temp-file.ts'
import { must } from './service.ts'

const CHILD = join(import.meta.dirname, '../server/import/child-imports.ts')

export const openFolder = (dataDir: string): Promise<Runtime> =>
  openRuntime({ dataDir, masterKey: { kind: 'data', dir: dataDir }, publicUrl: 'http://localhost', onBusError: console.error })

export type KilledImport = { kills: number; households: number; people: number; personsTwice: number; rows: number }

/**
 * Checks and imports a list in processes that are killed at random moments (`kills` of them), then counts what is in the
 * register. `longestMs`: the longest life of a process that is killed.
 */
export async function killedImport(
  dataDir: string,
  file: string,
  kills: number,
  longestMs: number,
  seed: number
): Promise<KilledImport> {
  const random = seededRandom(seed)
  const first = await openFolder(dataDir)
  const kept = await keepUpload(join(dataDir, 'uploads'), createReadStream(file), MAX_FILE_BYTES)
  const { id } = must(await takeUpload(first.ctx, OPERATOR, {}, () => readSheets(kept)))
  kept.close()
  const { mapping } = must(await previewImport(first.ctx, OPERATOR, id))
  must(await mapImport(first.ctx, OPERATOR, id, mapping))
  await first.close()
  const half = Math.floor(kills / 2)
  let killed = 0
  for (let kill = 0; kill < half; kill++) killed += await runChild(dataDir, random.below(longestMs))
  await runChild(dataDir, null)
  const second = await openFolder(dataDir)
  must(await actOnImport(second.ctx, OPERATOR, id, { action: 'import' }))
  await second.close()
  for (let kill = half; kill < kills; kill++) killed += await runChild(dataDir, random.below(longestMs))
  await runChild(dataDir, null)
  return { kills: killed, ...(await countRegister(dataDir, id)) }
}

async function countRegister(dataDir: string, id: string): Promise<Omit<KilledImport, 'kills'>> {
  const { ctx, close } = await openFolder(dataDir)
  try {
    const row = await ctx.storage.registerImport(id)
    if (row?.state !== 'done') throw new Error(`the import is ${row?.state}`)
    const people = new Set<number>()
    const documents = new Map<string, number>()
    let households = 0
    let after: { site: number; addressKey: string } | undefined
    for (;;) {
      const page = await ctx.storage.households({ community: null, ...(after === undefined ? {} : { after }), limit: 1_000 })
      const last = page.at(-1)
      if (last === undefined) break
      after = { site: last.site, addressKey: last.addressKey }
      households += page.length
      for (const { person, documentIndex } of await ctx.storage.membersOf(page.map(one => one.id))) {
        people.add(person)
        if (documentIndex !== null) documents.set(documentIndex, person)
      }
    }
    const { newPeople, done } = row.body.counts
    return { households, people: people.size, personsTwice: newPeople - people.size, rows: done }
  } finally {
    await close()
  }
}

/** 1 when it was killed before it was done. */
async function runChild(dataDir: string, lifeMs: number | null): Promise<number> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  let said = ''
  child.stdout.on('data', data => {
    said += data
    if (lifeMs !== null && said === 'begun\n') setTimeout(() => child.kill('SIGKILL'), lifeMs)
  })
  await once(child, 'exit')
  const isDone = said.trim().endsWith('done')
  if (lifeMs === null && !isDone) throw new Error('the import did not come to its end')
  return isDone ? 0 : 1
}
