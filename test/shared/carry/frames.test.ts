import { create } from 'qrcode'
import t from 'tap'
import { type Frame, frameText, MAX_FRAMES, MAX_SLICE, readFrame } from '../../../shared/carry/frame.ts'
import { framesOf } from '../../../shared/carry/frames.ts'
import { type Assembled, assemble, NOTHING_YET, type Reassembly } from '../../../shared/carry/reassembly.ts'
import { crc32 } from '../../../shared/crc32.ts'
import { seededRandom } from '../../support/frames/random.ts'

const random = seededRandom(41)
const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => random.below(256))
const framed = (content: Uint8Array): readonly Frame[] => framesOf('entries', content) ?? []
const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map(item => ({ item, at: random.below(1_000_000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)

function assembleAll(frames: readonly Frame[], from: Reassembly = NOTHING_YET): { state: Reassembly; outcomes: Assembled[] } {
  let state = from
  const outcomes = frames.map(frame => {
    const [next, outcome] = assemble(state, frame)
    state = next
    return outcome
  })
  return { state, outcomes }
}
const contents = (outcomes: readonly Assembled[]): Uint8Array[] =>
  outcomes.flatMap(outcome => (outcome.kind === 'complete' ? [outcome.content] : []))

t.test('content of every length comes out as it went in, in any order and with repeats', t => {
  for (let round = 0; round < 200; round++) {
    const content = bytes(1 + random.below(6 * MAX_SLICE))
    const texts = framed(content).map(frameText)
    const repeats = texts.filter(() => random.below(2) === 0)
    const frames = shuffled([...texts, ...repeats]).map(text => readFrame(text))
    const { outcomes } = assembleAll(frames.flatMap(frame => (frame.ok ? [frame.value] : [])))
    t.same(
      contents(outcomes).map(each => Buffer.from(each)),
      [Buffer.from(content)],
      'once'
    )
    t.equal(outcomes.filter(({ kind }) => kind === 'known').length, repeats.length, 'whatever came again changes nothing')
  }
  t.end()
})

t.test('transfers that are shown at the same time do not get into each other', t => {
  for (let round = 0; round < 50; round++) {
    const [one, other] = [bytes(3 * MAX_SLICE + 1), bytes(3 * MAX_SLICE + 1)]
    const { outcomes } = assembleAll(shuffled([...framed(one), ...framed(other)]))
    t.same(new Set(contents(outcomes).map(each => crc32(each))), new Set([crc32(one), crc32(other)]))
  }
  t.end()
})

t.test('a frame in which any character was changed is refused', t => {
  const [frame] = framed(bytes(300))
  const text = frameText(frame as Frame)
  for (let at = 0; at < text.length; at++) {
    const changed = text.slice(0, at) + (text[at] === '7' ? '8' : '7') + text.slice(at + 1)
    t.match(readFrame(changed), { ok: false, failure: at < 4 ? 'foreign' : 'damaged' }, `character ${at}`)
  }
  for (const cut of [5, 20, text.length - 1]) t.match(readFrame(text.slice(0, cut)), { failure: 'damaged' })
  t.end()
})

t.test('what is no frame is foreign, and a frame that says impossible things is damaged', t => {
  for (const text of ['', 'CP1ABC', 'https://example.org', 'CKF2ABC', 'ckf1abc']) t.match(readFrame(text), { failure: 'foreign' })
  const frame: Frame = { kind: 'entries', transfer: 1, index: 0, total: 2, slice: bytes(MAX_SLICE) }
  t.ok(readFrame(frameText(frame)).ok)
  const impossible: Partial<Frame>[] = [{ index: 2 }, { total: 0 }, { total: MAX_FRAMES + 1 }, { slice: bytes(MAX_SLICE - 1) }]
  for (const change of [...impossible, { index: 1, slice: bytes(MAX_SLICE + 1) }])
    t.match(readFrame(frameText({ ...frame, ...change })), { failure: 'damaged' }, JSON.stringify(Object.keys(change)))
  t.end()
})

t.test('a frame that contradicts an earlier one is not taken, and a forged whole begins anew', t => {
  const content = bytes(2 * MAX_SLICE)
  const [first, second] = framed(content) as [Frame, Frame]
  const forged = { ...second, slice: bytes(MAX_SLICE) }
  const { state } = assembleAll([first])
  t.same(assemble(state, { ...first, slice: bytes(MAX_SLICE) })[1], { kind: 'contradicts' })
  t.same(assemble(state, { ...second, total: 3 })[1], { kind: 'contradicts' })
  const [after, outcome] = assemble(state, forged)
  t.same(outcome, { kind: 'broken' })
  t.equal(contents(assembleAll([first, second], after).outcomes).length, 1, 'and the true one is whole at its next round')
  t.end()
})

t.test('no more than four transfers are held open: the ones seen longest ago go', t => {
  const transfers = Array.from({ length: 5 }, () => framed(bytes(MAX_SLICE + 1)))
  const { state } = assembleAll(transfers.map(([first]) => first as Frame))
  t.equal(state.open.length, 4)
  const outcomes = transfers.map(([, last]) => assemble(state, last as Frame)[1].kind)
  t.same(outcomes, ['added', 'complete', 'complete', 'complete', 'complete'])
  t.end()
})

t.test('a full frame is a code of version 20 at most, in alphanumeric mode', t => {
  const text = frameText(framed(bytes(2 * MAX_SLICE))[0] as Frame)
  const { version } = create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' })
  t.ok(version <= 16, `version ${version}`)
  t.equal(framesOf('entries', new Uint8Array()), null, 'nothing needs no codes')
  t.equal(framesOf('entries', new Uint8Array(MAX_SLICE * MAX_FRAMES + 1)), null, 'and too much goes as a file')
  t.end()
})
