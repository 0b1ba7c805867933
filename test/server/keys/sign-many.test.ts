import { createPublicKey, verify } from 'node:crypto'
import { join } from 'node:path'
import t from 'tap'
import { openFileSigner } from '../../../server/keys/file-signer.ts'
import { createRandomSource } from '../../../server/keys/random-source.ts'

t.test('many signatures at once are each the one of their message, however many keys sign side by side', async t => {
  const signer = openFileSigner(join(t.testdir(), 'keys'), new Uint8Array(32).fill(1), createRandomSource())
  const handles = [await signer.createKey(), await signer.createKey()]
  for (const count of [0, 1, 63, 64, 500]) {
    const messages = Array.from({ length: count }, (_, at) => new Uint8Array(1 + (at % 90)).fill(at))
    const signed = await Promise.all(handles.map(({ keyId }) => signer.signMany(keyId, messages)))
    for (const [at, { publicKey }] of handles.entries()) {
      const key = { key: createPublicKey({ key: publicKey, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const
      const good = messages.filter((message, place) => verify('sha256', message, key, signed[at]?.[place] as Uint8Array))
      t.equal(good.length, count, `${count} by key ${at + 1}`)
      t.equal(signed[at]?.length, count)
    }
  }
  await t.rejects(signer.signMany('00000000', [new Uint8Array(1)]), { code: 'key-file-broken' })
})
