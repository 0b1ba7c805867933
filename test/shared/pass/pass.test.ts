import QRCode from 'qrcode'
import t from 'tap'
import { BASE41_ALPHABET, decodeBase41, encodeBase41 } from '../../../shared/pass/base41.ts'
import { decodePass, endOf, preparePass, startOf } from '../../../shared/pass/codec.ts'
import { decodeDocumentTail, encodeDocumentTail, NO_TAIL } from '../../../shared/pass/document-tail.ts'
import { isPassKind, kindOfNumber, PASS_KINDS } from '../../../shared/pass/kinds.ts'
import { decodeLabel, encodeLabel } from '../../../shared/pass/label.ts'
import { decodePayload, encodePayload, type PassContent } from '../../../shared/pass/payload.ts'
import { bytesToSign, decodeToken, encodeToken } from '../../../shared/pass/token.ts'
import { passMinute } from '../../../shared/time.ts'
import { seededRandom } from '../../support/frames/random.ts'
import { ALL_KINDS, makePass, SAMPLE_PASS, START } from '../../support/pass-factory.ts'
import base41 from '../../vectors/base41.json' with { type: 'json' }

const random = seededRandom(41)
const randomBytes = (count: number): Buffer => Buffer.from(Array.from({ length: count }, () => random.below(256)))

t.test('base41: known texts, both ways', async t => {
  for (const { hex, text } of base41.known) {
    t.equal(encodeBase41(Buffer.from(hex, 'hex')), text)
    const bytes = decodeBase41(text)
    t.equal(bytes.ok && Buffer.from(bytes.value).toString('hex'), hex)
  }
})

t.test('base41: what comes back is what went in', async t => {
  for (const count of [0, 1, 2, 3, 255, 256, ...Array.from({ length: 40 }, () => random.below(300))]) {
    const bytes = randomBytes(count)
    const back = decodeBase41(encodeBase41(bytes))
    t.same(back.ok && Buffer.from(back.value), bytes, `${count} bytes`)
  }
  for (let n = 0; n < 65_536; n += 257) {
    const back = decodeBase41(encodeBase41(Buffer.of(n >> 8, n & 255)))
    if (!back.ok || Buffer.from(back.value).readUInt16BE() !== n) t.fail(`${n}`)
  }
})

t.test('base41: every other text is refused, by its first fault', async t => {
  for (const { text, failure, why } of base41.refused) t.same(decodeBase41(text), { ok: false, failure }, why)
})

t.test('base41: every character is one that a QR code holds in 5.5 bits', async t => {
  t.equal(new Set(BASE41_ALPHABET).size, 41)
  t.match(BASE41_ALPHABET, /^[0-9A-Z$*\-.:]+$/)
})

t.test('document tail: all 11,000 values and "none" come back', async t => {
  for (let value = 0; value < 11_000; value++) {
    const tail = decodeDocumentTail(value)
    if (!tail.ok || tail.value === null || encodeDocumentTail(tail.value) !== value) t.fail(`${value}`)
  }
  t.same(decodeDocumentTail(0), { ok: true, value: '0000' })
  t.same(decodeDocumentTail(10), { ok: true, value: '000X' })
  t.same(decodeDocumentTail(10_999), { ok: true, value: '999X' })
  t.same(decodeDocumentTail(NO_TAIL), { ok: true, value: null })
  t.equal(encodeDocumentTail(null), NO_TAIL)
  for (const value of [11_000, 0xfffe]) t.same(decodeDocumentTail(value), { ok: false, failure: 'document-tail' })
  for (const tail of ['', '123', '12345', 'X123', '00x1', '123x', '１２３４', '123\n'])
    t.throws(() => encodeDocumentTail(tail), RangeError, JSON.stringify(tail))
})

