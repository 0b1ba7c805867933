import type { AlertView } from '../../shared/schema/alerts.ts'
import type { Page } from '../../shared/schema/common.ts'
import type { Answer } from '../../ui/api/client.ts'
import { call } from './call.ts'
import { type Query, queryString } from './query-string.ts'

const API = '/api/v1'

export const ALERT_EVENTS = `${API}/alerts/events`
export const listAlerts = (query: Query): Promise<Answer<Page<AlertView>>> => call('GET', `${API}/alerts${queryString(query)}`)
export const acknowledgeAlert =
  (id: number) =>
  (_body: Record<string, never>, idempotencyKey: string): Promise<Answer<AlertView>> =>
    call('POST', `${API}/alerts/${id}/acknowledge`, { body: {}, idempotencyKey })
