import { signal } from '@preact/signals'
import type { BulkView } from '../../shared/schema/work-review.ts'

/** The bulk that was made last: who was left out is told once, when it is made. */
export const newBulk = signal<BulkView | null>(null)
