/** First two digits of GB/T 2260: the 31 provinces of the mainland. Finer codes come and go, but stay in documents. */
const PROVINCES: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(' ')
)

export const isProvince = (code: string): boolean => PROVINCES.has(code)
