import t from 'tap'
import { decodeRecord, encodeRecord, PLAIN_BYTES } from '../../../shared/roster/roster-format.ts'
import { SAMPLE_PASS } from '../../support/pass-factory.ts'

const pass = { ...SAMPLE_PASS, documentTail: null }

t.test('every record has one size and says what went in', async t => {
  for (const label of ['陈*明', '阿***·***', 'K*** M*** J***', '欧**月'.repeat(3)])
    for (const building of ['', '3号楼', '12-2']) {
      const bytes = encodeRecord({ pass: { ...pass, label }, building })
      t.equal(bytes.length, PLAIN_BYTES)
      t.same(decodeRecord(bytes), { pass: { ...pass, label }, building })
    }
})

t.test('the tail of a document does not leave the service', async t => {
  t.equal(decodeRecord(encodeRecord({ pass: SAMPLE_PASS, building: '' }))?.pass.documentTail, null)
})

t.test('a building that does not fit is cut at a whole character', async t => {
  const label = '名'.repeat(13)
  const record = decodeRecord(encodeRecord({ pass: { ...pass, label }, building: '楼'.repeat(20) }))
  t.equal(record?.building, '楼'.repeat(6))
})

t.test('what is no record is none', async t => {
  t.equal(decodeRecord(new Uint8Array(PLAIN_BYTES)), null)
  t.equal(decodeRecord(new Uint8Array(PLAIN_BYTES).fill(255)), null)
  t.equal(decodeRecord(new Uint8Array(3)), null)
})
