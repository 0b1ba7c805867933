// Writes the generated vectors anew: `node scripts/make-vectors.ts`. The same bytes every time; a test compares them with the files.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { vectorFiles } from './vectors/files.ts'

for (const [file, text] of Object.entries(vectorFiles())) {
  writeFileSync(join(import.meta.dirname, '../test/vectors', file), text)
  console.log(`test/vectors/${file}: ${text.length} characters`)
}
