import type { PassSummary } from '../../shared/schema/passes.ts'

/** A car goes by its plate, whoever owns it; a person by the name. */
export const titleOf = ({ kind, name, label }: Pick<PassSummary, 'kind' | 'name' | 'label'>): string =>
  kind === 'vehicle' ? label : (name ?? label)
