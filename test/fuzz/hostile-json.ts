type Random = () => number
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

let deep: Json = 1
for (let level = 0; level < 2_000; level++) deep = [deep]

/** What no field expects: types, lengths, numbers at the edges, characters that break stores, logs and pages. */
const HOSTILE: readonly Json[] = [
  null,
  true,
  0,
  -1,
  0.5,
  1e308,
  2 ** 53,
  -(2 ** 63),
  '',
  ' ',
  '0',
  '-1',
  'x'.repeat(20_000),
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202eabc\u202c',
  '👩‍👩‍👧‍👦'.repeat(50),
  "'; drop table pass; --",
  '%00%0a%0d',
  '../../../../etc/passwd',
  '{{7*7}}<script>alert(1)</script>',
  '=cmd|/c calc!A1',
  '__proto__',
  [],
  {},
  [null],
  Array.from({ length: 600 }, () => 1),
  { $ne: null },
  { toString: 1, constructor: { prototype: {} } },
  deep
]
const NAMES = ['__proto__', 'constructor', 'toJSON', 'length', 'x', '']

const MAX_DEPTH = 6

/** Paths of everything in a value down to some depth, the root first. */
function pathsOf(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (value === null || typeof value !== 'object' || path.length === MAX_DEPTH) return [path]
  const inner = Array.isArray(value) ? value.map((item, index) => [index, item] as const) : Object.entries(value)
  return [path, ...inner.flatMap(([key, item]) => pathsOf(item, [...path, key]))]
}

/** The value with something else at the path; undefined takes it away. */
function withAt(value: Json, [key, ...rest]: readonly (string | number)[], put: Json | undefined): Json | undefined {
  if (key === undefined) return put
  if (Array.isArray(value) && typeof key !== 'number') return value // a list has no named fields
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, Json>
  const inner = withAt(copy[key] as Json, rest, put)
  if (inner === undefined) delete copy[key]
  else Object.defineProperty(copy, key, { value: inner, enumerable: true, configurable: true, writable: true })
  return copy as Json
}

/** A good body with one or a few things wrong in it. */
export function spoil(random: Random, good: Json): Json | undefined {
  let value: Json | undefined = good
  for (let times = 1 + Math.floor(random() * 3); times > 0 && value !== undefined; times--) {
    const path = pick(random, pathsOf(value))
    const kind = random()
    if (kind < 0.15) value = withAt(value, path, undefined)
    else if (kind < 0.3) value = withAt(value, [...path.slice(0, -1), pick(random, NAMES)], pick(random, HOSTILE))
    else value = withAt(value, path, pick(random, HOSTILE))
  }
  return value
}

/** Bodies that are no JSON at all. */
export const RAW_BODIES: readonly (readonly [type: string, body: string | Buffer])[] = [
  ['application/json', ''],
  ['application/json', '{'],
  ['application/json', '{"a":1'],
  ['application/json', 'null'],
  ['application/json', '"\\ud800"'],
  ['application/json', '{"__proto__":{"admin":true}}'],
  ['application/json', Buffer.from([0xff, 0xfe, 0x00, 0x22])],
  ['application/json', `${'['.repeat(16_000)}${']'.repeat(16_000)}`],
  ['application/json', ' '.repeat(40_000)],
  ['text/plain', '{"a":1}'],
  ['application/x-www-form-urlencoded', 'a=1&b=2'],
  ['multipart/form-data; boundary=x', '--x\r\n\r\n--x--'],
  ['application/octet-stream', Buffer.alloc(1_000, 0x1f)],
  ['', '{}'],
  ['application/json; charset=utf-16', '{}']
]

/** A path or query string whose values are replaced. */
export function spoilUrl(random: Random, url: string): string {
  const words = [
    '0',
    '-1',
    '99999999999999999999',
    '%00',
    '%ff',
    '..%2f..',
    'a'.repeat(200),
    '%E2%80%AE',
    "'",
    'null',
    'NaN',
    '%'
  ]
  const [path = '', query] = url.split('?')
  const parts = path.split('/')
  const place = 3 + Math.floor(random() * Math.max(1, parts.length - 3))
  if (random() < 0.6 && place < parts.length) parts[place] = pick(random, words)
  const odd = random() < 0.5 ? `${pick(random, ['cursor', 'limit', 'site', 'from', 'x', 'kind'])}=${pick(random, words)}` : ''
  const queries = [query ?? '', odd].filter(text => text !== '').join('&')
  return `${parts.join('/')}${queries === '' ? '' : `?${queries}`}`
}
