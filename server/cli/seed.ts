import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { ConfigFailure } from '../config.ts'
import { sheetLines, SHEET_HEADING } from '../seed/csv-lines.ts'
import { fillRegister } from '../seed/fill-register.ts'
import { generateHouseholds } from '../seed/generate.ts'
import { passWishes } from '../seed/passes.ts'
import { makePlaces, SEED_PASSWORD } from '../seed/places.ts'
import { planFor } from '../seed/proportions.ts'
import { COMMON_HELP, type Command, numberOption, options, withRuntime } from './command.ts'

const OPTIONS = { scale: { type: 'string' }, seed: { type: 'string' }, csv: { type: 'string' } } as const

/** Fewer would be traps alone. */
const MIN_SCALE = 0.005

export const seedCommand: Command = {
  summary: 'fill an empty folder with a synthetic subdistrict',
  help: `checkpoint seed [--scale S] [--seed N] [--csv FILE]
  --scale S    1 is a whole subdistrict: 106,907 households, 275,784 people (default 0.01)
  --seed N     the same number gives the same people, byte for byte (default 1)
  --csv FILE   only write the people there as a sheet to import; no data folder is touched
Nobody in it is real: document numbers and telephones are of ranges that are given to nobody.
${COMMON_HELP}`,
  async run(args): Promise<undefined> {
    const { values } = options(args, OPTIONS)
    const scale = Number(values.scale ?? '0.01')
    if (!(scale >= MIN_SCALE && scale <= 1)) throw new ConfigFailure(`--scale: between ${MIN_SCALE} and 1`)
    const seed = numberOption('seed', values.seed ?? '1')
    const answer = values.csv === undefined ? await fill(values.data, scale, seed) : await writeSheet(values.csv, scale, seed)
    if (values.json === true) console.log(JSON.stringify(answer))
    else for (const [key, value] of Object.entries(answer)) console.log(`${key.padEnd(14)}${value}`)
  }
}

const fill = (data: string | undefined, scale: number, seed: number): Promise<object> =>
  withRuntime(data, async ({ ctx }) => {
    if ((await ctx.storage.communities()).length > 0) throw new ConfigFailure('the folder holds an installation already')
    const begun = performance.now()
    const plan = planFor(scale)
    const places = await makePlaces(ctx, plan)
    const wishes = passWishes(ctx, plan)
    const filled = await fillRegister(ctx, places, generateHouseholds(plan, seed), household => wishes.take(household))
    const passes = await wishes.issue()
    const seconds = Math.round((performance.now() - begun) / 10) / 100
    const sites = (await ctx.storage.sites()).length
    return { communities: places.communities.length, sites, ...filled, passes, seconds, account: `admin / ${SEED_PASSWORD}` }
  })

/** In steps of the stream, so that a whole subdistrict does not wait in memory. */
async function writeSheet(file: string, scale: number, seed: number): Promise<object> {
  const out = createWriteStream(file)
  out.write(SHEET_HEADING)
  let rows = 0
  for (const household of generateHouseholds(planFor(scale), seed)) {
    const lines = sheetLines(household)
    rows += lines.length
    if (!out.write(lines.join(''))) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return { file, rows }
}
