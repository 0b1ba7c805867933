// Writes docs/work-states.md from the tables in shared/work. `node scripts/work-states.ts` prints it, `--write` keeps it; test/docs/work-states.test.ts wants it current.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EMPLOYER_EVENTS, EMPLOYER_RULES, EMPLOYER_STATES } from '../shared/work/employer-states.ts'
import { FINAL_WORK_STATES, nextWorkState, WORK_EVENTS, WORK_RULES, WORK_STATES } from '../shared/work/states.ts'

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** The page as text. */
export function workStatesPage(): string {
  const events = WORK_EVENTS.map(event => {
    const { from, to, by, when } = WORK_RULES[event]
    return row([event, from.join(', '), to, by.join(', '), when])
  })
  const matrix = WORK_STATES.map(state => row([state, ...WORK_EVENTS.map(event => nextWorkState(state, event) ?? '·')]))
  const employers = EMPLOYER_EVENTS.map(event => {
    const { from, to, by } = EMPLOYER_RULES[event]
    return row([event, from.join(', '), to, by])
  })
  return [
    '# States of a work card application',
    '',
    'Made by `node scripts/work-states.ts --write` from `shared/work/states.ts` and `employer-states.ts`; change those.',
    '',
    row(['Event', 'From', 'To', 'By', 'When']),
    row(['---', '---', '---', '---', '---']),
    ...events,
    '',
    `Final: ${FINAL_WORK_STATES.join(', ')}. A failed signature is no event: the application stays approved until it is signed, once.`,
    '',
    row(['State', ...WORK_EVENTS]),
    row(['---', ...WORK_EVENTS.map(() => '---')]),
    ...matrix,
    '',
    '# States of an employer',
    '',
    `${EMPLOYER_STATES.join(', ')}.`,
    '',
    row(['Event', 'From', 'To', 'By']),
    row(['---', '---', '---', '---']),
    ...employers,
    ''
  ].join('\n')
}

if (import.meta.main) {
  if (process.argv.includes('--write')) writeFileSync(join(import.meta.dirname, '../docs/work-states.md'), workStatesPage())
  else console.log(workStatesPage())
}
