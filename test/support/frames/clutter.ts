import { clipBox, type Field, newField, paint } from './field.ts'
import type { Random } from './random.ts'

/** What a gate's camera sees around the code: walls and things in flat tones, lines of lettering, bars and grids. */
export function clutter(random: Random, width: number, height: number): Field {
  const field = newField(width, height, random.between(0.1, 0.5))
  for (let count = 14 + random.below(12); count > 0; count--) block(field, random)
  for (let count = 3 + random.below(4); count > 0; count--) lettering(field, random)
  for (let count = 1 + random.below(3); count > 0; count--) grid(field, random)
  return field
}

function block(field: Field, random: Random): void {
  const [x, y] = [random.between(-100, field.width), random.between(-100, field.height)]
  const box = clipBox(field, x, y, x + random.between(40, 420), y + random.between(40, 320))
  const [tone, slope] = [random.between(0.02, 0.85), random.between(-0.0006, 0.0006)]
  paint(field, box, (_, px) => Math.max(0.01, tone + slope * (px - box.left)))
}

/** Rows of dark strokes with gaps, the size of a poster's or a form's letters. */
function lettering(field: Field, random: Random): void {
  const size = random.between(6, 22)
  const [left, top] = [random.between(0, field.width * 0.8), random.between(0, field.height * 0.8)]
  const ink = random.between(0.02, 0.2)
  for (let row = 0; row < 3 + random.below(6); row++) {
    const y = top + row * size * 1.7
    for (let x = left; x < left + size * 18; x += size * random.between(0.55, 1)) {
      if (random.next() < 0.15) continue
      paint(field, clipBox(field, x, y, x + size * random.between(0.12, 0.5), y + size * random.between(0.4, 1)), () => ink)
      paint(field, clipBox(field, x, y + size * 0.45, x + size * 0.5, y + size * 0.6), () => ink)
    }
  }
}

/** Tiles, shelves, a fence: crossing lines of one width. */
function grid(field: Field, random: Random): void {
  const step = random.between(8, 40)
  const line = step * random.between(0.12, 0.5)
  const [x, y] = [random.between(0, field.width), random.between(0, field.height)]
  const box = clipBox(field, x, y, x + step * (4 + random.below(8)), y + step * (4 + random.below(6)))
  const tone = random.between(0.02, 0.9)
  paint(field, box, (light, px, py) => ((px - box.left) % step < line || (py - box.top) % step < line ? tone : light))
}
