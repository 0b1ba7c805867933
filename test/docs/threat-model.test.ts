import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'

const ROOT = join(import.meta.dirname, '../..')
const text = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8')
const rows = [...text.matchAll(/^\| (\d+) \| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(([, number, tried, , proof]) => ({
  number: Number(number),
  tried: String(tried),
  proof: String(proof)
}))
const scripts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts as Record<string, string>

/** A test file or folder, a script, a bench, or a file of the repository. */
const isThere = (reference: string): boolean => {
  const bench = /^bench -- ([a-z-]+)$/.exec(reference)?.[1]
  if (bench !== undefined) return existsSync(join(ROOT, `bench/${bench}.ts`))
  if (scripts[reference] !== undefined) return true
  return ['test/X.test.ts', 'test/X.ts', 'test/X', 'X'].some(shape => existsSync(join(ROOT, shape.replace('X', reference))))
}

t.test('every row of the threat model has its own number and names proofs that are there', async t => {
  t.same(
    rows.map(({ number }) => number),
    rows.map((_, index) => index + 1)
  )
  t.ok(rows.length >= 80, 'rows are read at all')
  for (const { number, tried, proof } of rows) {
    const references = proof.split(/[,;] /).map(part => part.replaceAll('`', '').trim())
    const missing = references.filter(reference => !isThere(reference))
    t.same(missing, [], `${number}: ${tried}`)
  }
})
