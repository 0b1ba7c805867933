import type { CertificateView, RetentionBody, RetentionView } from '../../shared/schema/retention.ts'
import type { Page } from '../../shared/schema/common.ts'
import type { Answer } from '../../ui/api/client.ts'
import { call } from './call.ts'
import { type Query, queryString } from './query-string.ts'

const PATH = '/api/v1/retention'

export const readRetention = (): Promise<Answer<RetentionView>> => call('GET', PATH)
export const setRetention = (body: RetentionBody, idempotencyKey: string): Promise<Answer<RetentionView>> =>
  call('PUT', PATH, { body, idempotencyKey })
export const listCertificates = (query: Query): Promise<Answer<Page<CertificateView>>> =>
  call('GET', `${PATH}/certificates${queryString(query)}`)
