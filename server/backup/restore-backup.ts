import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readArchive } from './archive.ts'
import { BackupFailure } from './backup-failure.ts'
import { DATABASE_FILE } from './make-backup.ts'

/** Puts a backup into an empty or missing folder: whole and proved, or not at all. */
export async function restoreBackup(file: string, dataDir: string, passphrase: string): Promise<string[]> {
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new BackupFailure('backup-in-the-way', `${dataDir} is not empty: choose another folder. Nothing was changed.`)
  const parent = dirname(resolve(dataDir))
  mkdirSync(parent, { recursive: true })
  const beside = mkdtempSync(join(parent, '.restore-'))
  try {
    const names = await readArchive(file, beside, passphrase)
    if (!names.includes(DATABASE_FILE)) throw new BackupFailure('backup-broken', `${file} holds no database.`)
    rmSync(dataDir, { recursive: true, force: true })
    renameSync(beside, dataDir)
    return names
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
}
