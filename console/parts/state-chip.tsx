import type { PassSummary } from '../../shared/schema/passes.ts'
import { tc } from '../../ui/i18n/common.ts'
import { shownState } from '../state/pass-state.ts'

export const StateChip = ({ pass }: { pass: Pick<PassSummary, 'status' | 'start' | 'end'> }) => {
  const state = shownState(pass, Date.now())
  return <span class={`chip chip-${state}`}>{tc(`status.${state}`)}</span>
}
