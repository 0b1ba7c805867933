import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addressText } from '../shared/register/address.ts'
import { OPERATOR } from '../server/domain/context.ts'
import { initialise } from '../server/domain/initialise.ts'
import { searchRegister } from '../server/domain/register/search-register.ts'
import { syllablesOf } from '../server/domain/register/pinyin.ts'
import { openRuntime } from '../server/runtime.ts'
import { fillRegister } from '../server/seed/fill-register.ts'
import { generateHouseholds, type SeedHousehold } from '../server/seed/generate.ts'
import { makePlaces } from '../server/seed/places.ts'
import { planFor } from '../server/seed/proportions.ts'
import { seededRandom } from '../server/seed/random.ts'
import { option } from './support/installation.ts'

/** Each kind of text as often as staff type it: names most. */
const QUERIES = 1_000

/** Searches of the whole realm, the widest that anybody may do, over a full subdistrict; audited as in life. */
export async function run(args: string[]): Promise<object> {
  const scale = option(args, 'scale', 1)
  const dataDir = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'checkpoint-bench-'))
  const runtime = await openRuntime({
    dataDir,
    masterKey: { kind: 'data', dir: dataDir },
    publicUrl: 'http://localhost',
    onBusError: console.error
  })
  try {
    await initialise(runtime.ctx, { name: '测量街道', nameEn: 'Bench Subdistrict' })
    const plan = planFor(scale)
    const places = await makePlaces(runtime.ctx, plan)
    const random = seededRandom(9)
    const sample: SeedHousehold[] = []
    const keep = (household: SeedHousehold): void => {
      if (household.people.length > 0 && random.chance((4 * QUERIES) / plan.households)) sample.push(household)
    }
    const { people, households } = await fillRegister(runtime.ctx, places, generateHouseholds(plan, 1), keep)
    const times: number[] = []
    let found = 0
    for (let index = 0; index < QUERIES; index++) {
      const text = textOf(sample[index % sample.length] as SeedHousehold, index)
      const begun = performance.now()
      const { items } = await searchRegister(runtime.ctx, OPERATOR, text)
      times.push(performance.now() - begun)
      if (items.length > 0) found++
    }
    if (found < QUERIES) throw new Error(`${QUERIES - found} searches found nobody`)
    times.sort((a, b) => a - b)
    const at = (share: number): number => Math.round((times[Math.floor(share * times.length)] as number) * 100) / 100
    return { people, households, queries: QUERIES, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) }
  } finally {
    await runtime.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function textOf({ people, vehicles, address }: SeedHousehold, index: number): string {
  const data = people[index % people.length]?.data ?? people[0]?.data
  if (data === undefined) return ''
  const syllables = syllablesOf(data.name)
  const texts = [
    data.name,
    [...data.name].slice(0, 2).join(''),
    syllables?.join('') ?? data.name,
    syllables?.map(syllable => syllable.charAt(0)).join('') ?? data.name,
    data.phone ?? data.name,
    data.phone?.slice(-4) ?? data.name,
    data.document?.number ?? data.name,
    vehicles[0]?.plate ?? addressText(address),
    addressText(address)
  ]
  return texts[index % texts.length] as string
}
