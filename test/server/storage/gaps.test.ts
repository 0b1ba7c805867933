import t from 'tap'
import type { NumberRange } from '../../../shared/log/number-ranges.ts'
import { changeGaps, type GapChange } from '../../../server/storage/gaps.ts'

const cases: readonly [
  title: string,
  before: readonly [last: number, gaps: NumberRange[]],
  numbers: number[],
  after: GapChange
][] = [
  ['the next number opens nothing', [3, []], [4], { last: 4, closed: [], opened: [] }],
  ['a number too far opens a gap', [3, []], [6], { last: 6, closed: [], opened: [[4, 5]] }],
  ['the first number may be late', [0, []], [2], { last: 2, closed: [], opened: [[1, 1]] }],
  [
    'a number in a gap splits it',
    [9, [[4, 8]]],
    [6],
    {
      last: 9,
      closed: [[4, 8]],
      opened: [
        [4, 5],
        [7, 8]
      ]
    }
  ],
  ['its first number shortens it', [9, [[4, 8]]], [4], { last: 9, closed: [[4, 8]], opened: [[5, 8]] }],
  ['its last number shortens it', [9, [[4, 8]]], [8], { last: 9, closed: [[4, 8]], opened: [[4, 7]] }],
  ['its only number closes it', [9, [[4, 4]]], [4], { last: 9, closed: [[4, 4]], opened: [] }],
  [
    'a gap that nothing falls into stays',
    [
      9,
      [
        [2, 3],
        [5, 6]
      ]
    ],
    [5, 1, 4, 9],
    { last: 9, closed: [[5, 6]], opened: [[6, 6]] }
  ],
  [
    'numbers come in any order and twice',
    [1, []],
    [6, 3, 3, 4],
    {
      last: 6,
      closed: [],
      opened: [
        [2, 2],
        [5, 5]
      ]
    }
  ]
]

for (const [title, [last, gaps], numbers, after] of cases) {
  t.test(title, async t => {
    t.same(changeGaps(last, gaps, numbers), after)
  })
}
