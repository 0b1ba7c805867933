import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KeyFailure } from './key-failure.ts'
import { writeDurably } from './write-durably.ts'

export type MasterKeySource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'data'; readonly dir: string }

const BYTES = 32
export const MASTER_KEY_FILE = 'master.key'

/**
 * The key that encrypts everything secret at rest: 32 bytes in base64, from the environment, a named file, or
 * (embedded default) a file in the data folder that is made on the first start. `created` tells that it must be backed up.
 */
export function loadMasterKey(
  source: MasterKeySource,
  randomBytes: (count: number) => Uint8Array
): { key: Uint8Array; createdAt: string | null } {
  if (source.kind === 'text') return { key: parse(source.text, 'the environment'), createdAt: null }
  if (source.kind === 'file') {
    if (!existsSync(source.file)) throw new KeyFailure('master-key-missing', `There is no master key at ${source.file}.`)
    return { key: parse(readFileSync(source.file, 'utf8'), source.file), createdAt: null }
  }
  const file = join(source.dir, MASTER_KEY_FILE)
  if (existsSync(file)) return { key: parse(readFileSync(file, 'utf8'), file), createdAt: null }
  if (existsSync(join(source.dir, 'keys'))) {
    throw new KeyFailure(
      'master-key-missing',
      `The keys in ${source.dir} need their master key: put back ${file} from your backup.`
    )
  }
  const key = randomBytes(BYTES)
  writeDurably(file, `${Buffer.from(key).toString('base64')}\n`)
  return { key, createdAt: file }
}

function parse(text: string, where: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== BYTES) throw new KeyFailure('master-key-invalid', `The master key in ${where} is not 32 bytes in base64.`)
  return new Uint8Array(key)
}
