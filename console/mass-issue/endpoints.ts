import type { MassAction, MassFilter, MassIssueView, MassPreview } from '../../shared/schema/mass-issue.ts'
import type { Answer } from '../../ui/api/client.ts'
import { call } from '../api/call.ts'
import type { Write } from '../api/endpoints.ts'

const MASS = '/api/v1/mass-issues'

export const listMassIssues = (): Promise<Answer<{ items: MassIssueView[] }>> => call('GET', MASS)
export const previewMassIssue: Write<MassFilter, MassPreview> = body => call('POST', `${MASS}/preview`, { body })
export const createMassIssue: Write<MassFilter, MassIssueView> = (body, idempotencyKey) =>
  call('POST', MASS, { body, idempotencyKey })
export const actOnMassIssue =
  (id: string): Write<MassAction, MassIssueView> =>
  (body, idempotencyKey) =>
    call('POST', `${MASS}/${id}/state`, { body, idempotencyKey })
