import type { Failure } from '../../ui/api/client.ts'
import { fieldOf } from '../../ui/api/field-of.ts'
import { problemSentence } from '../../ui/api/problem-sentence.ts'
import type { FailureCode } from '../../ui/i18n/problems.ts'

export type Sentences = Readonly<Partial<Record<FailureCode, () => string>>>
export type FieldErrors<F extends string> = { readonly byField: Partial<Record<F, string>>; readonly form: Failure | null }

/** Where a failure is shown: at the field that it names, or else above the form. */
export function placeFailure<F extends string>(
  failure: Failure | null,
  fields: readonly F[],
  sentences: Sentences = {}
): FieldErrors<F> {
  if (failure === null) return { byField: {}, form: null }
  const field = fieldOf(failure, fields)
  if (field === null) return { byField: {}, form: failure }
  return {
    byField: { [field]: sentences[failure.code]?.() ?? problemSentence(failure) } as Partial<Record<F, string>>,
    form: null
  }
}
