import { csvRows } from './csv-rows.ts'
import { type SheetFile, SheetFailure } from '../ports/sheet-file.ts'
import { sniff } from './sniff.ts'
import type { TempFile } from './temp-file.ts'
import { xlsxRows } from './xlsx-rows.ts'

/** Rows of a table file of any kind that is known, told by its content. Throws `SheetFailure`, also while the rows are taken. */
export async function readSheets(file: TempFile): Promise<SheetFile> {
  if (file.size === 0) throw new SheetFailure('file-empty')
  const found = await sniff(file)
  return found.kind === 'zip'
    ? { format: 'xlsx', parts: xlsxRows(file) }
    : { format: `csv ${found.encoding}`, parts: csvRows(file, found.encoding) }
}