t.test('label: 1 to 40 bytes of composed text without controls', async t => {
  for (const label of ['A', '陈*明', '古'.repeat(13), 'A'.repeat(40), '𠮷'.repeat(10), 'Zoé']) {
    const bytes = encodeLabel(label)
    t.same(bytes.ok && decodeLabel(bytes.value), { ok: true, value: label }, label)
  }
  const failure = (label: string) => {
    const bytes = encodeLabel(label)
    return bytes.ok ? null : bytes.failure
  }
  t.equal(failure(''), 'label-length')
  t.equal(failure('A'.repeat(41)), 'label-length')
  t.equal(failure('古'.repeat(14)), 'label-length', '42 bytes in 14 characters')
  t.equal(failure('Zoe\u0301'), 'label-normal-form')
  for (const character of ['\u0000', '\n', '\u007f', '\u009f', '\u2028', '\u202e', '\u2066', '\ufeff', '\ud800'])
    t.equal(failure(`a${character}`), 'label-characters', `U+${character.charCodeAt(0).toString(16)}`)
  t.same(decodeLabel(new Uint8Array(0)), { ok: false, failure: 'label-length' })
  t.same(decodeLabel(Buffer.alloc(41, 65)), { ok: false, failure: 'label-length' })
  t.same(decodeLabel(Buffer.from('eda080', 'hex')), { ok: false, failure: 'label-utf8' })
})

t.test('payload: bytes as in the protocol, both ways', async t => {
  const person = '1101e240 00d5c0 0150 0007 0015 e999882ae6988e'.replaceAll(' ', '')
  t.equal(Buffer.from(encodePayload(SAMPLE_PASS)).toString('hex'), person)
  t.same(decodePayload(Buffer.from(person, 'hex')), { ok: true, value: SAMPLE_PASS })
  const plate: PassContent = { ...SAMPLE_PASS, kind: 'vehicle', documentTail: null, label: '鲁A12345' }
  const vehicle = '1301e240 00d5c0 0150 0007 e9b281413132333435'.replaceAll(' ', '')
  t.equal(Buffer.from(encodePayload(plate)).toString('hex'), vehicle)
  t.same(decodePayload(Buffer.from(vehicle, 'hex')), { ok: true, value: plate })
  const within = Buffer.concat([Buffer.of(1, 2, 3), Buffer.from(vehicle, 'hex')]).subarray(3)
  t.same(decodePayload(within), { ok: true, value: plate }, 'read at any offset of a buffer')
})

t.test('payload: any content comes back', async t => {
  for (let i = 0; i < 500; i++) {
    const kind = ALL_KINDS[random.below(ALL_KINDS.length)] ?? 'person'
    const content: PassContent = {
      kind,
      serial: random.below(0x1000000),
      start: passMinute(random.below(0x1000000)),
      hours: 1 + random.below(0x3fff),
      site: random.below(0x10000),
      documentTail:
        kind === 'vehicle' || random.next() < 0.2 ? null : `${100 + random.below(900)}${'0123456789X'[random.below(11)]}`,
      label: '陈'.repeat(1 + random.below(13))
    }
    t.same(decodePayload(encodePayload(content)), { ok: true, value: content })
  }
})

t.test('payload: a value that the format cannot hold is the mistake of the caller', async t => {
  const wrong: readonly Partial<Record<keyof PassContent, unknown>>[] = [
    ...[-1, 0x1000000, 0.5, Number.NaN].map(serial => ({ serial })),
    ...[-1, 0x1000000, 0.5].map(start => ({ start })),
    ...[0, -1, 0x4000, 1.5].map(hours => ({ hours })),
    ...[-1, 0x10000, 0.5].map(site => ({ site })),
    ...['', 'A'.repeat(41), 'a\n'].map(label => ({ label })),
    { documentTail: '12' },
    { kind: 'vehicle', documentTail: '1234' }
  ]
  for (const fields of wrong)
    t.throws(() => encodePayload({ ...SAMPLE_PASS, ...fields } as PassContent), RangeError, JSON.stringify(fields))
})

t.test('kinds: numbers and names, and nothing between', async t => {
  const numbers = Array.from({ length: 16 }, (_, number) => kindOfNumber(number))
  t.same(
    numbers.map((kind, number) => kind === undefined || PASS_KINDS[kind] === number),
    Array(16).fill(true)
  )
  t.same(numbers.filter(kind => kind !== undefined).sort(), [...ALL_KINDS].sort())
  t.ok(ALL_KINDS.every(isPassKind))
  t.notOk(['', 'Person', 'toString', '__proto__'].some(isPassKind))
})

