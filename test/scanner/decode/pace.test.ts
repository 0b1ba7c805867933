import t from 'tap'
import { createFramePace } from '../../../scanner/decode/frame-pace.ts'
import { createNewestFrameFeed } from '../../../scanner/decode/newest-frame.ts'

t.test('how much is tried on a frame', async t => {
  const pace = createFramePace()
  const whole = { inverted: true, secondPass: true }
  const second = { inverted: false, secondPass: true }
  const dark = { inverted: true, secondPass: false }
  const take = (count: number, elapsedMs: number) =>
    Array.from({ length: count }, () => {
      const plan = pace.next()
      pace.recordMiss(plan, elapsedMs)
      return plan
    })
  t.same(take(6, 20), Array(6).fill(whole), 'everything at first')
  take(1, 60)
  t.same(take(2, 20), [whole, whole], 'still after one slow frame')
  take(5, 60)
  const [one, other] = take(2, 40)
  t.same(new Set([one, other]), new Set([second, dark]), 'in turns when the phone cannot keep up')
  t.same(take(2, 22), [one, other], 'also when half of it would be fast enough')
  take(12, 12)
  t.same(take(3, 20), [whole, whole, whole], 'and everything again when all of it would be')
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
