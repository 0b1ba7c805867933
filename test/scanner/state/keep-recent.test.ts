import 'fake-indexeddb/auto'
import t from 'tap'
import { openGateDatabase } from '../../../scanner/log/gate-database.ts'
import { addRecent, createGateData } from '../../../scanner/state/gate-data.ts'
import { recent } from '../../../scanner/state/gate-state.ts'
import { saveRecent } from '../../../scanner/state/keep-recent.ts'
import { epochMs, secondsOf } from '../../../shared/time.ts'

t.test('what other gates and other phones told is known after a restart without a network', async t => {
  const db = await openGateDatabase('recent-test')
  const at = secondsOf(epochMs(Date.now()))
  addRecent([
    { serial: 1, direction: 'out', at },
    { serial: 2, direction: 'in', at, isHearsay: true }
  ])
  await saveRecent(db)
  recent.value = []
  await createGateData(db, { root: { kty: 'EC', crv: 'P-256', x: '', y: '' } }).load()
  t.match(recent.value, [
    { serial: 1, direction: 'out' },
    { serial: 2, isHearsay: true }
  ])
})

t.test('a household pass that was issued anew has used what the old one used', async t => {
  recent.value = []
  const data = createGateData(await openGateDatabase('successor-test'), { root: { kty: 'EC', crv: 'P-256', x: '', y: '' } })
  const at = secondsOf(epochMs(Date.now()))
  addRecent([{ serial: 1, direction: 'out', at }])
  const pairs: [number, number][] = [
    [1, 2],
    [2, 3]
  ]
  for (let round = 0; round < 2; round++) data.takeRecent([], pairs)
  t.match(
    recent.value.map(({ serial }) => serial),
    [1, 2, 3],
    'also over two reissues, and once'
  )
})
