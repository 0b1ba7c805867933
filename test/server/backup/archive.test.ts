import { createCipheriv, randomBytes, scryptSync } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { readArchive, writeArchive } from '../../../server/backup/archive.ts'

const PASSPHRASE = 'a long passphrase of the office'

/** An archive with members of any name, as somebody who knows the passphrase could make it. */
function forged(name: string): Buffer {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const key = scryptSync(PASSPHRASE, salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 })
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const plain = gzipSync(Buffer.from(`${JSON.stringify({ name, length: 3 })}\nabc`))
  return Buffer.concat([Buffer.from('CKPTBAK1'), salt, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

t.test('members come back into the folder, and none gets out of it', async t => {
  const dir = t.testdir({ source: { a: 'first', b: 'second' } })
  const file = join(dir, 'backup')
  const members = ['a', 'b'].map(name => ({ name: `keys/${name}`, file: join(dir, 'source', name) }))
  await writeArchive(file, members, PASSPHRASE, count => new Uint8Array(randomBytes(count)))
  mkdirSync(join(dir, 'good'))
  await readArchive(file, join(dir, 'good'), PASSPHRASE)
  t.same(readdirSync(join(dir, 'good/keys')).sort(), ['a', 'b'])
  for (const name of ['../escaped', '/tmp/checkpoint-escaped', 'keys/../../escaped', '']) {
    mkdirSync(join(dir, 'target'), { recursive: true })
    writeFileSync(file, forged(name))
    await t.rejects(readArchive(file, join(dir, 'target'), PASSPHRASE), { name: 'BackupFailure' }, JSON.stringify(name))
  }
  t.notOk(existsSync(join(dir, 'escaped')) || existsSync('/tmp/checkpoint-escaped'))
  writeFileSync(file, forged('keys/c'))
  await t.resolves(readArchive(file, join(dir, 'target'), PASSPHRASE), 'the forgery is good but for its name')
})
