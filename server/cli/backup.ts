import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeBackup } from '../backup/make-backup.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { ConfigFailure } from '../config.ts'
import { askService } from '../control/socket.ts'
import { goOnAfterRestore } from '../domain/after-restore.ts'
import { type Command, COMMON_HELP, dataDirOf, numberOption, options, withRuntime } from './command.ts'

const PASSPHRASE = { 'passphrase-file': { type: 'string' } } as const
const PASSPHRASE_HELP = `  --passphrase-file FILE   encrypts the backup (or CHECKPOINT_BACKUP_PASSPHRASE); keep it apart from the backups`
const SHORTEST = 12

export const backupCommand: Command = {
  summary: 'one encrypted file of database and keys, while the service runs',
  help: `checkpoint backup FILE\nOf PostgreSQL: see docs/operations.md.\n${PASSPHRASE_HELP}\n${COMMON_HELP}`,
  async run(args): Promise<undefined> {
    const { values, positionals } = options(args, PASSPHRASE)
    const file = fileOf(positionals)
    const passphrase = passphraseOf(values['passphrase-file'])
    const dataDir = dataDirOf(values.data)
    if (!existsSync(join(dataDir, 'checkpoint.db'))) throw new ConfigFailure(`${dataDir} holds no embedded database`)
    const answer = await askService(dataDir, { command: 'backup', file, passphrase })
    if (answer?.ok === false) throw new ConfigFailure(answer.message)
    const bytes =
      answer?.bytes ??
      (await withRuntime(values.data, ({ ctx }) =>
        makeBackup(file, { storage: ctx.storage, dataDir, passphrase, randomBytes: ctx.env.randomBytes })
      ))
    console.log(values.json ? JSON.stringify({ file, bytes }) : `${file}: ${bytes} bytes`)
  }
}

export const restoreCommand: Command = {
  summary: 'put a backup into an empty folder',
  help: `checkpoint restore FILE --data DIR
Phones send again what the restored service does not hold. Holds, revocations and passes since the backup are not known to it.
  --skip-passes N          pass numbers that may have been given since the backup (default 10000)
${PASSPHRASE_HELP}\n${COMMON_HELP}`,
  async run(args): Promise<undefined> {
    const { values, positionals } = options(args, { ...PASSPHRASE, 'skip-passes': { type: 'string', default: '10000' } })
    const file = fileOf(positionals)
    const dataDir = dataDirOf(values.data)
    const skipped = numberOption('skip-passes', values['skip-passes'])
    const members = await restoreBackup(file, dataDir, passphraseOf(values['passphrase-file']))
    await withRuntime(values.data, ({ ctx }) => goOnAfterRestore(ctx, skipped))
    console.log(values.json ? JSON.stringify({ data: dataDir, files: members.length }) : `${dataDir}: ${members.length} files`)
  }
}

export const afterRestoreCommand: Command = {
  summary: 'after a database was set back: skip numbers that may have been given since',
  help: `checkpoint after-restore [--skip-passes N]\nOnce, before the servers start. \`restore\` does it by itself.\n${COMMON_HELP}`,
  async run(args): Promise<undefined> {
    const { values } = options(args, { 'skip-passes': { type: 'string', default: '10000' } })
    const skipped = numberOption('skip-passes', values['skip-passes'])
    await withRuntime(values.data, ({ ctx }) => goOnAfterRestore(ctx, skipped))
    console.log(values.json ? JSON.stringify({ skipped }) : `${skipped} pass numbers skipped`)
  }
}

function fileOf(positionals: readonly string[]): string {
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new ConfigFailure('one FILE is needed')
  return resolve(file)
}

function passphraseOf(file: string | undefined): string {
  const text = (file === undefined ? process.env.CHECKPOINT_BACKUP_PASSPHRASE : readFileSync(file, 'utf8'))?.trim() ?? ''
  if (text.length < SHORTEST)
    throw new ConfigFailure(`a passphrase of at least ${SHORTEST} characters is needed: --passphrase-file`)
  return text
}
