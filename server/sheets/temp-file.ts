import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Readable, Transform, type TransformCallback } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { SheetFailure } from '../ports/sheet-file.ts'

/** An upload on the disk, readable from any place. */
export type TempFile = {
  readonly size: number
  /** Bytes from `start` up to and without `end`. */
  read(start: number, end: number): Readable
  close(): void
}

const BLOCK = 16
const PREFIX = 'upload-'

/**
 * Keeps a stream in a file that nobody but this process can read: people's numbers go to the disk encrypted (AES-256-CTR,
 * so that it can be read from any place) under a key that is in memory alone. Throws `too-large` above `limit` bytes.
 */
export async function keepUpload(dir: string, source: Readable, limit: number): Promise<TempFile> {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const file = join(dir, `${PREFIX}${randomBytes(9).toString('hex')}`)
  const key = randomBytes(32)
  let size = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      size += chunk.length
      if (size > limit) done(new SheetFailure('too-large', `more than ${limit} bytes`))
      else done(null, chunk)
    }
  })
  const cipher = createCipheriv('aes-256-ctr', key, counterAt(0)) as unknown as Transform
  try {
    await pipeline(source, count, cipher, createWriteStream(file, { mode: 0o600, flags: 'wx' }))
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
  return {
    size,
    read(start, end) {
      const first = start - (start % BLOCK)
      const decipher = createDecipheriv('aes-256-ctr', key, counterAt(first / BLOCK)) as unknown as Transform
      const stream = createReadStream(file, { start: first, end: Math.max(end - 1, first), highWaterMark: 256 * 1024 })
      stream.on('error', error => decipher.destroy(error))
      decipher.on('close', () => stream.destroy())
      stream.pipe(decipher)
      return start === first ? decipher : decipher.pipe(dropFirst(start - first))
    },
    close: () => rmSync(file, { force: true })
  }
}

/** What a process that died left behind; its key died with it. */
export function removeOldUploads(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(dir)) if (name.startsWith(PREFIX)) rmSync(join(dir, name), { force: true })
}

function counterAt(block: number): Buffer {
  const counter = Buffer.alloc(BLOCK)
  counter.writeBigUInt64BE(BigInt(block), BLOCK - 8)
  return counter
}

function dropFirst(count: number): Transform {
  let left = count
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const dropped = Math.min(left, chunk.length)
      left -= dropped
      done(null, chunk.subarray(dropped))
    }
  })
}
