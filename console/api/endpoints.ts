import type { DeviceView, Enrolment } from '../../shared/schema/devices.ts'
import type {
  AccountChange,
  AccountView,
  Directory,
  GateView,
  NewAccount,
  NewCommunity,
  NewGate,
  NewSite,
  SiteView
} from '../../shared/schema/directory.ts'
import type { EntryView } from '../../shared/schema/gate.ts'
import type { NewPass, PassDetail, PassSummary, Reissue, StatusChange } from '../../shared/schema/passes.ts'
import type { Page } from '../../shared/schema/common.ts'
import type { ChangePasswordBody, Me, SetupBody, SignInBody } from '../../shared/schema/session.ts'
import { type Answer, request } from '../../ui/api/client.ts'
import { call } from './call.ts'
import { type Query, queryString } from './query-string.ts'

const API = '/api/v1'
/** A write that can be tried again with the same key. */
export type Write<B, T> = (body: B, idempotencyKey: string) => Promise<Answer<T>>

const post =
  <B, T>(path: string): Write<B, T> =>
  (body, idempotencyKey) =>
    call<T>('POST', `${API}${path}`, { body, idempotencyKey })

export const readSession = (): Promise<Answer<Me>> => request('GET', `${API}/session`)
export const signIn: Write<SignInBody, Me> = (body, idempotencyKey) => request('POST', `${API}/session`, { body, idempotencyKey })
export const signOut = (): Promise<Answer<undefined>> => request('DELETE', `${API}/session`)
export const setUp: Write<SetupBody, Me> = (body, idempotencyKey) => request('POST', `${API}/setup`, { body, idempotencyKey })
export const changePassword = post<ChangePasswordBody, undefined>('/session/password')

export const readDirectory = (): Promise<Answer<Directory>> => call('GET', `${API}/directory`)
export const addCommunity = post<NewCommunity, Directory['communities'][number]>('/communities')
export const addSite = post<NewSite, SiteView>('/sites')
export const addGate = post<NewGate, GateView>('/gates')
export const readAccounts = (): Promise<Answer<AccountView[]>> => call('GET', `${API}/accounts`)
export const addAccount = post<NewAccount, AccountView>('/accounts')
export const changeAccount =
  (id: string): Write<AccountChange, AccountView> =>
  (body, idempotencyKey) =>
    call('PATCH', `${API}/accounts/${id}`, { body, idempotencyKey })

export const listPasses = (query: Query): Promise<Answer<Page<PassSummary>>> => call('GET', `${API}/passes${queryString(query)}`)
export const readPass = (serial: number): Promise<Answer<PassDetail>> => call('GET', `${API}/passes/${serial}`)
export const issuePass = post<NewPass, PassDetail>('/passes')
export const changeStatus = (serial: number): Write<StatusChange, PassDetail> => post(`/passes/${serial}/status`)
export const reissuePass = (serial: number): Write<Reissue, PassDetail> => post(`/passes/${serial}/reissue`)
export const symbolAddress = (serial: number): string => `${API}/passes/${serial}/symbol.svg`
export const cardAddress = (serial: number, format: 'pdf' | 'png', language: string): string =>
  `${API}/passes/${serial}/card.${format}?language=${language}`

export const createEnrolment = post<{ site: number }, Enrolment>('/enrolments')
export const listDevices = (): Promise<Answer<DeviceView[]>> => call('GET', `${API}/devices`)
export const revokeDevice = (id: string, idempotencyKey: string): Promise<Answer<DeviceView>> =>
  call('POST', `${API}/devices/${id}/revoke`, { idempotencyKey })

export const listEntries = (query: Query): Promise<Answer<Page<EntryView>>> => call('GET', `${API}/entries${queryString(query)}`)
export const ENTRY_EVENTS = `${API}/entries/events`
