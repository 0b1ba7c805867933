import { Sign1 } from '@auth0/cose'
import { importJWK } from 'jose'
import t from 'tap'
import { decodeBase41 } from '../../../shared/pass/base41.ts'
import { makePass, testKey } from '../../support/pass-factory.ts'

const tokenOf = (text: string): Uint8Array => {
  const token = decodeBase41(text.slice('CP1:'.length))
  if (!token.ok) throw new Error(token.failure)
  return token.value
}

t.test('a COSE library that knows nothing of this project verifies a token from the JWK of its key alone', async t => {
  const jwk = testKey('issuer').publicKey
  const key = await importJWK({ ...jwk }, 'ES256')
  for (const label of ['陈*明', 'A'.repeat(10), 'A'.repeat(11), 'A'.repeat(40)]) {
    const token = tokenOf(makePass({ label }))
    for (const cose of [token, Buffer.concat([Buffer.of(0xd2), token])]) {
      const sign1 = Sign1.decode(cose)
      await t.resolves(sign1.verify(key), `${label}, ${cose.length === token.length ? 'as it is' : 'with tag 18'}`)
      t.equal(Buffer.from(sign1.protectedHeaders.get(4) as Uint8Array).toString('hex'), testKey('issuer').keyId)
      t.equal(sign1.protectedHeaders.get(1), -7)
    }
  }
})

t.test('and refuses one of another key, and one of which a bit was changed', async t => {
  const key = await importJWK({ ...testKey('issuer').publicKey }, 'ES256')
  await t.rejects(Sign1.decode(tokenOf(makePass({}, testKey('stranger')))).verify(key))
  const changed = Buffer.from(tokenOf(makePass()))
  changed.writeUInt8(changed.readUInt8(16) ^ 1, 16)
  await t.rejects(Sign1.decode(changed).verify(key))
})
