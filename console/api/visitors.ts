import type { VisitorView } from '../../shared/schema/visitors.ts'
import type { Answer } from '../../ui/api/client.ts'
import { call } from './call.ts'

export const readVisitor = (device: string, number: number): Promise<Answer<VisitorView>> =>
  call('GET', `/api/v1/entries/${device}/${number}/visitor`)
