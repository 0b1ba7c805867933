import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'

const { findViolations } = (await import('../scripts/architecture.mjs' as string)) as {
  findViolations: (root: string) => string[]
}

const ROOT = join(import.meta.dirname, '..')

t.test('nothing in the repository imports what its folder may not', async t => {
  t.same(findViolations(ROOT), [])
})

const PLANTED: readonly [file: string, text: string, why: RegExp][] = [
  ['shared/pass/bad.ts', "import { readFileSync } from 'node:fs'\n", /schema library/],
  ['shared/pass/bad.ts', "import { x } from '../../server/app.ts'\n", /shared may not import/],
  ['server/domain/bad.ts', "import { x } from '../storage/sqlite/open.ts'\n", /server\/domain may not import/],
  ['server/domain/bad.ts', "import {\n  x\n} from '../http/caller.ts'\n", /server\/domain may not import/],
  ['server/http/bad.ts', "import { Kysely } from 'kysely'\n", /only in server\/storage/],
  ['server/ports/bad.ts', "import type { X } from '../domain/context.ts'\n", /server\/ports may not import/],
  ['scanner/bad.ts', "import { x } from '../portal/main.ts'\n", /scanner may not import/],
  ['portal/bad.ts', "const x = import('../server/app.ts')\n", /portal may not import/],
  ['console/bad.ts', "import fs from 'node:fs'\n", /no Node/],
  ['scanner/screens/bad.ts', "import { Html5Qrcode } from 'html5-qrcode'\n", /only in scanner\/camera/]
]

for (const [file, text, why] of PLANTED) {
  t.test(`a planted import is caught: ${file} ${text.trim()}`, async t => {
    const root = t.testdir({ shared: {} })
    mkdirSync(join(root, dirname(file)), { recursive: true })
    writeFileSync(join(root, file), text)
    t.match(findViolations(root).join('\n'), why)
  })
}

t.test('a planted cycle is caught', async t => {
  const root = t.testdir({ shared: { 'a.ts': "import './b.ts'\n", 'b.ts': "import './a.ts'\n" } })
  t.match(findViolations(root).join('\n'), /cycle: shared\/a\.ts → shared\/b\.ts → shared\/a\.ts/)
})

t.test('the rules hold for a copy of the real pure core too', async t => {
  const root = t.testdir({})
  cpSync(join(ROOT, 'shared'), join(root, 'shared'), { recursive: true })
  t.same(findViolations(root), [])
})
