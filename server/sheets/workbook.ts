import { isDateFormat } from './cell-value.ts'
import { MAX_SHEETS } from './limits.ts'
import { SheetFailure } from '../ports/sheet-file.ts'
import { createTextTable, type TextTable } from './text-table.ts'
import type { ZipParts } from './xlsx-parts.ts'
import { attribute, readWholeXml } from './xml.ts'

export type WorkbookSheet = { readonly name: string; readonly hidden: boolean; readonly part: string }
export type Workbook = {
  readonly sheets: readonly WorkbookSheet[]
  readonly is1904: boolean
  /** By the index of a cell's style. */
  readonly isDate: readonly boolean[]
  readonly texts: TextTable
}

/** What the parts of an XLSX file say about each other (ECMA-376). Macros are parts like others, and never read. */
export async function readWorkbook(zip: ZipParts): Promise<Workbook> {
  const main = zip.names.find(name => /(^|\/)workbook\.xml$/.test(name))
  if (main === undefined) throw new SheetFailure('file-kind', zip.names.includes('mimetype') ? 'OpenDocument' : 'zip')
  const folder = main.slice(0, -'workbook.xml'.length)
  const targets = await relationships(zip, `${folder}_rels/workbook.xml.rels`, folder)
  const listed: { name: string; hidden: boolean; id: string }[] = []
  let is1904 = false
  await readWholeXml(zip.open(main), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const hidden = (attributes.state ?? 'visible') !== 'visible'
      listed.push({ name: attributes.name ?? '', hidden, id: attribute(attributes, 'id') ?? '' })
    }
  })
  const sheets = listed.flatMap(({ name, hidden, id }): WorkbookSheet[] => {
    const part = targets.get(id)
    // Sheets of charts have no rows.
    return part === undefined || !/worksheets\//.test(part) ? [] : [{ name, hidden, part }]
  })
  if (sheets.length > MAX_SHEETS) throw new SheetFailure('file-columns', `${sheets.length} sheets`)
  return {
    sheets,
    is1904,
    isDate: await dateStyles(zip, `${folder}styles.xml`),
    texts: await sharedTexts(zip, `${folder}sharedStrings.xml`)
  }
}

async function relationships(zip: ZipParts, part: string, folder: string): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  await readWholeXml(zip.open(part), {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined)
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : folder + Target)
    }
  })
  return targets
}

async function dateStyles(zip: ZipParts, part: string): Promise<boolean[]> {
  if (!zip.names.includes(part)) return []
  const codes = new Map<number, string>()
  const styles: boolean[] = []
  let inCells = false
  await readWholeXml(zip.open(part), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const id = Number(attributes.numFmtId ?? 0)
      styles.push(isDateFormat(id, codes.get(id)))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    }
  })
  return styles
}

/** Texts that cells name by number; how a name is spoken (`rPh`) is no part of it. */
async function sharedTexts(zip: ZipParts, part: string): Promise<TextTable> {
  const table = createTextTable()
  if (!zip.names.includes(part)) return table
  let text = ''
  let spoken = 0
  let inText = false
  await readWholeXml(zip.open(part), {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') spoken++
      inText = name === 't'
    },
    text(piece) {
      if (inText && spoken === 0) text += piece
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') spoken--
      if (name === 'si') table.add(text)
    }
  })
  return table
}
