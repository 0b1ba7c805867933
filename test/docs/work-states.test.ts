import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { workStatesPage } from '../../scripts/work-states.ts'

t.test('the page of states is the one that the tables make', async t => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/work-states.md'), 'utf8')
  t.equal(page, workStatesPage(), 'node scripts/work-states.ts --write')
})
