import { renderEmptyFrame, renderFrame } from '../test/support/frames/render-frame.ts'
import { everyday } from '../test/support/frames/everyday.ts'
import { type FakeCameraScene, writeFakeCamera } from '../test/support/frames/fake-camera.ts'
import { gateCode } from '../test/support/frames/gate-codes.ts'
import { openReader } from '../test/support/reader.ts'
import { readFrame } from '../scanner/decode/read-frame.ts'
import type { Luma } from '../scanner/decode/image/luma.ts'

export const framesPerSecond = 30
// 0.4 s each: long enough for a slow phone to answer, short enough for many in a run.
const sceneFrames = 12

/** A text that is shown from one frame of the clip until, but not including, another. */
export interface Showing {
  readonly text: string
  readonly from: number
  readonly until: number
}

/** Writes a clip in which every text appears once out of clutter, in turns as the five everyday scenarios have it. */
export async function writeScanClip(path: string, texts: readonly string[]): Promise<{ showings: Showing[]; frames: number }> {
  const read = await openReader()
  const scenes: FakeCameraScene[] = []
  const showings: Showing[] = []
  for (const [at, text] of texts.entries()) {
    const scenario = everyday[at % 5] ?? everyday[0]
    scenes.push({ picture: renderEmptyFrame(scenario, at), durationFrames: sceneFrames })
    scenes.push({ picture: readableFrame(read, text, at), durationFrames: sceneFrames })
    showings.push({ text, from: (2 * at + 1) * sceneFrames, until: (2 * at + 2) * sceneFrames })
  }
  const frames = writeFakeCamera(path, scenes, { width: 1280, height: 720, framesPerSecond, numbered: true })
  return { showings, frames }
}

/** The clock starts at the first readable frame, so every frame of a showing must be one: the first that our pipeline reads. */
function readableFrame(read: (picture: Luma) => string | null, text: string, at: number): Luma {
  const scenario = everyday[at % 5] ?? everyday[0]
  const code = scenario.carrier === 'phone' ? gateCode(text, 'M', 6) : gateCode(text, 'Q', 8)
  for (let seed = at * 100; ; seed++) {
    const frame = renderFrame(code, scenario, seed)
    if (readFrame(read, frame, { inverted: true, secondPass: true }).text === text) return frame
  }
}
