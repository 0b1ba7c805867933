import { afterRestoreCommand, backupCommand, restoreCommand } from './cli/backup.ts'
import { issueCommand } from './cli/issue.ts'
import { seedCommand } from './cli/seed.ts'
import { migrateToCommand } from './cli/migrate-to.ts'
import { initCommand, keysCommand, statusCommand } from './cli/realm.ts'
import type { Command } from './cli/command.ts'
import { verifyCommand } from './cli/verify.ts'
import { EXIT, explainFailure } from './exit-codes.ts'
import { main as serveMain } from './main.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  init: initCommand,
  serve: {
    summary: 'start the service',
    help: '',
    run: async args => {
      await serveMain(args)
      return undefined
    }
  },
  issue: issueCommand,
  verify: verifyCommand,
  status: statusCommand,
  keys: keysCommand,
  seed: seedCommand,
  backup: backupCommand,
  restore: restoreCommand,
  'after-restore': afterRestoreCommand,
  'migrate-to': migrateToCommand
}

const HELP = `checkpoint COMMAND [options]
${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(14)} ${summary}`)
  .join('\n')}
Each command explains itself with --help.`

const [name, ...args] = process.argv.slice(2)
const command = name === undefined ? undefined : COMMANDS[name]
if (command === undefined) {
  const isAsked = name === '--help' || name === 'help'
  ;(isAsked ? console.log : console.error)(HELP)
  process.exit(isAsked ? 0 : EXIT.usage)
}
try {
  if (args.includes('--help') && command.help !== '') console.log(command.help)
  else {
    const exitCode = await command.run(args)
    if (exitCode !== undefined) process.exitCode = exitCode
  }
} catch (error) {
  const explained = explainFailure(error)
  console.error(explained?.message ?? error)
  process.exitCode = EXIT.broken
}
