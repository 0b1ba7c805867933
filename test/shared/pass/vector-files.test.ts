import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { vectorFiles } from '../../../scripts/vectors/files.ts'

t.test('the generated vectors are those that the script makes, byte for byte', async t => {
  for (const [file, text] of Object.entries(vectorFiles())) {
    const held = readFileSync(join(import.meta.dirname, '../../vectors', file), 'utf8')
    t.ok(held === text, `${file}, made by node scripts/make-vectors.ts`)
  }
})
