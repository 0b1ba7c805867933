/** Row-major 3×3 matrix. */
export type Matrix = readonly number[]

export interface Pose {
  /** From the lens to the middle of the code. */
  readonly distanceMm: number
  /** Turns of the surface about the vertical, the horizontal and the line of sight. */
  readonly yawDegrees: number
  readonly pitchDegrees: number
  readonly rollDegrees: number
  /** Where the middle of the code lands, in pixels from the middle of the frame. */
  readonly aimX: number
  readonly aimY: number
}

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Maps a point of the surface (millimetres from the middle of the code) to a pixel: a pinhole with the given focal length. */
export function projection(pose: Pose, focalPx: number, width: number, height: number): Matrix {
  const [cy, sy] = [Math.cos(radians(pose.yawDegrees)), Math.sin(radians(pose.yawDegrees))]
  const [cp, sp] = [Math.cos(radians(pose.pitchDegrees)), Math.sin(radians(pose.pitchDegrees))]
  const [cr, sr] = [Math.cos(radians(pose.rollDegrees)), Math.sin(radians(pose.rollDegrees))]
  // Columns of Rz · Rx · Ry that matter for a flat surface: where its x and y axes point.
  const xAxis = [cr * cy - sr * sp * sy, sr * cy + cr * sp * sy, -cp * sy]
  const yAxis = [-sr * cp, cr * cp, sp]
  const tx = (pose.aimX * pose.distanceMm) / focalPx
  const ty = (pose.aimY * pose.distanceMm) / focalPx
  const camera = [xAxis[0], yAxis[0], tx, xAxis[1], yAxis[1], ty, xAxis[2], yAxis[2], pose.distanceMm] as number[]
  return multiply([focalPx, 0, width / 2, 0, focalPx, height / 2, 0, 0, 1], camera)
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return Array.from({ length: 9 }, (_, at) => {
    const [row, column] = [Math.floor(at / 3) * 3, at % 3]
    return [0, 1, 2].reduce((sum, k) => sum + (a[row + k] as number) * (b[k * 3 + column] as number), 0)
  })
}

export function invert(m: Matrix): Matrix {
  const [a, b, c, d, e, f, g, h, i] = m as [number, number, number, number, number, number, number, number, number]
  const cofactors = [e * i - f * h, c * h - b * i, b * f - c * e, f * g - d * i, a * i - c * g, c * d - a * f]
  const rest = [d * h - e * g, b * g - a * h, a * e - b * d]
  const determinant = a * (cofactors[0] as number) + b * (cofactors[3] as number) + c * (rest[0] as number)
  return [...cofactors, ...rest].map(value => value / determinant)
}

export function apply(m: Matrix, x: number, y: number): [number, number] {
  const w = (m[6] as number) * x + (m[7] as number) * y + (m[8] as number)
  return [
    ((m[0] as number) * x + (m[1] as number) * y + (m[2] as number)) / w,
    ((m[3] as number) * x + (m[4] as number) * y + (m[5] as number)) / w
  ]
}
