import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Storage } from '../ports/storage.ts'
import { type Member, writeArchive } from './archive.ts'
import { BackupFailure } from './backup-failure.ts'

export const DATABASE_FILE = 'checkpoint.db'
/** Beside the database: private keys, the master key where it is kept here, the own certificate authority. */
const KEPT = ['keys', 'master.key', 'tls']

export type BackupParts = {
  readonly storage: Pick<Storage, 'copyTo'>
  readonly dataDir: string
  readonly passphrase: string
  readonly randomBytes: (count: number) => Uint8Array
}

/** One encrypted file of a running installation; whole and on the disk when this resolves, or not there. */
export async function makeBackup(file: string, { storage, dataDir, passphrase, randomBytes }: BackupParts): Promise<number> {
  if (existsSync(file)) throw new BackupFailure('backup-in-the-way', `${file} is there already. Nothing was changed.`)
  const dir = mkdtempSync(join(dataDir, '.backup-'))
  const unfinished = `${file}.unfinished`
  try {
    const copy = join(dir, DATABASE_FILE)
    await storage.copyTo(copy)
    // Keys after the database: a key that it names is never missing.
    const members = [{ name: DATABASE_FILE, file: copy }, ...KEPT.flatMap(name => filesIn(dataDir, join(dataDir, name)))]
    rmSync(unfinished, { force: true })
    await writeArchive(unfinished, members, passphrase, randomBytes)
    renameSync(unfinished, file)
    return statSync(file).size
  } finally {
    rmSync(dir, { recursive: true, force: true })
    rmSync(unfinished, { force: true })
  }
}

function filesIn(root: string, path: string): Member[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [{ name: relative(root, path), file: path }]
  return readdirSync(path).flatMap(name => filesIn(root, join(path, name)))
}
