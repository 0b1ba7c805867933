import t from 'tap'
import { createNewestFrameFeed } from '../../../scanner/decode/newest-frame.ts'
import { createSecondPassPace } from '../../../scanner/decode/second-pass-pace.ts'

t.test('the second pass', async t => {
  const pace = createSecondPassPace()
  const next = (count: number) => Array.from({ length: count }, () => pace.wantsSecondPass())
  t.same(next(3), [true, true, true], 'is run on every miss at first')
  for (let frame = 0; frame < 5; frame++) pace.recordFullMiss(20)
  pace.recordFullMiss(60)
  t.same(next(2), [true, true], 'still after one slow frame')
  for (let frame = 0; frame < 5; frame++) pace.recordFullMiss(60)
  t.same(next(4), [false, true, false, true], 'on alternate frames when the phone cannot keep up')
  for (let frame = 0; frame < 12; frame++) pace.recordFullMiss(15)
  t.same(next(3), [true, true, true], 'and on every one again when it can')
})

t.test('a slow reader gets the newest frame', async t => {
  const reads: number[] = []
  const finish: (() => void)[] = []
  const errors: unknown[] = []
  const read = (at: number) => {
    reads.push(at)
    return new Promise<void>((resolve, reject) => finish.push(at === 9 ? () => reject('worn out') : resolve))
  }
  const feed = createNewestFrameFeed(read, error => errors.push(error))
  const done = async () => {
    finish.shift()?.()
    await new Promise(setImmediate)
  }
  for (const at of [1, 2, 3]) feed.offer(at)
  t.same(reads, [1], 'one at a time')
  await done()
  t.same(reads, [1, 3], 'the one in between is skipped')
  await done()
  t.same(reads, [1, 3], 'nothing is read twice')
  feed.offer(4)
  feed.offer(5)
  feed.drop()
  await done()
  t.same(reads, [1, 3, 4], 'a dropped frame is not read')
  feed.offer(9)
  await done()
  t.same(errors, ['worn out'], 'a failure is told')
  feed.offer(10)
  t.same(reads, [1, 3, 4, 9], 'and ends it')
})
