import type { Page } from '../../shared/schema/common.ts'
import type { EmployerAction, EmployerItem } from '../../shared/schema/work-employer.ts'
import type {
  ApplicationDetail,
  BulkDone,
  BulkView,
  CardItem,
  NewWorkPolicy,
  QueueItem,
  WorkAction,
  WorkPolicyView,
  WorkSummary
} from '../../shared/schema/work-review.ts'
import type { WorkPhotoKind } from '../../shared/work/words.ts'
import type { Answer } from '../../ui/api/client.ts'
import { call } from './call.ts'
import type { Write } from './endpoints.ts'
import { type Query, queryString } from './query-string.ts'

const WORK = '/api/v1/work'

const post =
  <B, T>(path: string): Write<B, T> =>
  (body, idempotencyKey) =>
    call<T>('POST', `${WORK}${path}`, { body, idempotencyKey })
type Nothing = Record<string, never>

export const readWorkSummary = (): Promise<Answer<WorkSummary>> => call('GET', `${WORK}/summary`)
export const listQueue = (query: Query): Promise<Answer<Page<QueueItem>>> =>
  call('GET', `${WORK}/applications${queryString(query)}`)
/** Each reading is a look in the audit. */
export const readApplication = (number: string): Promise<Answer<ApplicationDetail>> =>
  call('GET', `${WORK}/applications/${number}`)
export const actOnApplication = (number: string): Write<WorkAction, ApplicationDetail> => post(`/applications/${number}/steps`)
export const photoAddress = (number: string, kind: WorkPhotoKind): string => `${WORK}/applications/${number}/photos/${kind}`

export const makeBulk = post<{ numbers: string[] }, BulkView>('/bulks')
export const readBulk = (id: string): Promise<Answer<BulkView>> => call('GET', `${WORK}/bulks/${id}`)
export const approveBulk = (id: string): Write<Nothing, BulkDone> => post(`/bulks/${id}/approval`)

export const listWorkCards = (query: Query): Promise<Answer<Page<CardItem>>> => call('GET', `${WORK}/cards${queryString(query)}`)

export const listEmployers = (query: Query): Promise<Answer<Page<EmployerItem>>> =>
  call('GET', `${WORK}/employers${queryString(query)}`)
export const readEmployer = (id: string): Promise<Answer<EmployerItem>> => call('GET', `${WORK}/employers/${id}`)
export const actOnEmployer = (id: string): Write<EmployerAction, EmployerItem> => post(`/employers/${id}/steps`)
export const renewEmployerLink = (id: string): Write<Nothing, { link: string }> => post(`/employers/${id}/link`)

export const readWorkPolicies = (): Promise<Answer<{ items: WorkPolicyView[] }>> => call('GET', `${WORK}/policies`)
export const addWorkPolicy = post<NewWorkPolicy, WorkPolicyView>('/policies')
