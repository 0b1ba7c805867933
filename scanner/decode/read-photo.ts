import { cropCentre } from './image/crop.ts'
import { halve } from './image/halve.ts'
import type { Luma } from './image/luma.ts'
import type { ReadLuma } from './luma-reader.ts'
import { enlarge } from './read-frame.ts'

// Below this a version 6 symbol has less than three pixels a module even when it fills the picture.
const smallestSidePx = 150
// Enlarging more than this would hold some 30 MB for one attempt.
const largestEnlargedPx = 1600

/** Reads a still picture: there is no next frame, so every scale is tried as it is and sharpened, largest first. */
export function readPhoto(read: ReadLuma, photo: Luma): string | null {
  for (const picture of scales(photo)) {
    const text = read(picture) ?? read(enlarge(cropCentre(picture, largestEnlargedPx)))
    if (text !== null) return text
  }
  return null
}

function* scales(photo: Luma): Generator<Luma> {
  for (let picture = photo; ; picture = halve(picture)) {
    yield picture
    if (Math.min(picture.width, picture.height) < 2 * smallestSidePx) return
  }
}
