import type { Page } from '../../shared/schema/common.ts'
import type { CurrentPolicies, NewPolicy, PolicyEnd, PolicyView } from '../../shared/schema/policies.ts'
import type { Answer } from '../../ui/api/client.ts'
import { call } from './call.ts'
import type { Write } from './endpoints.ts'
import { type Query, queryString } from './query-string.ts'

const PATH = '/api/v1/policies'

export const readPolicies = (): Promise<Answer<CurrentPolicies>> => call('GET', PATH)
export const policyHistory = (query: Query): Promise<Answer<Page<PolicyView>>> =>
  call('GET', `${PATH}/history${queryString(query)}`)
export const addPolicy: Write<NewPolicy, PolicyView> = (body, idempotencyKey) => call('POST', PATH, { body, idempotencyKey })
export const endPolicy =
  (id: number): Write<PolicyEnd, PolicyView> =>
  (body, idempotencyKey) =>
    call('POST', `${PATH}/${id}/end`, { body, idempotencyKey })
