import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { MAX_ROWS } from './limits.ts'
import { SheetFailure, type SheetParts, type SheetRow } from '../ports/sheet-file.ts'
import { rowOf } from './sheet-row.ts'
import type { TextEncoding } from './sniff.ts'
import type { TempFile } from './temp-file.ts'

const SEPARATORS = [',', ';', '\t', '|']
/** Lines looked at to tell the separator. */
const SAMPLE_LINES = 30
/** Characters of a record: behind a quote that is never closed everything is one. */
const MAX_RECORD = 256 * 1024
const AT_ONCE = 200

/** A text file, row by row: any of the encodings, separators and line ends that spreadsheets write, also mixed ones. */
export async function* csvRows(file: TempFile, encoding: TextEncoding): SheetParts {
  yield { kind: 'sheet', name: '', hidden: false }
  const separator = await separatorOf(file, encoding)
  const source = Readable.from(textOf(file, encoding))
  const parser = source.pipe(
    parse({
      delimiter: separator,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: MAX_RECORD,
      info: true
    })
  )
  source.on('error', error => parser.destroy(error))
  let rows: SheetRow[] = []
  let count = 0
  let before = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const row = rowOf(before + 1, record)
      before = info.lines
      if (row === null) continue
      if (++count > MAX_ROWS) throw new SheetFailure('file-rows', `more than ${MAX_ROWS}`)
      rows.push(row)
      if (rows.length < AT_ONCE) continue
      yield { kind: 'rows', rows }
      rows = []
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new SheetFailure('file-quote', `line ${before + 1}`, { cause: error })
  }
  if (rows.length > 0) yield { kind: 'rows', rows }
}

/** With one kind of line end, so that lines are counted as people see them. */
async function* textOf(file: TempFile, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let held = ''
  for await (const chunk of file.read(0, file.size)) {
    const text = held + decoder.decode(chunk as Buffer, { stream: true })
    held = text.endsWith('\r') ? '\r' : ''
    const whole = unified(held === '' ? text : text.slice(0, -1))
    if (whole !== '') yield whole
  }
  const rest = unified(held + decoder.decode())
  if (rest !== '') yield rest
}

const unified = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)

/** The one that splits the first lines into the most cells, by the line that is the median: a title has none. */
async function separatorOf(file: TempFile, encoding: TextEncoding): Promise<string> {
  let sample = ''
  for await (const text of textOf(file, encoding)) {
    sample += text
    if (sample.split('\n').length > SAMPLE_LINES || sample.length > MAX_RECORD) break
  }
  const lines = sample
    .replace(/"[^"]*"/g, '""')
    .split('\n')
    .filter(line => line.trim() !== '')
    .slice(0, SAMPLE_LINES)
  const cells = (separator: string): number => {
    const counts = lines.map(line => line.split(separator).length - 1).sort((a, b) => a - b)
    return (counts[Math.floor(counts.length / 2)] ?? 0) + (counts.at(-1) ?? 0) / 1000
  }
  const [best = ','] = [...SEPARATORS].sort((a, b) => cells(b) - cells(a))
  return cells(best) === 0 ? ',' : best
}
