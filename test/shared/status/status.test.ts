import { deflateSync } from 'node:zlib'
import t from 'tap'
import { readStatusClaims } from '../../../shared/status/read-status-claims.ts'
import {
  indexOf,
  LIST_BYTES,
  LIST_SIZE,
  listOf,
  type PassStatus,
  packStatuses,
  serialAt,
  statusIn,
  statusReader
} from '../../../shared/status/status-list.ts'
import { epochSeconds } from '../../../shared/time.ts'
import { inflateZlib } from '../../support/node-crypto.ts'

t.test('two bits a pass, the lowest bits of a byte first', async t => {
  const bits = packStatuses([
    [0, 'revoked'],
    [1, 'held'],
    [2, 'superseded'],
    [3, 'valid'],
    [7, 'revoked']
  ])
  t.equal(Buffer.from(bits).toString('hex'), '3940')
  t.same(
    Array.from({ length: 9 }, (_, index) => statusIn(bits, index)),
    ['revoked', 'held', 'superseded', 'valid', 'valid', 'valid', 'valid', 'revoked', 'valid']
  )
})

t.test('the bits of the draft for status lists of two bits are read as it prints them', async t => {
  // draft-ietf-oauth-status-list, "Status List", example of 2 bits: [1,2,0,3,0,1,0,1,1,2,3,3]
  const bits = Buffer.from('c944f9', 'hex')
  const words: Record<number, PassStatus> = { 0: 'valid', 1: 'revoked', 2: 'held', 3: 'superseded' }
  const expected = [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3].map(value => words[value])
  t.same(
    expected.map((_, index) => statusIn(bits, index)),
    expected
  )
})

t.test('a list ends with its last exception; what lies behind is valid', async t => {
  t.equal(packStatuses([]).length, 0)
  t.equal(packStatuses([[8, 'held']]).length, 3)
  t.equal(packStatuses([[LIST_SIZE - 1, 'held']]).length, LIST_BYTES)
  t.equal(statusIn(new Uint8Array(0), 0), 'valid')
  t.equal(statusIn(packStatuses([[8, 'held']]), LIST_SIZE - 1), 'valid')
})

t.test('the last word on a pass counts, also when it is valid again', async t => {
  const bits = packStatuses([
    [5, 'superseded'],
    [5, 'held'],
    [4, 'revoked'],
    [4, 'valid']
  ])
  t.same([statusIn(bits, 4), statusIn(bits, 5)], ['valid', 'held'])
})

t.test('a serial has one list and one index', async t => {
  for (const serial of [0, 1, LIST_SIZE - 1, LIST_SIZE, 123_456, 0xffffff]) {
    t.equal(serialAt(listOf(serial), indexOf(serial)), serial)
    t.ok(indexOf(serial) < LIST_SIZE && listOf(serial) < 128)
  }
  t.same([listOf(LIST_SIZE - 1), listOf(LIST_SIZE), listOf(0xffffff)], [0, 1, 127])
})

t.test('a reader answers from the list of the serial, says when it has none, and is as old as its oldest', async t => {
  const list = (number: number, issuedAt: number) => ({
    list: number,
    bits: packStatuses([[9, 'revoked']]),
    issuedAt: epochSeconds(issuedAt)
  })
  const reader = statusReader([list(0, 300), list(2, 200), list(3, 250)])
  t.equal(reader.statusOf(9), 'revoked')
  t.equal(reader.statusOf(10), 'valid')
  t.equal(reader.statusOf(serialAt(1, 9)), 'unknown')
  t.equal(reader.statusOf(serialAt(2, 9)), 'revoked')
  t.equal(reader.asOf, 200)
  t.equal(statusReader([]).asOf, null)
  t.equal(statusReader([]).statusOf(9), 'unknown')
})

const BITS = packStatuses([
  [0, 'revoked'],
  [9, 'held']
])
const lst = (bytes: Uint8Array): string => deflateSync(bytes).toString('base64url')
const claims = (fields: object = {}, list: object = {}) => ({
  sub: 'https://pass.example/api/v1/gate/status/5',
  iat: 1_581_120_000,
  ttl: 300,
  status_list: { bits: 2, lst: lst(BITS), ...list },
  ...fields
})

t.test('claims of a status list token become a list', async t => {
  const read = await readStatusClaims(claims(), inflateZlib)
  if (!read.ok) throw new Error(read.failure)
  t.match(read.value, { list: 5, issuedAt: 1_581_120_000 })
  t.same(Buffer.from(read.value.bits), Buffer.from(BITS))
  const whole = await readStatusClaims(claims({}, { lst: lst(new Uint8Array(LIST_BYTES)) }), inflateZlib)
  t.ok(whole.ok, 'a list of full length')
})

t.test('claims of another shape, size or subject are refused by name', async t => {
  const bomb = lst(new Uint8Array(10_000_000))
  const refused: readonly (readonly [claims: unknown, failure: string, why: string])[] = [
    [null, 'claims', 'nothing'],
    ['text', 'claims', 'text'],
    [{}, 'claims', 'an empty object'],
    [claims({ iat: 1.5 }), 'claims', 'a broken second'],
    [claims({ iat: '1581120000' }), 'claims', 'time as text'],
    [claims({ sub: 5 }), 'claims', 'a subject that is no text'],
    [claims({ status_list: null }), 'claims', 'no list'],
    [claims({}, { lst: 5 }), 'claims', 'a list that is no text'],
    [claims({}, { bits: '2' }), 'claims', 'bits as text'],
    [claims({}, { bits: 1 }), 'bits', 'one bit a pass'],
    [claims({}, { bits: 8 }), 'bits', 'eight bits a pass'],
    [claims({ sub: 'https://pass.example/status/' }), 'subject', 'no number'],
    [claims({ sub: 'https://pass.example/status/128' }), 'subject', 'a number behind the last list'],
    [claims({ sub: 'https://pass.example/status/-1' }), 'subject', 'a negative number'],
    [claims({ sub: 'https://pass.example/status/5/' }), 'subject', 'something behind the number'],
    [claims({ sub: 'https://pass.example/lists/5' }), 'subject', 'another path'],
    [claims({}, { lst: 'a+b/' }), 'encoding', 'base64 of the other alphabet'],
    [claims({}, { lst: `${lst(BITS)}=` }), 'encoding', 'padding'],
    [claims({}, { lst: 'AAAA' }), 'inflate', 'no zlib'],
    [claims({}, { lst: lst(BITS).slice(0, 12) }), 'inflate', 'cut short'],
    [claims({}, { lst: lst(new Uint8Array(LIST_BYTES + 1)) }), 'inflate', 'a byte more than a list has'],
    [claims({}, { lst: bomb }), 'inflate', '10 MB out of 10 kB']
  ]
  for (const [value, failure, why] of refused) t.same(await readStatusClaims(value, inflateZlib), { ok: false, failure }, why)
})

t.test('no more than a list is ever asked to be inflated', async t => {
  const asked: number[] = []
  await readStatusClaims(claims(), (_data, maxBytes) => {
    asked.push(maxBytes)
    return null
  })
  t.same(asked, [32_768])
})
