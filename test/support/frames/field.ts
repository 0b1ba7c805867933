/** Linear light, one number a pixel: 0 is black, 1 is white paper in full light; a lamp or a reflection may exceed it. */
export interface Field {
  readonly light: Float32Array
  readonly width: number
  readonly height: number
}

/** A part of a field, in whole pixels; the far edges do not belong to it. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function newField(width: number, height: number, value: number): Field {
  return { light: new Float32Array(width * height).fill(value), width, height }
}

export function clipBox(field: Field, left: number, top: number, right: number, bottom: number): Box {
  const within = (value: number, limit: number) => Math.max(0, Math.min(limit, Math.round(value)))
  return {
    left: within(left, field.width),
    top: within(top, field.height),
    right: within(right, field.width),
    bottom: within(bottom, field.height)
  }
}

/** Replaces the light at every pixel of a box by what `change` makes of it. */
export function paint(field: Field, box: Box, change: (light: number, x: number, y: number) => number): void {
  for (let y = box.top; y < box.bottom; y++) {
    for (let x = box.left; x < box.right; x++) {
      const at = y * field.width + x
      field.light[at] = change(field.light[at] as number, x, y)
    }
  }
}
