import type { Faults } from '../../../work/check-fields.ts'
import type { DraftField, WorkDraft } from '../../../work/draft.ts'
import type { WorkForm } from '../../../work/wire.ts'

export type StepProps = {
  readonly draft: WorkDraft
  /** Places and rules; null: never fetched on this phone. */
  readonly form: WorkForm | null
  /** What is to be shown as wrong now. */
  readonly faults: Faults
  readonly set: (change: Partial<Record<DraftField, string>>) => void
}
