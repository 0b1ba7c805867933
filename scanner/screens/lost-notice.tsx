import { countOfRanges, sayRanges } from '../../shared/log/number-ranges.ts'
import { Button } from '../../ui/components/button.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { t } from '../../ui/i18n/gate.ts'
import { createWitness } from '../log/witness.ts'
import { identity, lost } from '../state/gate-state.ts'

/** Says that the browser threw undelivered entries away, until somebody has read it. */
export function LostNotice() {
  const gone = lost.value
  if (gone === null) return null
  const seen = (): void => {
    if (identity.value === null) createWitness(localStorage).forget()
    lost.value = null
  }
  return (
    <Notice tone="error">
      <strong>{t('lost.title', { count: countOfRanges(gone.ranges) })}</strong>
      <p class="numbers">{t('lost.numbers', { numbers: sayRanges(gone.ranges), device: gone.device })}</p>
      <p>{t('lost.lead')}</p>
      <Button onClick={seen}>{t('lost.seen')}</Button>
    </Notice>
  )
}
