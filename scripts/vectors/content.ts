import { PASS_KINDS } from '../../shared/pass/kinds.ts'
import { epochSeconds } from '../../shared/time.ts'
import { AT, genuine, START, unreadable, vector } from './outcomes.ts'
import { type Fields, passOf } from './raw-pass.ts'

const MAX_START_SECONDS = 1_577_836_800 + 0xffffff * 60

const kinds = Object.entries(PASS_KINDS).flatMap(([name, kind]) => [
  vector(`kind ${name}`, passOf({ kind, ...(kind === 3 ? { tail: null, label: '鲁A12345' } : {}) }), genuine()),
  vector(`kind ${name}, all sites`, passOf({ kind, site: 0, ...(kind === 3 ? { tail: null } : {}) }), genuine())
])

/** Bytes of label at the border of the payload's one-byte and two-byte head, and at the ends. */
const lengths = [1, 2, 7, 8, 9, 10, 11, 12, 13, 14, 23, 24, 39, 40].flatMap(count => [
  vector(`label of ${count} bytes, payload of ${13 + count}`, passOf({ label: 'A'.repeat(count) }), genuine()),
  vector(
    `plate of ${count} bytes, payload of ${11 + count}`,
    passOf({ kind: 3, tail: null, label: 'A'.repeat(count) }),
    genuine()
  )
])

const labels = (
  [
    ['two characters', '陈*'],
    ['four characters', '欧阳*明'],
    ['13 three-byte characters and one letter', `${'古'.repeat(13)}A`],
    ['a name with a middle dot', '阿依*·买*提'],
    ['a foreign name', 'María J*** G.'],
    ['a composed vowel', 'Zoé'],
    ['a character beyond the basic plane', '𠮷*明'],
    ['ten characters beyond the basic plane', '𠮷'.repeat(10)],
    ['a new-energy plate', '鲁AD12345'],
    ['a space only', ' '],
    ['spaces at the ends', ' 陈 '],
    ['white space that is not ASCII', '陈\u3000明']
  ] as const
).map(([name, label]) => vector(`label: ${name}`, passOf({ label }), genuine()))

const numbers = (
  [
    ['serial 0', { serial: 0 }, AT],
    ['serial 16777215', { serial: 0xffffff }, AT],
    ['site 1', { site: 1 }, AT],
    ['site 65535', { site: 65_535 }, AT],
    ['no document', { tail: 0xffff }, AT],
    ['document tail 0000', { tail: 0 }, AT],
    ['document tail 000X', { tail: 10 }, AT],
    ['document tail 0010', { tail: 11 }, AT],
    ['document tail 9999', { tail: 10_998 }, AT],
    ['document tail 999X', { tail: 10_999 }, AT],
    ['one hour', { length: 1 }, START],
    ['16383 hours', { length: 0x3fff }, AT]
  ] as const
).map(([name, fields, at]) => vector(name, passOf(fields), genuine(), { at }))

const edges = [
  vector('the first minute of the format, long expired', passOf({ start: 0 }), genuine('EXPIRED')),
  vector('the last minute of the format, far in the future', passOf({ start: 0xffffff }), genuine('NOT_YET')),
  vector(
    'the last minute of the format, without a key of that time',
    passOf({ start: 0xffffff }),
    {
      readable: true,
      genuine: false,
      findings: ['KEY']
    },
    { at: epochSeconds(MAX_START_SECONDS) }
  )
]

const refused = (
  [
    ['version 0', { version: 0 }, 'version'],
    ['version 2', { version: 2 }, 'version'],
    ['version 15', { version: 15 }, 'version'],
    ['kind 0', { kind: 0 }, 'kind'],
    ...[7, 8, 9, 10, 11, 12, 13, 14].map(kind => [`kind ${kind}`, { kind }, 'kind'] as const),
    ['the live bit, which is reserved', { length: 0x8000 + 336 }, 'flags'],
    ['bit 14, which is reserved', { length: 0x4000 + 336 }, 'flags'],
    ['both reserved bits', { length: 0xc000 + 336 }, 'flags'],
    ['the live bit and 0 hours', { length: 0x8000 }, 'flags'],
    ['0 hours', { length: 0 }, 'hours'],
    ['document tail 11000', { tail: 11_000 }, 'document-tail'],
    ['document tail 65534', { tail: 0xfffe }, 'document-tail'],
    ['no label', { label: '' }, 'payload-length'],
    ['a plate without a character', { kind: 3, tail: null, label: '' }, 'payload-length'],
    ['neither document tail nor label', { tail: null, label: '' }, 'payload-length'],
    ['one byte of document tail', { tail: null, label: 'A' }, 'payload-length'],
    ['label of 41 bytes', { label: 'A'.repeat(41) }, 'label-length'],
    ['plate of 41 bytes', { kind: 3, tail: null, label: 'A'.repeat(41) }, 'label-length'],
    ['label that fills the longest payload', { label: 'A'.repeat(83) }, 'label-length'],
    ['UTF-8: a continuation byte alone', { label: Buffer.from('4180', 'hex') }, 'label-utf8'],
    ['UTF-8: a character cut short', { label: Buffer.from('e99988e6', 'hex') }, 'label-utf8'],
    ['UTF-8: an overlong slash', { label: Buffer.from('c0af', 'hex') }, 'label-utf8'],
    ['UTF-8: an overlong zero', { label: Buffer.from('e08080', 'hex') }, 'label-utf8'],
    ['UTF-8: a surrogate', { label: Buffer.from('eda080', 'hex') }, 'label-utf8'],
    ['UTF-8: beyond U+10FFFF', { label: Buffer.from('f4908080', 'hex') }, 'label-utf8'],
    ['UTF-8: byte FF', { label: Buffer.from('41ff', 'hex') }, 'label-utf8'],
    ['not composed: e and an acute accent', { label: 'Zoe\u0301' }, 'label-normal-form'],
    ['not composed: a compatibility ideograph', { label: '\uf900' }, 'label-normal-form'],
    ['not composed: the Ångström sign', { label: '\u212b' }, 'label-normal-form'],
    ...['\u0000', '\n', '\r', '\t', '\u001b', '\u007f', '\u0085', '\u2028', '\u2029', '\u061c', '\u200e', '\u200f'].map(
      forbidden
    ),
    ...['\u202a', '\u202e', '\u2066', '\u2069', '\ufeff'].map(forbidden)
  ] as readonly (readonly [string, Partial<Fields>, Parameters<typeof unreadable>[0]])[]
).map(([name, fields, failure]) => vector(name, passOf(fields), unreadable(failure)))

function forbidden(character: string): readonly [string, Partial<Fields>, 'label-characters'] {
  const point = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return [`label with U+${point}`, { label: `陈${character}明` }, 'label-characters']
}

export const contentVectors = [...kinds, ...lengths, ...labels, ...numbers, ...edges, ...refused]
