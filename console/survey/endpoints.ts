import type { Page } from '../../shared/schema/common.ts'
import type { DivisionInput, GridChange, GridView, NewGrid } from '../../shared/schema/register.ts'
import type {
  AttemptInput,
  Coverage,
  ItemDetail,
  ItemView,
  NewRound,
  NoteList,
  Reassign,
  RoundDetail,
  RoundView,
  WorkerView
} from '../../shared/schema/survey.ts'
import type { AskBack, ReportView, Settle } from '../../shared/schema/survey-report.ts'
import type { Answer } from '../../ui/api/client.ts'
import { call } from '../api/call.ts'
import type { Write } from '../api/endpoints.ts'
import { type Query, queryString } from '../api/query-string.ts'

const SURVEYS = '/api/v1/surveys'
const REGISTER = '/api/v1/register'
const post =
  <B, T>(path: string): Write<B, T> =>
  (body, idempotencyKey) =>
    call('POST', path, { body, idempotencyKey })
const doorOf = (round: string, household: number): string => `${SURVEYS}/${round}/households/${household}`

export const listRounds = (): Promise<Answer<RoundView[]>> => call('GET', SURVEYS)
export const addRound: Write<NewRound, RoundDetail> = post(SURVEYS)
export const readRound = (id: string): Promise<Answer<RoundDetail>> => call('GET', `${SURVEYS}/${id}`)
export const readCoverage = (id: string): Promise<Answer<Coverage>> => call('GET', `${SURVEYS}/${id}/coverage`)
export const extendRound = (id: string): Write<object, RoundDetail> => post(`${SURVEYS}/${id}/extend`)
export const closeRound = (id: string): Write<object, RoundDetail> => post(`${SURVEYS}/${id}/close`)
export const moveDoors = (id: string): Write<Reassign, { moved: number }> => post(`${SURVEYS}/${id}/assign`)
export const listNotes = (id: string, query: Query): Promise<Answer<NoteList>> =>
  call('GET', `${SURVEYS}/${id}/notes${queryString(query)}`)
export const listDoors = (id: string, query: Query): Promise<Answer<Page<ItemView>>> =>
  call('GET', `${SURVEYS}/${id}/households${queryString(query)}`)
export const readDoor = (round: string, household: number): Promise<Answer<ItemDetail>> => call('GET', doorOf(round, household))
export const noteAttempt = (round: string, household: number): Write<AttemptInput, ItemDetail> =>
  post(`${doorOf(round, household)}/attempts`)
export const replaceLink = (round: string, household: number): Write<object, ItemDetail> =>
  post(`${doorOf(round, household)}/link`)
export const readReport = (round: string, household: number): Promise<Answer<ReportView>> =>
  call('GET', `${doorOf(round, household)}/report`)
export const settleReport = (round: string, household: number): Write<Settle, ReportView> =>
  post(`${doorOf(round, household)}/report/settle`)
export const askBack = (round: string, household: number): Write<AskBack, ReportView> =>
  post(`${doorOf(round, household)}/report/ask`)

export const listWorkers = (): Promise<Answer<WorkerView[]>> => call('GET', `${REGISTER}/workers`)
export const addGrid: Write<NewGrid, GridView> = post(`${REGISTER}/grids`)
export const changeGrid =
  (id: string): Write<GridChange, GridView> =>
  (body, idempotencyKey) =>
    call('PATCH', `${REGISTER}/grids/${id}`, { body, idempotencyKey })
export const listDivisions = (): Promise<Answer<DivisionInput[]>> => call('GET', `${REGISTER}/divisions`)
export const addDivision: Write<DivisionInput, DivisionInput> = post(`${REGISTER}/divisions`)
