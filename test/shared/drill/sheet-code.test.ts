import t from 'tap'
import { DRILL_CASE_IDS, sheetCaseOf, sheetLabel, sheetNumbers } from '../../../shared/drill/sheet-code.ts'

t.test('a sheet has every situation once, and its labels lead back to them', async t => {
  for (const chance of [0, 0.3, 0.99, 1]) {
    const numbers = sheetNumbers(() => chance)
    t.same(new Set(numbers.map(each => each.case)), new Set(DRILL_CASE_IDS))
    for (const { number, case: id } of numbers) {
      t.ok(number >= 10 && number <= 99)
      t.equal(sheetCaseOf({ kind: 'drill', label: sheetLabel(number) }), id)
    }
  }
})

t.test('what is no code of a sheet stands for nothing', async t => {
  t.equal(sheetCaseOf({ kind: 'person', label: sheetLabel(20) }), null, 'only drills')
  for (const label of ['演练', '演练7', '演练100', '演练x1', '陈*明']) t.equal(sheetCaseOf({ kind: 'drill', label }), null, label)
})
