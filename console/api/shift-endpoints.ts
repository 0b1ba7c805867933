import type { Page } from '../../shared/schema/common.ts'
import type { HandoverView, TrainingView } from '../../shared/schema/records.ts'
import type { Assign, CopySlots, NewSlots, SlotsMade, SlotView, VolunteerView } from '../../shared/schema/shifts.ts'
import type { Answer } from '../../ui/api/client.ts'
import { call } from './call.ts'
import type { Write } from './endpoints.ts'
import { type Query, queryString } from './query-string.ts'

const API = '/api/v1'

export const listHandovers = (query: Query): Promise<Answer<Page<HandoverView>>> =>
  call('GET', `${API}/handovers${queryString(query)}`)
export const listTrainings = (query: Query): Promise<Answer<Page<TrainingView>>> =>
  call('GET', `${API}/trainings${queryString(query)}`)
export const listSlots = (site: number, from: number, to: number): Promise<Answer<{ slots: SlotView[] }>> =>
  call('GET', `${API}/slots${queryString({ site, from, to })}`)
export const listVolunteers = (site: number): Promise<Answer<{ volunteers: VolunteerView[] }>> =>
  call('GET', `${API}/volunteers${queryString({ site })}`)
export const readShiftLink = (site: number): Promise<Answer<{ link: string }>> =>
  call('GET', `${API}/shift-link${queryString({ site })}`)

const post =
  <B, T>(path: string): Write<B, T> =>
  (body, idempotencyKey) =>
    call<T>('POST', `${API}${path}`, { body, idempotencyKey })

export const replaceShiftLink = post<{ site: number }, { link: string }>('/shift-link')
export const addSlots = post<NewSlots, SlotsMade>('/slots')
export const copySlots = post<CopySlots, SlotsMade>('/slots/copy')
export const assignPlace = (slot: string): Write<Assign, { id: string }> => post(`/slots/${slot}/places`)
export const removeSlot: Write<string, undefined> = (slot, idempotencyKey) =>
  call('DELETE', `${API}/slots/${slot}`, { idempotencyKey })
export const removePlace: Write<{ slot: string; volunteer: string }, undefined> = ({ slot, volunteer }, idempotencyKey) =>
  call('DELETE', `${API}/slots/${slot}/places/${volunteer}`, { idempotencyKey })

/** Fresh codes at each call; two pages of A4 as PDF. */
export const trainingSheetAddress = (site: string): string => `/api/v1/trainings/sheet.pdf?site=${site}`
