import t from 'tap'
import { doubleBicubic } from '../../../scanner/decode/image/bicubic.ts'
import { cropCentre } from '../../../scanner/decode/image/crop.ts'
import { halve } from '../../../scanner/decode/image/halve.ts'
import { type Luma, lumaFromPacked, lumaFromPlane } from '../../../scanner/decode/image/luma.ts'
import { smooth } from '../../../scanner/decode/image/smooth.ts'
import { unsharp } from '../../../scanner/decode/image/unsharp.ts'

const picture = (width: number, height: number, grey: (x: number, y: number) => number): Luma => ({
  data: Uint8Array.from({ length: width * height }, (_, at) => grey(at % width, Math.floor(at / width))),
  width,
  height
})
const rows = ({ data, width, height }: Luma) =>
  Array.from({ length: height }, (_, y) => [...data.subarray(y * width, (y + 1) * width)])
const flat = picture(9, 7, () => 131)
const dot = picture(7, 7, (x, y) => (x === 3 && y === 3 ? 255 : 0))

t.test('the Y plane of a frame', async t => {
  const padded = Uint8Array.of(99, 1, 2, 3, 0, 0, 4, 5, 6, 0)
  t.same(
    rows(lumaFromPlane(padded, { offset: 1, stride: 5 }, 3, 2)),
    [
      [1, 2, 3],
      [4, 5, 6]
    ],
    'loses the padding of its rows'
  )
  const tight = Uint8Array.of(1, 2, 3, 4, 77, 77)
  const luma = lumaFromPlane(tight, { offset: 0, stride: 2 }, 2, 2)
  t.same(
    rows(luma),
    [
      [1, 2],
      [3, 4]
    ],
    'leaves the colour planes behind'
  )
  t.equal(luma.data.buffer, tight.buffer, 'is not copied when there is no padding')
  t.throws(() => lumaFromPlane(tight, { offset: 0, stride: 4 }, 4, 2), RangeError, 'must be all there')
  t.throws(() => lumaFromPlane(tight, { offset: 0, stride: 1 }, 2, 2), RangeError, 'cannot be narrower than its picture')
})

t.test('brightness of colour pixels', async t => {
  const pixels = Uint8Array.of(255, 0, 0, 9, 0, 255, 0, 9, 0, 0, 255, 9, 255, 255, 255, 0)
  t.same(rows(lumaFromPacked(pixels, 4, 1)), [[77, 149, 29, 255]], 'weighs red, green and blue as BT.601 does')
  t.same(rows(lumaFromPacked(pixels, 4, 1, 'bgr')), [[29, 149, 77, 255]], 'takes blue first when told so')
  t.throws(() => lumaFromPacked(pixels, 5, 1), RangeError, 'must be all there')
})

t.test('the middle of a picture', async t => {
  t.same(
    rows(
      cropCentre(
        picture(5, 4, (x, y) => 10 * y + x),
        2
      )
    ),
    [
      [11, 12],
      [21, 22]
    ]
  )
  t.same(
    rows(
      cropCentre(
        picture(4, 2, (x, y) => 10 * y + x),
        3
      )
    ),
    [
      [0, 1, 2],
      [10, 11, 12]
    ],
    'keeps a short side whole'
  )
  t.equal(cropCentre(flat, 9), flat, 'is the picture itself when that is no larger')
})

t.test('an even surface stays even, to the border', async t => {
  t.same(smooth(flat).data, flat.data)
  t.same(unsharp(flat, 1.5).data, flat.data)
  t.same(
    doubleBicubic(flat),
    picture(18, 14, () => 131)
  )
  t.same(
    halve(flat),
    picture(4, 3, () => 131)
  )
})

t.test('smoothing spreads a dot as 1-4-6-4-1 in both directions', async t => {
  const weights = [0, 1, 4, 6, 4, 1, 0]
  t.same(
    smooth(dot),
    picture(7, 7, (x, y) => Math.round((255 * (weights[x] as number) * (weights[y] as number)) / 256))
  )
})

t.test('sharpening widens the step of an edge on both sides and stays within a byte', async t => {
  const edge = picture(8, 1, x => (x < 4 ? 100 : 150))
  t.same(rows(unsharp(edge, 1)), [[100, 100, 97, 84, 166, 153, 150, 150]])
  t.same(
    rows(
      unsharp(
        picture(8, 1, x => (x < 4 ? 0 : 255)),
        2
      )
    ),
    [[0, 0, 0, 0, 255, 255, 255, 255]]
  )
})

t.test('doubling is exact on a slope and keeps both ends of a step', async t => {
  const slope = rows(doubleBicubic(picture(8, 8, x => 20 * x)))[7] as number[]
  t.same(slope.slice(4, 12), [35, 45, 55, 65, 75, 85, 95, 105], 'a quarter of a pixel beside each sample')
  const tall = rows(doubleBicubic(picture(8, 8, (_, y) => 20 * y))).map(row => row[7])
  t.same(tall.slice(4, 12), slope.slice(4, 12), 'downwards as across')
  const step = rows(doubleBicubic(picture(8, 1, x => (x < 4 ? 0 : 255))))[0] as number[]
  t.same([step[0], step[15]], [0, 255])
  t.equal((step[7] as number) + (step[8] as number), 255, 'the edge does not move')
})

t.test('halving takes the mean of four and drops an odd edge', async t => {
  t.same(halve(picture(5, 3, (x, y) => x * 10 + y * 2)), { data: Uint8Array.of(6, 26), width: 2, height: 1 })
})

t.test('pictures of one pixel pass through every step', async t => {
  const one = picture(1, 1, () => 42)
  t.same(smooth(one), one)
  t.same(unsharp(one, 1.5), one)
  t.same(
    doubleBicubic(one),
    picture(2, 2, () => 42)
  )
})
