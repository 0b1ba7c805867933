import type { Luma } from '../../../scanner/decode/image/luma.ts'
import { clutter } from './clutter.ts'
import { drawStrip } from './frame-strip.ts'
import { type GateCode, gateCode, type Level } from './gate-codes.ts'
import { seededRandom } from './random.ts'
import { develop } from './sensor.ts'
import { openY4m } from './y4m.ts'

/** What the camera sees for a while: a text as a large clean code, clutter (`null`), or a ready-made picture of the clip's size. */
export type FakeCameraScene = ({ text: string | null; version?: number; level?: Level } | { picture: Luma }) & {
  durationFrames: number
}

export interface FakeCameraOptions {
  /** 640 × 480 unless told; both even. */
  readonly width?: number
  readonly height?: number
  /** 10 unless told: a frame takes 0.46 MB at 640 × 480 and 1.4 MB at 1280 × 720, so a slow clip is a small file. */
  readonly framesPerSecond?: number
  /** Writes each frame's number, from 0, into its upper left corner (see `frame-strip.ts`). */
  readonly numbered?: boolean
}

/**
 * Writes a clip for Chromium's `--use-fake-device-for-media-stream --use-fake-ui-for-media-stream
 * --use-file-for-fake-video-capture=PATH`, which plays it over and over. Returns how many frames it has.
 */
export function writeFakeCamera(path: string, scenes: readonly FakeCameraScene[], options: FakeCameraOptions = {}): number {
  const { width = 640, height = 480, framesPerSecond = 10, numbered = false } = options
  const file = openY4m(path, width, height, framesPerSecond)
  let number = 0
  for (const [at, scene] of scenes.entries()) {
    const picture = scenePicture(scene, at, width, height)
    for (let count = 0; count < scene.durationFrames; count++, number++) {
      if (numbered) drawStrip(picture.data, width, number)
      file.add(picture)
    }
  }
  file.close()
  return number
}

function scenePicture(scene: FakeCameraScene, seed: number, width: number, height: number): Luma {
  if ('picture' in scene) return { ...scene.picture, data: scene.picture.data.slice() }
  const random = seededRandom(seed)
  const background = develop(clutter(random, width, height), { gain: 0.5, veil: 0.01, noise: 2 }, random)
  if (scene.text !== null) paste(background, gateCode(scene.text, scene.level ?? 'M', scene.version))
  return background
}

/** Draws a code in the middle, with its quiet zone, as large as whole pixels a module allow in four fifths of the height. */
function paste({ data, width, height }: Luma, code: GateCode): void {
  const across = code.size + 8
  const modulePx = Math.max(1, Math.floor((Math.min(width, height) * 0.8) / across))
  const left = (width - across * modulePx) >> 1
  const top = (height - across * modulePx) >> 1
  for (let y = 0; y < across * modulePx; y++) {
    for (let x = 0; x < across * modulePx; x++) {
      const row = Math.floor(y / modulePx) - 4
      const column = Math.floor(x / modulePx) - 4
      const inside = row >= 0 && column >= 0 && row < code.size && column < code.size
      data[(top + y) * width + left + x] = inside && code.dark[row * code.size + column] ? 20 : 235
    }
  }
}
