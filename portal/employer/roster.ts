import type { CalendarDay } from '../../shared/identity/calendar-day.ts'
import { documentKey, parseDocument } from '../../shared/identity/detect-document.ts'
import { normaliseNumber } from '../../shared/identity/normalise.ts'
import { parsePhone } from '../../shared/identity/phone.ts'
import { parseName } from '../../shared/mask/name.ts'
import type { RosterFault, RosterRow } from '../../shared/schema/work-employer.ts'
import { WORK_LIMITS } from '../../shared/work/limits.ts'

export type RosterField = 'name' | 'document' | 'phone' | 'site'
/** What is wrong with a row; `lost-digits` only a spreadsheet does. */
export type RowFault = { readonly field: RosterField; readonly code: RosterFault | 'lost-digits' }
/** `line`: row of the file, from 1, as the spreadsheet shows it. */
export type RosterLine = { readonly line: number; readonly row: RosterRow; readonly faults: readonly RowFault[] }
export type ReadRoster = { readonly lines: readonly RosterLine[]; readonly hasHeadings: boolean }
/** A cell as a spreadsheet gives it. */
export type Cell = string | number | boolean | Date | null | undefined
type Site = { readonly number: number; readonly name: string; readonly nameEn: string }

const FIELDS: readonly RosterField[] = ['name', 'document', 'phone', 'site']
/** Headings in the four languages and as people shorten them. */
const HEADINGS: Readonly<Record<RosterField, RegExp>> = {
  name: /姓名|名字|name|이름|성명|氏名/i,
  document: /证件|身份证|护照|document|passport|\bid\b|신분증|여권|証明書|番号/i,
  phone: /电话|手机|联系方式|phone|mobile|tel|전화|휴대|電話|携帯/i,
  site: /小区|住址|居住|compound|site|단지|団地/i
}
/** A spreadsheet keeps fifteen digits of a number. */
const EXACT = 1e15

/**
 * Rows of a sheet as a roster: columns by their headings, or name, document, phone, site in this order; empty rows left out.
 * `today` is the local day. Everything that the service would refuse is named here already, by row and field.
 */
export function readRoster(cells: readonly (readonly Cell[])[], sites: readonly Site[], today: CalendarDay): ReadRoster {
  const at = cells.slice(0, 10).findIndex(isHeading)
  const columns = at < 0 ? { name: 0, document: 1, phone: 2, site: 3 } : columnsOf(cells[at] as readonly Cell[])
  const seen = new Set<string>()
  const lines: RosterLine[] = []
  cells.forEach((row, index) => {
    if (index <= at || row.every(cell => textOf(cell) === '')) return
    const get = (field: RosterField): Cell => row[columns[field] ?? -1]
    const faults: RowFault[] = []
    const fault = (field: RosterField, code: RowFault['code']): number => faults.push({ field, code })
    const name = textOf(get('name'))
    const named = parseName(name)
    if (!named.ok || /\p{Extended_Pictographic}/u.test(name)) fault('name', 'name-invalid')
    const document = textOf(get('document'))
    const key = keyOf(get('document'), document, today)
    if (key === 'lost-digits') fault('document', 'lost-digits')
    else if (key === null) fault('document', 'document-invalid')
    else if (seen.has(key)) fault('document', 'twice-in-roster')
    else seen.add(key)
    const phone = textOf(get('phone'))
    if (phone !== '' && !parsePhone(phone, number => number).ok) fault('phone', 'phone-invalid')
    const site = siteOf(textOf(get('site')), sites)
    if (site === undefined) fault('site', 'site-unknown')
    if (lines.length >= WORK_LIMITS.workersTo) fault('name', 'too-many')
    lines.push({
      line: index + 1,
      row: { name: name.slice(0, 200), document: document.slice(0, 200), phone: phone.slice(0, 200), site: site ?? null },
      faults
    })
  })
  return { lines, hasHeadings: at >= 0 }
}

/** The key of a right document, `lost-digits`, or null. */
function keyOf(cell: Cell, text: string, today: CalendarDay): string | null {
  if (typeof cell === 'number' && Math.abs(cell) >= EXACT) return 'lost-digits'
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) return 'lost-digits' // as it stands in a CSV that a spreadsheet wrote
  if (text.length > 200) return null
  const parsed = parseDocument(text, today)
  return parsed.ok ? documentKey(parsed.value.document) : null
}

/** null: the worker tells it; undefined: there is no such one. */
function siteOf(text: string, sites: readonly Site[]): number | null | undefined {
  if (text === '') return null
  const wanted = normaliseNumber(text)
  const number = /^\d{1,5}/.exec(wanted)?.[0]
  return (
    sites.find(({ name, nameEn }) => normaliseNumber(name) === wanted || normaliseNumber(nameEn) === wanted) ??
    sites.find(site => number === wanted && site.number === Number(number))
  )?.number
}

/** Name and document stand in it, and no digits as in a row of a worker. */
const isHeading = (row: readonly Cell[]): boolean =>
  [HEADINGS.name, HEADINGS.document].every(heading => row.some(cell => heading.test(textOf(cell)))) &&
  !row.some(cell => /\d{5}/.test(textOf(cell)))

/** Each field's first column whose heading fits and that no field before it has taken. */
function columnsOf(row: readonly Cell[]): Partial<Record<RosterField, number>> {
  const columns: Partial<Record<RosterField, number>> = {}
  for (const field of FIELDS) {
    const taken = Object.values(columns)
    const column = row.findIndex((cell, index) => !taken.includes(index) && HEADINGS[field].test(textOf(cell)))
    if (column >= 0) columns[field] = column
  }
  return columns
}

export const textOf = (cell: Cell): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell).trim()
}

/** Names of the columns and an example, as CSV that spreadsheets open in the right encoding. */
export const TEMPLATE_CSV = '\ufeff姓名 Name,证件号码 Document,电话 Phone,小区 Compound\r\n'
