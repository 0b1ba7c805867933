import t from 'tap'
import { statusReader } from '../../../shared/status/status-list.ts'
import { epochSeconds } from '../../../shared/time.ts'
import { isReason, isVerdict, REASONS, severityOf, VERDICTS } from '../../../shared/verify/reasons.ts'
import type { VerifySignature } from '../../../shared/verify/subject.ts'
import { verify } from '../../../shared/verify/verify.ts'
import { FLIPPED, flipOutcome, withBitFlipped } from '../../../scripts/vectors/damage.ts'
import { textOf } from '../../../scripts/vectors/raw-pass.ts'
import { signDeterministically, toNumber } from '../../support/deterministic-es256.ts'
import { verifySignature } from '../../support/node-crypto.ts'
import { AT, makePass, makeTrust, publishedKey, SAMPLE_PASS, START, testKey } from '../../support/pass-factory.ts'
import { outcomeOf, PASS_VECTORS, statusOf, trustOf } from '../../support/pass-vectors.ts'

const NO_STATUS = statusReader([])

t.test('every vector is taken for what its author says it is', async t => {
  t.ok(PASS_VECTORS.length >= 300, `${PASS_VECTORS.length} vectors`)
  t.equal(new Set(PASS_VECTORS.map(({ name }) => name)).size, PASS_VECTORS.length, 'each has its own name')
  for (const vector of PASS_VECTORS) {
    const verification = await verify(vector.text, trustOf(vector), statusOf(vector), vector.at, verifySignature)
    t.same(outcomeOf(verification), vector.expect, vector.name)
  }
})

t.test('every bit of a token, flipped, is noticed where it stands', async t => {
  const trust = makeTrust()
  for (let bit = 0; bit < FLIPPED.length * 8; bit++) {
    const verification = await verify(textOf(withBitFlipped(FLIPPED, bit)), trust, NO_STATUS, AT, verifySignature)
    t.same(outcomeOf(verification), flipOutcome(bit), `bit ${bit & 7} of byte ${bit >> 3}`)
  }
})

t.test('a text costs one signature check at most, and none without a key to trust', async t => {
  for (const vector of PASS_VECTORS) {
    let checks = 0
    const counting: VerifySignature = (...args) => {
      checks++
      return verifySignature(...args)
    }
    await verify(vector.text, trustOf(vector), statusOf(vector), vector.at, counting)
    const { readable, findings } = vector.expect
    t.equal(checks, readable && !findings.includes('KEY') ? 1 : 0, vector.name)
  }
})

t.test('the order of the checks: decoding, key, signature, status, time', async t => {
  const asked: string[] = []
  const trust = makeTrust()
  const watched = {
    ...trust,
    keys: {
      get: (keyId: string) => {
        asked.push('key')
        return trust.keys.get(keyId)
      }
    } as typeof trust.keys
  }
  const status = {
    asOf: null,
    statusOf: () => {
      asked.push('status')
      return 'held' as const
    }
  }
  const answering =
    (answer: boolean): VerifySignature =>
    async () => {
      asked.push('signature')
      return answer
    }
  const late = epochSeconds(START + 400 * 3600)
  const reasonsOf = async (text: string, answer: boolean) => {
    asked.length = 0
    const { findings } = await verify(text, watched, status, late, answering(answer))
    return `${asked.join(' ')}: ${findings.map(({ reason }) => reason).join(' ')}`
  }
  t.equal(await reasonsOf('CP1:', true), ': UNREADABLE')
  t.equal(await reasonsOf(makePass({}, testKey('stranger')), true), 'key: KEY')
  t.equal(await reasonsOf(makePass(), false), 'key signature: FORGED')
  t.equal(await reasonsOf(makePass(), true), 'key signature status: HELD EXPIRED')
})

t.test('a key is named with what is wrong with it, for experts', async t => {
  const detail = async (limits: Parameters<typeof publishedKey>[1]) => {
    const { findings } = await verify(makePass(), makeTrust([publishedKey('issuer', limits)]), NO_STATUS, AT, verifySignature)
    return findings[0]?.detail
  }
  t.equal(await detail({}), undefined)
  t.equal(await detail({ revoked: true, notAfter: AT }), 'withdrawn')
  t.equal(await detail({ notAfter: AT, kinds: [] }), 'outside the time of the key')
  t.equal(await detail({ kinds: ['work'], sites: [] }), 'may not sign person')
  t.equal(await detail({ sites: [8] }), 'may not sign for this site')
  t.equal(await detail({ keyId: '00000000' }), `unknown key ${testKey('issuer').keyId}`)
})

t.test('what a genuine pass says comes back whole, with the key that signed it', async t => {
  t.match(await verify(makePass(), makeTrust(), NO_STATUS, AT, verifySignature), {
    readable: true,
    genuine: true,
    pass: SAMPLE_PASS,
    keyId: testKey('issuer').keyId,
    findings: []
  })
})

t.test('reasons have codes of their own, verdicts an order', async t => {
  const codes = Object.values(REASONS)
  t.equal(new Set(codes).size, codes.length)
  t.ok(codes.every(code => /^[ADSRTGH]\d\d$/.test(code)))
  t.same(
    [...VERDICTS].sort((a, b) => severityOf(b) - severityOf(a)),
    ['STOP', 'CHECK', 'PASS']
  )
  t.ok(isReason('HELD') && isVerdict('STOP'))
  t.notOk(isReason('toString') || isReason('held') || isVerdict('OK'))
})

t.test('the signatures of the vectors are those of RFC 6979, appendix A.2.5', async t => {
  const secret = toNumber(Buffer.from('c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721', 'hex'))
  t.equal(
    signDeterministically(secret, Buffer.from('sample')).toString('hex'),
    'efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8'
  )
})
