import type { CalendarDay } from '../../../shared/identity/calendar-day.ts'
import { readAddress, parseAddress, type Address } from '../../../shared/register/address.ts'
import type { ImportField } from '../../../shared/register/import-fields.ts'
import { plainCell } from '../../../shared/register/neutral-cell.ts'
import type { Relation, Tenure } from '../../../shared/register/words.ts'
import type { Fault, FaultReason, ImportMapping } from '../../../shared/schema/imports.ts'
import type { VehicleWrite } from '../../ports/register-storage.ts'
import { documentNumberFault } from './document-digits.ts'
import {
  readNeeds,
  readDay,
  readDocumentType,
  readRelation,
  readSex,
  readTenure,
  readArrival,
  splitPlates
} from './cell-words.ts'
import { type PreparedPerson, preparePerson } from '../register/prepare-person.ts'
import { prepareLandlord, prepareVehicles } from '../register/prepare-sheet.ts'

/** Where rows may lead: the sites and grids of whoever imports. */
export type ImportPlaces = {
  /** By number, and by both names, lower-case. */
  readonly sites: ReadonlyMap<string, { readonly number: number; readonly community: string }>
  /** By community and name. */
  readonly grids: ReadonlyMap<string, string>
}
/** What a row says. What it leaves open is null or empty, and stays as it is known. */
export type RowData = {
  readonly site: number
  readonly address: Address
  readonly tenure: Tenure | null
  readonly grid: string | null
  readonly landlord: { readonly name: string; readonly phone: string | null } | null
  readonly householdNote: string | null
  readonly version: number | null
  readonly relation: Relation | null
  readonly person: PreparedPerson | null
  readonly vehicles: readonly VehicleWrite[]
}
export type RowRead =
  | { readonly kind: 'empty' }
  | { readonly kind: 'good'; readonly row: RowData; readonly door: readonly string[] }
  | { readonly kind: 'bad'; readonly faults: Fault[] }

const DOOR = ['site', 'address', 'building', 'unit', 'room'] as const satisfies readonly ImportField[]
const MAX_NOTE = 200

/** Reads rows of one mapping; `above`: the door of the row before, for rows that leave it out. */
export function rowReader(mapping: ImportMapping, places: ImportPlaces, today: CalendarDay) {
  const columnOf = new Map(mapping.columns.flatMap((field, index) => (field === null ? [] : [[field, index] as const])))
  return (cells: readonly string[], above: readonly string[] | null): RowRead => {
    const own = (field: ImportField): string => {
      const index = columnOf.get(field)
      return index === undefined ? '' : plainCell((cells[index] ?? '').trim()).trim()
    }
    if ([...columnOf.keys()].every(field => own(field) === '')) return { kind: 'empty' }
    const faults: Fault[] = []
    const fault = (reason: FaultReason, field: ImportField | null, detail: string | null = null): null => {
      const column = field === null ? null : (columnOf.get(field) ?? null)
      faults.push({ reason, field, column, value: field === null ? '' : own(field).slice(0, 100), detail })
      return null
    }
    for (const field of columnOf.keys()) checkShape(own(field), field, fault)
    if (faults.length > 0) return { kind: 'bad', faults }
    const written = DOOR.map(own)
    const isRepeated = mapping.repeatAbove && above !== null && written.slice(1).every(text => text === '')
    const door = isRepeated ? [written[0] === '' ? (above[0] ?? '') : (written[0] ?? ''), ...above.slice(1)] : written
    const place = readPlace(door, mapping, places, fault)
    const row: Omit<RowData, 'site' | 'address'> = {
      ...readHousehold(own, place, places, fault),
      ...readMember(own, today, fault)
    }
    if (faults.length > 0 || place === null) return { kind: 'bad', faults }
    return { kind: 'good', row: { site: place.site, address: place.address, ...row }, door }
  }
}

type Own = (field: ImportField) => string
type Blame = (reason: FaultReason, field: ImportField | null, detail?: string | null) => null

/** What is wrong with a cell whatever its column means. */
function checkShape(text: string, field: ImportField, fault: Blame): void {
  if (/^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)/.test(text)) fault('formula-error', field)
  else if (['name', 'documentNumber', 'phone', 'landlordName', 'landlordPhone'].includes(field) && /[*＊]/u.test(text))
    fault('masked', field)
  else if (['documentNumber', 'phone', 'landlordPhone'].includes(field) && /^\d(\.\d+)?E\+?\d{1,2}$/i.test(text))
    fault('digits-lost', field)
  else if (['note', 'householdNote'].includes(field) && text.length > MAX_NOTE) fault('too-long', field)
}

type Place = { readonly site: number; readonly community: string; readonly address: Address }

function readPlace(door: readonly string[], mapping: ImportMapping, places: ImportPlaces, fault: Blame): Place | null {
  const [siteText = '', whole = '', building = '', unit = '', room = ''] = door
  const wanted = siteText === '' ? String(mapping.site ?? '') : siteText
  const site = places.sites.get(wanted.normalize('NFKC').toLowerCase())
  if (site === undefined) fault(wanted === '' ? 'missing' : 'site-unknown', 'site')
  const address = readDoor({ building, unit, room }, whole, fault)
  return site === undefined || address === null ? null : { site: site.number, community: site.community, address }
}

