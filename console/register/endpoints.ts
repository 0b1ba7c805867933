import type {
  ContactInput,
  GridView,
  HouseholdSheet,
  HouseholdSummary,
  Revision,
  SearchAnswer,
  SheetChange,
  SheetInput
} from '../../shared/schema/register.ts'
import type { Page } from '../../shared/schema/common.ts'
import type { Answer } from '../../ui/api/client.ts'
import { call } from '../api/call.ts'
import type { Write } from '../api/endpoints.ts'
import { type Query, queryString } from '../api/query-string.ts'

const SHEETS = '/api/v1/register/households'

export const listHouseholds = (query: Query): Promise<Answer<Page<HouseholdSummary>>> =>
  call('GET', `${SHEETS}${queryString(query)}`)
export const readSheet = (id: number): Promise<Answer<HouseholdSheet>> => call('GET', `${SHEETS}/${id}`)
export const readHistory = (id: number): Promise<Answer<{ items: Revision[] }>> => call('GET', `${SHEETS}/${id}/history`)
export const addSheet: Write<SheetInput, HouseholdSheet> = (body, idempotencyKey) =>
  call('POST', SHEETS, { body, idempotencyKey })
export const changeSheet =
  (id: number): Write<SheetChange, HouseholdSheet> =>
  (body, idempotencyKey) =>
    call('PUT', `${SHEETS}/${id}`, { body, idempotencyKey })
export const noteContact =
  (id: number): Write<ContactInput, HouseholdSheet> =>
  (body, idempotencyKey) =>
    call('POST', `${SHEETS}/${id}/contacts`, { body, idempotencyKey })
export const searchRegister = (text: string): Promise<Answer<SearchAnswer>> =>
  call('POST', '/api/v1/register/search', { body: { text } })
export const listGrids = (): Promise<Answer<GridView[]>> => call('GET', '/api/v1/register/grids')
