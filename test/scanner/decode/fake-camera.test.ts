import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { everyday } from '../../support/frames/everyday.ts'
import { writeFakeCamera } from '../../support/frames/fake-camera.ts'
import { readStrip, stripCell, stripCells } from '../../support/frames/frame-strip.ts'
import { passCodes } from '../../support/frames/gate-codes.ts'
import { renderFrame } from '../../support/frames/render-frame.ts'
import { openReader } from '../../support/reader.ts'

const { screen } = passCodes(1)

/** The frames of a y4m file: its header's words and each frame's Y plane. */
function readClip(path: string, width: number, height: number) {
  const bytes = readFileSync(path)
  const headerEnd = bytes.indexOf(10) + 1
  const frameLength = 6 + (width * height * 3) / 2
  const count = (bytes.length - headerEnd) / frameLength
  const frames = Array.from({ length: count }, (_, at) => {
    const start = headerEnd + at * frameLength
    return {
      mark: bytes.toString('latin1', start, start + 6),
      data: bytes.subarray(start + 6, start + 6 + width * height),
      width,
      height
    }
  })
  return { header: bytes.toString('latin1', 0, headerEnd), frames }
}

t.test('a clip shows what was asked for, frame by frame', async t => {
  const directory = mkdtempSync(join(tmpdir(), 'clip-'))
  t.teardown(() => rmSync(directory, { recursive: true }))
  const path = join(directory, 'clip.y4m')
  const scenes = [
    { text: null, durationFrames: 1 },
    { text: screen.text, durationFrames: 2, version: 6 },
    { text: 'https://example.org/', durationFrames: 1 }
  ]
  t.equal(writeFakeCamera(path, scenes, { numbered: true }), 4)
  const { header, frames } = readClip(path, 640, 480)
  t.equal(header, 'YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420mpeg2\n')
  t.ok(frames.every(({ mark }) => mark === 'FRAME\n'))
  const read = await openReader()
  t.same(
    frames.map(frame => read(frame)),
    [null, screen.text, screen.text, 'https://example.org/']
  )
  const side = stripCell(640)
  const numbers = frames.map(({ data }) =>
    readStrip(Array.from({ length: stripCells }, (_, cell) => data[(cell + 0.5) * side] as number))
  )
  t.same(numbers, [0, 1, 2, 3], 'with the number of each frame in its corner')
})

t.test('a strip that is not there has no number', async t => {
  t.equal(readStrip(new Uint8Array(stripCells)), null)
  t.equal(readStrip(new Uint8Array(stripCells).fill(200)), null)
})

t.test('the same seed gives the same frame, another seed another', async t => {
  const [scenario] = everyday
  const frame = renderFrame(screen, scenario, 3)
  t.same([frame.width, frame.height], [1280, 720])
  t.ok(Buffer.compare(frame.data, renderFrame(screen, scenario, 3).data) === 0)
  t.not(Buffer.compare(frame.data, renderFrame(screen, scenario, 4).data), 0)
})
