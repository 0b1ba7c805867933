import type { Luma } from './luma.ts'
import { smooth } from './smooth.ts'

/** Unsharp mask of σ = 1 pixel: adds `amount` times the difference between the picture and its blurred self. */
export function unsharp(picture: Luma, amount: number): Luma {
  const blurred = smooth(picture).data
  const data = new Uint8ClampedArray(picture.data.length)
  for (let at = 0; at < data.length; at++) {
    const value = picture.data[at] as number
    data[at] = value + amount * (value - (blurred[at] as number))
  }
  return { data: new Uint8Array(data.buffer), width: picture.width, height: picture.height }
}
