import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigFailure } from '../config.ts'
import { sealedKeysIn } from '../keys/file-signer.ts'
import { moveToPostgres } from '../storage/move/move-to-postgres.ts'
import { type Command, COMMON_HELP, dataDirOf, options } from './command.ts'

export const migrateToCommand: Command = {
  summary: 'move an embedded installation to PostgreSQL',
  help: `checkpoint migrate-to --to postgres://user:password@host/database
Stop the service before. Cut off, it goes on where it was; the embedded database stays as it is.
Then give every server DATABASE_URL and the same master key (CHECKPOINT_MASTER_KEY_FILE=DATA/master.key).
${COMMON_HELP}`,
  async run(args): Promise<undefined> {
    const { values } = options(args, { to: { type: 'string' } })
    const dataDir = dataDirOf(values.data)
    const file = join(dataDir, 'checkpoint.db')
    if (values.to === undefined || !/^postgres(ql)?:\/\//.test(values.to)) throw new ConfigFailure('--to postgres://… is needed')
    if (!existsSync(file)) throw new ConfigFailure(`${dataDir} holds no embedded database`)
    const keys = sealedKeysIn(join(dataDir, 'keys'))
    const note = (text: string): void => (values.json ? undefined : console.log(text))
    const moved = await moveToPostgres({ file, url: values.to, keys, now: Date.now, note })
    if (values.json) console.log(JSON.stringify({ moved, keys: keys.length - 1 }))
  }
}
