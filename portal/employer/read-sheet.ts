import type { Cell } from './roster.ts'

export type SheetFault = 'empty' | 'too-large' | 'old-excel' | 'not-a-table' | 'damaged'
export type SheetResult =
  | { readonly ok: true; readonly cells: readonly (readonly Cell[])[] }
  | { readonly ok: false; readonly fault: SheetFault }

/** Five hundred workers are 150 kB; a workbook with pictures may be some megabytes. */
const FILE_BYTES = 5_000_000
const MAX_ROWS = 5_000
/** Characters that no text has and every picture or archive has soon. */
const BINARY = '\u0000\u0001\u0002\u0003\u0004'

const begins = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte)
const refused = (fault: SheetFault): SheetResult => ({ ok: false, fault })

/** Rows of an .xlsx or .csv file, told by its content. The libraries are loaded when the first file is chosen. */
export async function readSheet(bytes: Uint8Array): Promise<SheetResult> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > FILE_BYTES) return refused('too-large')
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused('old-excel')
  try {
    const cells = begins(bytes, 0x50, 0x4b) ? await ofWorkbook(bytes) : await ofText(bytes)
    if (cells === null) return refused('not-a-table')
    return cells.some(row => row.some(cell => cell !== null && cell !== ''))
      ? { ok: true, cells: cells.slice(0, MAX_ROWS) }
      : refused('empty')
  } catch {
    return refused('damaged') // the libraries throw for whatever they cannot read
  }
}

async function ofWorkbook(bytes: Uint8Array): Promise<readonly (readonly Cell[])[]> {
  const { readXlsx } = await import('hucre/xlsx')
  const { sheets } = await readXlsx(bytes, { maxRows: MAX_ROWS })
  const first = sheets.find(({ rows }) => rows.length > 0)
  return first?.rows ?? []
}

async function ofText(bytes: Uint8Array): Promise<readonly (readonly Cell[])[] | null> {
  const text = decoded(bytes)
  // A PDF, a picture, a page of HTML that calls itself .xls.
  if (text === null || /^\s*(%PDF|<)/.test(text) || [...BINARY].some(char => text.includes(char))) return null
  const { parseCsv } = await import('hucre/csv')
  return parseCsv(text, { delimiter: separatorOf(text) })
}

/** UTF-16 and UTF-8 as spreadsheets mark them, else UTF-8, else what Chinese Excel writes. null: no text. */
function decoded(bytes: Uint8Array): string | null {
  const encodings = begins(bytes, 0xff, 0xfe) ? ['utf-16le'] : begins(bytes, 0xfe, 0xff) ? ['utf-16be'] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next one.
    }
  }
  return null
}

/** The separator that the first line has most of. */
function separatorOf(text: string): string {
  const line = text.slice(0, 5_000).split(/\r?\n/, 1)[0] ?? ''
  const count = (separator: string): number => line.split(separator).length
  return [',', ';', '\t', '，'].reduce((best, one) => (count(one) > count(best) ? one : best))
}
