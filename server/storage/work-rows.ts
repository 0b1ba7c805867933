import type { Insertable, Selectable, Transaction } from 'kysely'
import type { EmployerFields, EmployerRow } from '../ports/work-employer-storage.ts'
import type { WorkEventRow, WorkFields, WorkRow } from '../ports/work-storage.ts'
import type { WorkNoticeKind } from '../../shared/work/words.ts'
import { takeNumbers } from './counters.ts'
import type { Engine } from './engine.ts'
import { type Database, REALM } from './schema.ts'

type Application = Selectable<Database['work_application']>

const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
const camel = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
const LISTS = ['flags', 'photos_asked']
const FLAGS = ['is_current', 'may_sign']

/** Fields by their columns: lists as JSON, booleans as 0 and 1. */
function columnsOf(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const column = snake(name)
      if (LISTS.includes(column)) return [column, JSON.stringify(value)]
      return [column, FLAGS.includes(column) ? Number(value) : value]
    })
  )
}

function fieldsOf(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) => {
      if (column === 'realm') return []
      if (LISTS.includes(column)) return [[camel(column), JSON.parse(value as string)]]
      return [[camel(column), FLAGS.includes(column) ? value === 1 : value]]
    })
  )
}

export const workColumns = (fields: Partial<WorkFields>): Partial<Application> => columnsOf(fields) as Partial<Application>
export const toWorkRow = (row: WorkRow): Application => ({ realm: REALM, ...columnsOf(row) }) as Application
export const fromWorkRow = (row: Application): WorkRow => fieldsOf(row) as WorkRow

type Employer = Selectable<Database['work_employer']>
export const employerColumns = (fields: Partial<EmployerFields>): Partial<Employer> => columnsOf(fields) as Partial<Employer>
export const toEmployerRow = (row: EmployerRow): Employer => ({ realm: REALM, ...columnsOf(row) }) as Employer
export const fromEmployerRow = (row: Employer): EmployerRow => fieldsOf(row) as EmployerRow

/** Events of applications, in order. */
export async function addWorkEvents(
  trx: Transaction<Database>,
  insertMany: Engine['insertMany'],
  events: readonly WorkEventRow[]
): Promise<void> {
  if (events.length === 0) return
  const first = await takeNumbers(trx, 'work_event', events.length)
  const rows = events.map((event, index) => ({ realm: REALM, id: first + index, ...columnsOf(event) }))
  await insertMany(trx, 'work_event', rows as Insertable<Database['work_event']>[])
}

export const fromEventRow = (row: Selectable<Database['work_event']>): WorkEventRow => {
  const { id: _id, ...event } = fieldsOf(row)
  return event as WorkEventRow
}

export type NewNotice = { readonly number: string; readonly at: number; readonly kind: WorkNoticeKind }

export async function addNotices(
  trx: Transaction<Database>,
  insertMany: Engine['insertMany'],
  notices: readonly NewNotice[]
): Promise<void> {
  if (notices.length === 0) return
  const first = await takeNumbers(trx, 'work_notice', notices.length)
  const rows = notices.map(({ number, at, kind }, index) => ({
    realm: REALM,
    number,
    id: first + index,
    at,
    kind,
    read_at: null,
    taken_at: null,
    tries: 0
  }))
  await insertMany(trx, 'work_notice', rows)
}