/** From its own columns, or from one that holds all of it. */
function readDoor(parts: Address, whole: string, fault: Blame): Address | null {
  if (parts.building === '' && parts.unit === '' && whole !== '') {
    const read = readAddress(whole) ?? (parts.room === '' ? null : readAddress(`${whole} ${parts.room}`))
    return read ?? fault('address-invalid', 'address')
  }
  // 9-2-1103 in the column of the rooms.
  if (parts.building === '' && parts.room !== '') return readAddress(parts.room) ?? fault('missing', 'building')
  if (parts.room === '') return fault('missing', 'room')
  const parsed = parseAddress(parts)
  return parsed.ok ? parsed.value : fault('address-invalid', parsed.failure)
}

function readHousehold(own: Own, place: Place | null, places: ImportPlaces, fault: Blame) {
  const tenure = own('tenure') === '' ? null : (readTenure(own('tenure')) ?? fault('word-unknown', 'tenure'))
  const grid =
    own('grid') === '' || place === null
      ? null
      : (places.grids.get(`${place.community} ${own('grid')}`) ?? fault('grid-unknown', 'grid'))
  const landlord = prepareLandlord(
    own('landlordName') === ''
      ? null
      : { name: own('landlordName'), phone: own('landlordPhone') === '' ? null : own('landlordPhone') }
  )
  if (!landlord.ok)
    fault(landlord.failure.code as FaultReason, landlord.failure.path === '/landlord/phone' ? 'landlordPhone' : 'landlordName')
  const version =
    own('version') === '' ? null : /^\d{1,9}$/.test(own('version')) ? Number(own('version')) : fault('number-invalid', 'version')
  const householdNote = noteOf(own('householdNote'))
  return { tenure, grid, landlord: landlord.ok ? landlord.value : null, householdNote, version }
}

function readMember(own: Own, today: CalendarDay, fault: Blame): Pick<RowData, 'relation' | 'person' | 'vehicles'> {
  const vehicles = prepareVehicles(splitPlates(own('plates')).map(plate => ({ plate, note: null })))
  if (!vehicles.ok) fault('plate-invalid', 'plates', vehicles.failure.detail ?? null)
  const relation = own('relation') === '' ? null : readRelation(own('relation'))
  return { relation, person: readPerson(own, today, fault), vehicles: vehicles.ok ? vehicles.value : [] }
}

const FIELD_OF: Readonly<Record<string, ImportField>> = {
  '/name': 'name',
  '/phone': 'phone',
  '/document': 'documentNumber',
  '/arrival/on': 'arrivalOn'
}

/** null also for a row that is about the door alone: an empty flat, a second car. */
function readPerson(own: Own, today: CalendarDay, fault: Blame): PreparedPerson | null {
  if (own('name') === '') {
    if (own('documentNumber') !== '' || own('phone') !== '') fault('missing', 'name')
    return null
  }
  const sex = own('sex') === '' ? 'unknown' : (readSex(own('sex')) ?? fault('word-unknown', 'sex'))
  const needs = own('needs') === '' ? [] : (readNeeds(own('needs')) ?? fault('word-unknown', 'needs'))
  const type =
    own('documentType') === '' ? undefined : (readDocumentType(own('documentType')) ?? fault('word-unknown', 'documentType'))
  const countries = [own('country'), own('nationality')].map(text => text.toUpperCase())
  const [country = '', nationality = ''] = countries
  if (country !== '' && !/^[A-Z]{3}$/.test(country)) fault('country-invalid', 'country')
  if (nationality !== '' && !/^[A-Z]{3}$/.test(nationality)) fault('country-invalid', 'nationality')
  const arrival = readArrivalOf(own, fault)
  if (sex === null || needs === null || type === null) return null
  const number = own('documentNumber')
  const prepared = preparePerson(
    {
      name: own('name'),
      sex,
      document:
        number === '' ? null : { ...(type === undefined ? {} : { type }), ...(country === '' ? {} : { country }), number },
      phone: own('phone') === '' ? null : own('phone'),
      nationality: nationality === '' ? null : nationality,
      needs: [...needs],
      arrival,
      note: noteOf(own('note'))
    },
    today
  )
  if (prepared.ok) return prepared.value
  const { code, path = '', detail = null } = prepared.failure
  if (code === 'document-invalid') return documentNumberFault(number, detail, fault)
  return fault(code === 'invalid-field' ? 'day-invalid' : (code as FaultReason), FIELD_OF[path] ?? null, detail)
}

function readArrivalOf(own: Own, fault: Blame) {
  const [fromText, onText] = [own('arrivalFrom'), own('arrivalOn')]
  if (fromText === '' || /^(无|none|nowhere)$/i.test(fromText)) return null
  const from = readArrival(fromText) ?? fault('word-unknown', 'arrivalFrom')
  const on = onText === '' ? fault('missing', 'arrivalOn') : (readDay(onText) ?? fault('day-invalid', 'arrivalOn'))
  return from === null || on === null ? null : { from, on }
}

/** One line, as notes are kept. */
const noteOf = (text: string): string | null => {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  return line === '' ? null : line
}
