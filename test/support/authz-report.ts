import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tryAuthorisation } from './authz-cases.ts'

const dir = mkdtempSync(join(tmpdir(), 'checkpoint-authz-'))
try {
  const report = await tryAuthorisation(join(dir, 'service'))
  for (const leak of [...report.leaks, ...report.untested.map(route => `${route}: not tried with a real object`)])
    console.error(leak)
  const { routes, roles, cases } = report
  console.log(JSON.stringify({ routes, roles, cases, leaks: report.leaks.length + report.untested.length }))
  process.exitCode = report.leaks.length + report.untested.length === 0 ? 0 : 1
} finally {
  rmSync(dir, { recursive: true, force: true })
}
