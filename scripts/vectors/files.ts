import { contentVectors } from './content.ts'
import { damageVectors } from './damage.ts'
import { entryVectors } from './entries.ts'
import { layoutVectors } from './layout.ts'
import { TRUST } from './outcomes.ts'
import { textVectors } from './texts.ts'
import { trustVectors } from './trust.ts'

const lines = (items: readonly unknown[], indent: string): string =>
  `[\n${items.map(item => `${indent}  ${JSON.stringify(item)}`).join(',\n')}\n${indent}]`

const passes = [...contentVectors, ...trustVectors, ...layoutVectors, ...damageVectors, ...textVectors]

/** File of test/vectors → its text: one vector a line, so that a change shows as the lines that it touches. */
export const vectorFiles = (): Readonly<Record<string, string>> => ({
  'passes.json': `{\n  "trust": ${JSON.stringify(TRUST)},\n  "vectors": ${lines(passes, '  ')}\n}\n`,
  'entries.json': `${lines(entryVectors(), '')}\n`
})
