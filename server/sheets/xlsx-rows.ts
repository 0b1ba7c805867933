import { dayOfSerial, numberText } from './cell-value.ts'
import { MAX_CELL, MAX_COLUMNS, MAX_ROWS } from './limits.ts'
import { columnOf, findMerges, mergeFiller } from './merged-cells.ts'
import { SheetFailure, type SheetParts, type SheetRow } from '../ports/sheet-file.ts'
import { rowOf } from './sheet-row.ts'
import type { TempFile } from './temp-file.ts'
import { readWorkbook, type Workbook } from './workbook.ts'
import { openZip } from './xlsx-parts.ts'
import { type Attributes, readXml } from './xml.ts'

/**
 * An XLSX or XLSM file, sheet by sheet and row by row. Of formulas counts what the program that saved it had calculated;
 * macros are never run. Throws `SheetFailure`.
 */
export async function* xlsxRows(file: TempFile): SheetParts {
  const zip = await openZip(file)
  try {
    const workbook = await readWorkbook(zip)
    let count = 0
    for (const { name, hidden, part } of workbook.sheets) {
      yield { kind: 'sheet', name, hidden }
      const fill = mergeFiller(await findMerges(zip.open(part)))
      const collected = collectRows(workbook)
      for await (const _ of readXml(zip.open(part), collected.handlers)) {
        const rows = collected.take().map(fill)
        count += rows.length
        if (count > MAX_ROWS) throw new SheetFailure('file-rows', `more than ${MAX_ROWS}`)
        if (rows.length > 0) yield { kind: 'rows', rows }
      }
    }
  } finally {
    zip.close()
  }
}

/** Handlers that put rows together, in their order; `take` gives those that are whole. */
function collectRows(workbook: Workbook) {
  let rows: SheetRow[] = []
  let cells: string[] = []
  let line = 0
  let column = -1
  let cell: Attributes = {}
  let text = ''
  let isValue = false
  let spoken = 0
  const handlers = {
    open(name: string, attributes: Attributes): void {
      switch (name) {
        case 'row':
          line = Number(attributes.r ?? line + 1)
          cells = []
          column = -1
          return
        case 'c':
          cell = attributes
          text = ''
          column = attributes.r === undefined ? column + 1 : columnOf(attributes.r.replace(/\d+$/, ''))
          if (!(column >= 0 && column < 16_384)) throw new SheetFailure('file-damaged', `cell ${attributes.r}`)
          return
        case 'rPh':
          spoken++
          return
        case 'v':
        case 't':
          isValue = true
      }
    },
    text(piece: string): void {
      if (isValue && spoken === 0 && text.length <= MAX_CELL) text += piece
    },
    close(name: string): void {
      if (name === 'v' || name === 't') isValue = false
      if (name === 'rPh') spoken--
      if (name === 'c' && text !== '') {
        if (column >= MAX_COLUMNS) throw new SheetFailure('file-columns', `line ${line}, column ${column + 1}`)
        while (cells.length < column) cells.push('')
        cells[column] = cellText(workbook, cell, text)
      }
      if (name !== 'row') return
      const row = rowOf(line, cells)
      if (row !== null) rows.push(row)
    }
  }
  return {
    handlers,
    take(): SheetRow[] {
      const taken = rows
      rows = []
      return taken
    }
  }
}

/** ECMA-376 part 1, 18.18.11: what `t` says a value is. */
function cellText({ texts, isDate, is1904 }: Workbook, { t, s }: Attributes, raw: string): string {
  switch (t ?? 'n') {
    case 's':
      return texts.at(Number(raw)) ?? ''
    case 'n': {
      const isDay = s !== undefined && isDate[Number(s)] === true
      return (isDay ? dayOfSerial(Number(raw), is1904) : null) ?? numberText(raw)
    }
    case 'b':
      return raw === '1' ? 'TRUE' : 'FALSE'
    case 'd':
      return raw.slice(0, 10)
    default:
      return raw
  }
}
