import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { stringify } from 'csv-stringify/sync'
import { writeXlsxStream } from 'hucre/xlsx'

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const AT_ONCE = 500

/** With a byte order mark: without it spreadsheets take Chinese text for another encoding. */
export const writeCsv = (rows: AsyncIterable<readonly string[]>): Readable => Readable.from(lines(rows))

async function* lines(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  yield '\ufeff'
  let waiting: (readonly string[])[] = []
  const text = (): string => stringify(waiting as string[][], { record_delimiter: '\r\n' })
  for await (const row of rows) {
    waiting.push(row)
    if (waiting.length < AT_ONCE) continue
    yield text()
    waiting = []
  }
  if (waiting.length > 0) yield text()
}

/** Every cell as text: no number loses digits. */
export const writeXlsx = (rows: AsyncIterable<readonly string[]>): Readable =>
  Readable.fromWeb(writeXlsxStream(rows as AsyncIterable<string[]>, { name: 'register' }) as ReadableStream)
