import 'fake-indexeddb/auto'
import t from 'tap'
import type { Plant } from './network.ts'
import { type SimOptions, simulate } from './simulate.ts'

/** Phones that die in the middle of a write complain, as they should. */
const complaints = console.error
t.before(() => {
  console.error = () => undefined
})
t.teardown(() => {
  console.error = complaints
})

const run = (more: Partial<SimOptions>) => simulate({ scans: 2_000, seed: 20_200_303, devices: 12, fierceness: 10, ...more })

t.test('nothing is lost, nothing is there twice, every gap is named', async t => {
  for (const seed of [1, 2]) {
    const { lost, duplicated, unnamedGaps, destroyed, shown, events } = await run({ seed })
    t.same({ lost, duplicated, unnamedGaps, destroyed }, { lost: 0, duplicated: 0, unnamedGaps: 0, destroyed: 0 }, `seed ${seed}`)
    t.ok(shown > 1_900, `seed ${seed}: most scans had a verdict`)
    for (const event of ['evictDatabase', 'evictCopy', 'clock', 'swap', 'late', 'gaps']) t.ok((events[event] ?? 0) > 0, event)
  }
})

t.test('when both stores of a phone go at once, the phone names what is gone, and nothing else is lost', async t => {
  const { lost, unnamedGaps, destroyed } = await run({ bothEvicted: true, scans: 3_000 })
  t.same({ lost, unnamedGaps }, { lost: 0, unnamedGaps: 0 })
  t.ok(destroyed > 0)
})

/** The simulator would say so. */
const PLANTS: Readonly<Record<Exclude<Plant, 'none'>, 'lost' | 'duplicated' | 'unnamedGaps'>> = {
  'acknowledges-what-it-lost': 'lost',
  'forgets-the-copy': 'lost',
  'scans-again': 'duplicated',
  'names-no-gap': 'unnamedGaps'
}
for (const [plant, finding] of Object.entries(PLANTS))
  t.test(`a planted fault is found: ${plant}`, async t => {
    const result = await run({ plant: plant as Plant, scans: 1_500, bothEvicted: plant === 'names-no-gap' })
    t.ok(result[finding] > 0, `${finding}: ${result[finding]}`)
  })
