import type { SheetRow } from '../ports/sheet-file.ts'

/** A merged range as far as it goes down: column and rows from 0. */
type Merge = { readonly column: number; readonly from: number; readonly to: number }

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g
const MAX_MERGES = 200_000
const MAX_TAG = 200

/** Merges stand behind the rows, and are needed with them: found beforehand by their tags, without reading the rows as XML. */
export async function findMerges(part: AsyncIterable<Buffer>): Promise<Merge[]> {
  const merges: Merge[] = []
  let rest = ''
  for await (const chunk of part) {
    const text = rest + chunk.toString('latin1')
    for (const [, letters = '', first, last] of text.matchAll(MERGE)) {
      if (first !== last && merges.length < MAX_MERGES)
        merges.push({ column: columnOf(letters), from: Number(first), to: Number(last) })
    }
    const end = text.lastIndexOf('>') + 1
    rest = text.slice(Math.max(end, text.length - MAX_TAG))
  }
  return merges.sort((a, b) => a.from - b.from)
}

/** Gives each row of a merged cell the text of its first; rows must come in order. Across columns nothing is repeated: that is a title. */
export function mergeFiller(merges: readonly Merge[]): (row: SheetRow) => SheetRow {
  let next = 0
  let open: { merge: Merge; text: string }[] = []
  return row => {
    open = open.filter(({ merge }) => merge.to >= row.line)
    let cells: string[] | null = null
    for (const { merge, text } of open) {
      cells ??= [...row.cells]
      while (cells.length < merge.column) cells.push('')
      if ((cells[merge.column] ?? '') === '') cells[merge.column] = text
    }
    for (; next < merges.length && (merges[next] as Merge).from <= row.line; next++) {
      const merge = merges[next] as Merge
      if (merge.from === row.line) open.push({ merge, text: row.cells[merge.column] ?? '' })
    }
    return cells === null ? row : { line: row.line, cells }
  }
}

/** A → 0, AA → 26. */
export function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
