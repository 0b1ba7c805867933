import { createCipheriv, createDecipheriv, scryptSync } from 'node:crypto'
import { closeSync, createReadStream, createWriteStream, fsyncSync, mkdirSync, openSync, readSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { BackupFailure } from './backup-failure.ts'
import { unpack } from './unpack.ts'

/** A file of the installation: its name in the data folder, and where its bytes are. */
export type Member = { readonly name: string; readonly file: string }

const MAGIC = Buffer.from('CKPTBAK1')
const SALT_BYTES = 16
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = MAGIC.length + SALT_BYTES + NONCE_BYTES
/** 128 MiB and about half a second for a guess. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 }

const keyOf = (passphrase: string, salt: Uint8Array): Buffer => scryptSync(passphrase.normalize('NFKC'), salt, 32, SCRYPT)

/**
 * magic ‖ salt ‖ nonce ‖ AES-256-GCM(gzip(members)) ‖ tag; a member is a line of JSON with name and length, and its bytes.
 * On the disk when this resolves.
 */
export async function writeArchive(
  file: string,
  members: readonly Member[],
  passphrase: string,
  randomBytes: (count: number) => Uint8Array
): Promise<void> {
  const salt = randomBytes(SALT_BYTES)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce)
  const output = createWriteStream(file, { flags: 'wx', mode: 0o600 })
  output.write(Buffer.concat([MAGIC, salt, nonce]))
  await pipeline(
    Readable.from(bytesOf(members)),
    createGzip(),
    cipher as unknown as Transform,
    async function* (encrypted) {
      yield* encrypted
      yield cipher.getAuthTag()
    },
    output
  )
  const handle = openSync(file, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

async function* bytesOf(members: readonly Member[]): AsyncGenerator<Buffer> {
  for (const { name, file } of members) {
    yield Buffer.from(`${JSON.stringify({ name, length: statSync(file).size })}\n`)
    for await (const chunk of createReadStream(file)) yield chunk as Buffer
  }
}

/** Puts the members into `dir`. Nothing there may be used before this resolves: only then is every byte proved. */
export async function readArchive(file: string, dir: string, passphrase: string): Promise<string[]> {
  const { head, tag, size } = ends(file)
  if (!head.subarray(0, MAGIC.length).equals(MAGIC))
    throw new BackupFailure('backup-foreign', `${file} is no backup of this program.`)
  const salt = head.subarray(MAGIC.length, MAGIC.length + SALT_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, salt), head.subarray(MAGIC.length + SALT_BYTES))
  decipher.setAuthTag(tag)
  const names: string[] = []
  const encrypted = createReadStream(file, { start: HEAD_BYTES, end: size - TAG_BYTES - 1 })
  try {
    await pipeline(encrypted, decipher as unknown as Transform, createGunzip(), async plain => {
      await unpack(plain, name => {
        names.push(name)
        const path = join(dir, safe(name))
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
        return createWriteStream(path, { mode: 0o600 })
      })
    })
  } catch (error) {
    throw new BackupFailure('backup-broken', `${file}: the passphrase is wrong, or the file is damaged.`, { cause: error })
  }
  return names
}

/** A member never leaves the folder. */
function safe(name: string): string {
  const path = normalize(name)
  if (path.startsWith('..') || path.startsWith('/') || path.includes('\0')) throw new RangeError('a member outside of the folder')
  return path
}

function ends(file: string): { head: Buffer; tag: Buffer; size: number } {
  const { size } = statSync(file)
  if (size < HEAD_BYTES + TAG_BYTES) throw new BackupFailure('backup-foreign', `${file} is no backup of this program.`)
  const handle = openSync(file, 'r')
  const head = Buffer.alloc(HEAD_BYTES)
  const tag = Buffer.alloc(TAG_BYTES)
  readSync(handle, head, 0, HEAD_BYTES, 0)
  readSync(handle, tag, 0, TAG_BYTES, size - TAG_BYTES)
  closeSync(handle)
  return { head, tag, size }
}
