import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { PROBLEMS, type ProblemCode } from '../../shared/schema/problem.ts'
import { REASONS, type Reason } from '../../shared/verify/reasons.ts'
import { PROBLEM_SENTENCES } from '../../ui/i18n/problems.ts'
import { REASON_SENTENCES } from '../../ui/i18n/reasons.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/errors.md'), 'utf8')
/** Rows of three cells. */
const rows = [...page.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, ...cells]) => cells as [string, string, string]
)

t.test('the page of errors names every reason with its code and its sentence, and no other', async t => {
  const shown = rows.filter(([code]) => /^[A-Z]\d\d$/.test(code))
  const wanted = (Object.keys(REASONS) as Reason[]).map(reason => [REASONS[reason], reason, REASON_SENTENCES[reason].en])
  t.strictSame(shown.sort(), wanted.sort())
})

t.test('the page of errors names every problem with its status, and no other', async t => {
  const shown = rows.filter(([, status]) => /^\d{3}$/.test(status)).map(([code, status]) => [code, Number(status)])
  t.strictSame(shown.sort(), Object.entries(PROBLEMS).sort())
  for (const [code, , sentence] of rows.filter(([, status]) => /^\d{3}$/.test(status)))
    t.equal(sentence, PROBLEM_SENTENCES[code as ProblemCode].en, code)
})
