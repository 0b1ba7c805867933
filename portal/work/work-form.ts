import type { Failure } from '../../ui/api/client.ts'
import { storedSignal } from '../state/stored-signal.ts'
import { askForm } from './api.ts'
import type { WorkForm } from './wire.ts'

/** Places and rules as last fetched: somebody who opened the form once can fill it in without a network. */
export const workForm = storedSignal<WorkForm | null>('checkpoint.work-form', value => {
  const form = value as WorkForm | null
  return Array.isArray(form?.sites) && Array.isArray(form.communities) && Array.isArray(form.photos) ? form : null
})

export async function loadForm(): Promise<Failure | null> {
  const answer = await askForm()
  if (!answer.ok) return answer.failure
  workForm.set(answer.value)
  return null
}
