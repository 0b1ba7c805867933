import { neutralCell } from '../../shared/register/neutral-cell.ts'

/** Hands a file to the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

const cell = (text: string): string => `"${neutralCell(text).replaceAll('"', '""')}"`

/** RFC 4180, with the mark by which spreadsheets know UTF-8, and nothing in it that they run. */
export const csvBlob = (rows: readonly (readonly string[])[]): Blob =>
  new Blob([`\ufeff${rows.map(row => row.map(cell).join(',')).join('\r\n')}\r\n`], { type: 'text/csv' })