t.test('token: bytes as in the protocol, both ways, for every length of payload', async t => {
  const [keyId, signature] = [Buffer.from('0a1b2c3d', 'hex'), randomBytes(64)]
  for (const length of [1, 22, 23, 24, 25, 53, 96]) {
    const payload = randomBytes(length)
    const head = length < 24 ? (0x40 + length).toString(16) : `58${length.toString(16)}`
    const token = encodeToken({ keyId, payload, signature })
    t.equal(
      Buffer.from(token).toString('hex'),
      `8449a201260444${keyId.toString('hex')}a0${head}${payload.toString('hex')}5840${signature.toString('hex')}`
    )
    const back = decodeToken(token)
    t.same(back.ok && Object.values(back.value).map(part => Buffer.from(part)), [keyId, payload, signature])
    t.equal(
      Buffer.from(bytesToSign(keyId, payload)).toString('hex'),
      `846a5369676e61747572653149a201260444${keyId.toString('hex')}40${head}${payload.toString('hex')}`,
      'Sig_structure of RFC 9052 §4.4'
    )
  }
  for (const length of [0, 97]) {
    const token = encodeToken({ keyId, payload: randomBytes(length), signature })
    t.same(decodeToken(token), { ok: false, failure: 'layout' }, `payload of ${length} bytes`)
  }
  t.throws(() => encodeToken({ keyId: keyId.subarray(1), payload: signature, signature }), RangeError)
  t.throws(() => encodeToken({ keyId, payload: signature, signature: signature.subarray(1) }), RangeError)
})

t.test('token: no byte can be put in anywhere, or taken out, so that the same payload is read', async t => {
  for (const length of [22, 23, 24]) {
    const payload = randomBytes(length)
    const token = Buffer.from(encodeToken({ keyId: randomBytes(4), payload, signature: randomBytes(64) }))
    const isReadAlike = (bytes: Buffer): boolean => {
      const read = decodeToken(bytes)
      return read.ok && payload.equals(read.value.payload)
    }
    for (let at = 0; at <= token.length; at++) {
      const [before, after] = [token.subarray(0, at), token.subarray(at)]
      for (let byte = 0; byte < 256; byte++)
        if (isReadAlike(Buffer.concat([before, Buffer.of(byte), after]))) t.fail(`${byte} at ${at} of a payload of ${length}`)
      if (isReadAlike(Buffer.concat([before, after.subarray(1)])) && at < token.length) t.fail(`without byte ${at}`)
    }
  }
})

t.test('pass: what was prepared and sealed is read again, with its first and last second', async t => {
  const { signedBytes, seal } = preparePass(SAMPLE_PASS, Buffer.from('0a1b2c3d', 'hex'))
  const pass = decodePass(seal(Buffer.alloc(64, 7)))
  if (!pass.ok) throw new Error(pass.failure)
  t.same(pass.value.content, SAMPLE_PASS)
  t.equal(pass.value.keyId, '0a1b2c3d')
  t.same(Buffer.from(pass.value.signedBytes), Buffer.from(signedBytes))
  t.same(Buffer.from(pass.value.signature), Buffer.alloc(64, 7))
  t.equal(startOf(pass.value.content), START)
  t.equal(endOf(pass.value.content), START + 336 * 3600)
})

t.test('pass: a name of three or four characters and both plates fit a QR code of version 6 at level M', async t => {
  const shown = (content: Partial<PassContent>): string => {
    const text = makePass(content)
    const { version } = QRCode.create(text, { errorCorrectionLevel: 'M' })
    return `${text.length} characters, version ${version}`
  }
  t.equal(shown({ label: '陈*明' }), '153 characters, version 6')
  t.equal(shown({ label: '欧**明' }), '154 characters, version 6')
  t.equal(shown({ kind: 'vehicle', documentTail: null, label: '鲁A12345' }), '153 characters, version 6')
  t.equal(shown({ kind: 'vehicle', documentTail: null, label: '鲁AD12345' }), '154 characters, version 6')
  t.equal(QRCode.create(makePass(), { errorCorrectionLevel: 'Q' }).version, 8, 'on paper')
})
