import t from 'tap'
import type { Luma } from '../../../scanner/decode/image/luma.ts'
import { openLumaReader } from '../../../scanner/decode/luma-reader.ts'
import { readFrame } from '../../../scanner/decode/read-frame.ts'
import { readPhoto } from '../../../scanner/decode/read-photo.ts'
import { passesSelfTest } from '../../../scanner/decode/self-test.ts'
import { everyday, type Scenario } from '../../support/frames/everyday.ts'
import { mixedCodes, passCodes } from '../../support/frames/gate-codes.ts'
import { renderEmptyFrame, renderFrame } from '../../support/frames/render-frame.ts'
import { openReader, readerWasm } from '../../support/reader.ts'

const read = await openReader()
const [byDay, , far, creased] = everyday
const { screen, paper } = passCodes(5)

const everything = { inverted: true, secondPass: true }
const firstOnly = { inverted: true, secondPass: false }

function inverted({ data, width, height }: Luma): Luma {
  return { data: data.map(grey => 255 - grey), width, height }
}

t.test('the self-test', async t => {
  t.ok(passesSelfTest(read), 'is passed by the decoder that is installed')
  t.notOk(
    passesSelfTest(() => null),
    'is failed by one that reads nothing'
  )
  t.notOk(
    passesSelfTest(() => 'CHECKPOINTS'),
    'is failed by one that reads something else'
  )
  await t.rejects(openLumaReader({ bytes: readerWasm().slice(0, 5000) }), 'half a decoder does not even load')
})

t.test('everyday frames are read as what was shown', async t => {
  for (const [at, scenario] of everyday.entries()) {
    const code = scenario.carrier === 'phone' ? screen : paper
    t.equal(readFrame(read, renderFrame(code, scenario, 40 + at), everything).text, code.text, scenario.name)
  }
})

t.test('a code in dark mode is read', async t => {
  t.same(readFrame(read, inverted(renderFrame(screen, byDay, 7)), firstOnly), { text: screen.text, pass: 1 })
  const dark = readFrame(read, inverted(renderFrame(screen, byDay, 7)), { inverted: false, secondPass: true })
  t.same(dark, { text: null, pass: 2 }, 'but only when the inverted look is taken')
})

t.test('clutter without a code gives nothing after both passes', async t => {
  for (let seed = 0; seed < 5; seed++) {
    t.same(readFrame(read, renderEmptyFrame(byDay, seed), everything), { text: null, pass: 2 })
  }
})

t.test('the second pass reads codes that are too small for the first', async t => {
  const distant: Scenario = { ...far, distanceMm: [560, 600], tiltDegrees: [0, 5], motionPx: [0, 0.3], glare: [0, 0.05] }
  const [code] = mixedCodes(1)
  if (!code) throw new Error('no code')
  const frames = Array.from({ length: 6 }, (_, seed) => renderFrame(code, distant, seed))
  const firstPass = frames.filter(frame => readFrame(read, frame, firstOnly).text !== null).length
  const readings = frames.map(frame => readFrame(read, frame, everything))
  t.ok(
    readings.every(({ text }) => text === null || text === code.text),
    'nothing wrong is read'
  )
  t.ok(readings.filter(({ text }) => text !== null).length >= firstPass + 3, 'half of the frames are won')
  t.ok(
    readings.every(({ text, pass }) => text !== null || pass === 2),
    'a miss has been through both'
  )
})

t.test('a photo is read at the scale that fits', async t => {
  const frame = renderFrame(paper, creased, 11)
  t.equal(readPhoto(read, frame), paper.text, 'as it is')
  t.equal(readPhoto(read, blownUp(frame, 3)), paper.text, 'three times too large and soft')
  t.equal(readPhoto(read, renderEmptyFrame(byDay, 3)), null, 'and gives up on one without a code')
})

function blownUp({ data, width, height }: Luma, times: number): Luma {
  const [wide, tall] = [width * times, height * times]
  const at = (x: number, y: number) => data[Math.floor(y / times) * width + Math.floor(x / times)] as number
  return {
    data: Uint8Array.from({ length: wide * tall }, (_, i) => at(i % wide, Math.floor(i / wide))),
    width: wide,
    height: tall
  }
}
