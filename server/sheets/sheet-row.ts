import { SheetFailure, type SheetRow } from '../ports/sheet-file.ts'
import { MAX_CELL, MAX_COLUMNS } from './limits.ts'

/** Without the empty cells at its end; null: nothing stands in the row. */
export function rowOf(line: number, raw: readonly (string | undefined)[]): SheetRow | null {
  let length = raw.length
  while (length > 0 && (raw[length - 1] ?? '').trim() === '') length--
  if (length === 0) return null
  if (length > MAX_COLUMNS) throw new SheetFailure('file-columns', `line ${line}: ${length} columns`)
  const cells: string[] = []
  for (let index = 0; index < length; index++) cells.push((raw[index] ?? '').trim().slice(0, MAX_CELL))
  return { line, cells }
}
