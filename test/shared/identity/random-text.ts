import type { Random } from '../../support/frames/random.ts'

/** First code point and number of code points of ranges that parsers meet, lone surrogates among them. */
const RANGES = [
  [0x30, 10],
  [0x41, 26],
  [0x61, 26],
  [0x4e00, 0x51ff],
  [0x00, 0x2ff],
  [0x300, 0x70],
  [0x590, 0x200],
  [0x1100, 0x100],
  [0x2000, 0x70],
  [0x3040, 0xc0],
  [0xd800, 0x800],
  [0xfb00, 0x4ff],
  [0xfe00, 0x1ff],
  [0x1d400, 0x400],
  [0x20000, 0x2000],
  [0xe0000, 0x200],
  [0, 0x110000]
] as const
const PIECES = [
  '370101',
  '19900307',
  '001X',
  '鲁A',
  'D12345',
  '·',
  ' ',
  '-',
  '+86',
  '138',
  '警',
  '港',
  '91',
  'KOR',
  'H',
  '(',
  ')',
  '\u0000'
]

/** Up to 24 code points and pieces of real numbers. */
export function hostileText(random: Random): string {
  const piece = (): string => {
    if (random.next() < 0.3) return PIECES[random.below(PIECES.length)] ?? ''
    const [first, count] = RANGES[random.below(RANGES.length)] ?? [0, 1]
    return String.fromCodePoint(first + random.below(count))
  }
  return Array.from({ length: random.below(25) }, piece).join('')
}
