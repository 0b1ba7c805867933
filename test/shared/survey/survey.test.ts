import t from 'tap'
import { addTallies, coveredPerMille, NO_TALLY, tallyOf, totalOf } from '../../../shared/survey/coverage.ts'
import { spread } from '../../../shared/survey/spread.ts'
import { standingOf } from '../../../shared/survey/standing.ts'
import { randomOf } from '../../support/random.ts'

t.test('attempts make a standing', async t => {
  const at = (text: string) =>
    standingOf(
      text
        .split(' ')
        .filter(word => word !== '')
        .map(word => ({
          way: word[0] === 'd' ? 'door' : word[0] === 's' ? 'self' : 'phone',
          outcome: word[1] === '+' ? 'reached' : word[1] === '!' ? 'refused' : word[1] === '0' ? 'empty-number' : 'no-answer'
        }))
    )
  for (const [attempts, standing] of [
    ['', 'open'],
    ['p-', 'open'],
    ['p0 p0 p0 p0', 'open'],
    ['p0 p- d-', 'unreachable'],
    ['d- d-', 'open'],
    ['p- d!', 'refused'],
    ['d! p-', 'refused'],
    ['d! p+', 'reached'],
    ['p- d- d- s+', 'self'],
    ['d+ d!', 'reached']
  ] as const)
    t.equal(at(attempts), standing, attempts)
})

t.test('coverage counts', async t => {
  const tally = tallyOf(['open', 'self', 'reached'])
  t.match(tally, { open: 1, self: 1, reached: 1, refused: 0 })
  t.equal(totalOf(addTallies([tally, tally])), 6)
  t.equal(coveredPerMille(tally), 666)
  t.equal(coveredPerMille(NO_TALLY), 0)
})

t.test('every door goes to one person; a grid’s doors to its worker; even lists differ by less than two runs', async t => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = randomOf(seed)
    const grids = Array.from({ length: 3 }, (_, index) => ({ id: `g${index}`, worker: random(3) === 0 ? null : `w${random(4)}` }))
    const doors = Array.from({ length: 1 + random(600) }, (_, index) => ({
      household: index,
      grid: random(5) === 0 ? null : `g${Math.floor(index / 200)}`,
      site: 1,
      building: String(Math.floor(index / 40))
    }))
    const workers = ['w4', 'w5']
    const lists = spread(doors, grids, workers)
    t.equal(lists.size, doors.length)
    const own = new Map(grids.map(({ id, worker }) => [id, worker]))
    if (doors.some(({ household, grid }) => (own.get(grid ?? '') ?? lists.get(household)) !== lists.get(household)))
      t.fail(`seed ${seed}: a grid's door went elsewhere`)
    const counts = new Map<string | null, number>()
    for (const worker of spread(doors, grids, workers, { even: true }).values()) counts.set(worker, (counts.get(worker) ?? 0) + 1)
    const all = new Set([...workers, ...grids.flatMap(({ worker }) => worker ?? [])])
    const sizes = [...all].map(worker => counts.get(worker) ?? 0)
    if (Math.max(...sizes) > Math.ceil(doors.length / all.size) + 25) t.fail(`seed ${seed}: ${sizes}`)
  }
  t.same([...spread([{ household: 1, grid: null, site: 1, building: '1' }], [], [])], [[1, null]])
})
