import { Button } from '../../ui/components/button.tsx'
import { formatTime } from '../../ui/i18n/format.ts'
import { t } from '../../ui/i18n/gate.ts'
import { nameOf } from '../../ui/i18n/language.ts'
import { correctTime } from '../check/corrected-time.ts'
import { isDataRefused, isOnline, isRevoked, offsetMs, post, status, trust, unsent } from '../state/gate-state.ts'
import { tick } from '../state/tick.ts'
import { takeUpdate, waitingUpdate } from '../state/update.ts'

const DAY_MS = 86_400_000

/** The time alone while it is of the last day, else with its date. */
export function asOfText(seconds: number | null, nowMs: number): string {
  if (seconds === null) return t('bar.noStatus')
  return formatTime(seconds * 1000, nowMs - seconds * 1000 < DAY_MS ? 'time' : 'shortDateTime')
}

/** Gate, direction, network, age of the list, what is unsent, a wrong clock: always in sight. */
export function StatusBar() {
  const gate = trust.value?.gates.find(({ id }) => id === post.value?.gate)
  const asOf = status.value.asOf
  const corrected = correctTime(tick.value, offsetMs.value, [trust.value?.issuedAt ?? null, asOf])
  return (
    <header class="gate-bar" data-unsent={unsent.value} data-online={isOnline.value}>
      <p class="gate-bar-main">
        <strong>{gate === undefined ? '' : nameOf(gate)}</strong>
        <strong class="gate-direction">{post.value === null ? '' : t(`bar.direction.${post.value.direction}`)}</strong>
      </p>
      <p class="gate-bar-facts numbers">
        <span>{isOnline.value ? t('bar.online') : t('bar.offline')}</span>
        <span>{asOf === null ? t('bar.noStatus') : t('bar.asOf', { time: asOfText(asOf, corrected.now) })}</span>
        <span>{t('bar.unsent', { count: unsent.value })}</span>
      </p>
      {corrected.isDoubtful && (
        <p class="gate-bar-warning">{t('bar.clock', { minutes: Math.round(Math.abs(corrected.errorMs) / 60_000) })}</p>
      )}
      {isRevoked.value && <p class="gate-bar-warning">{t('bar.revoked')}</p>}
      {isDataRefused.value && <p class="gate-bar-warning">{t('bar.refused')}</p>}
      {waitingUpdate.value !== null && (
        <p class="gate-bar-warning gate-bar-update">
          {t('bar.outdated')} <Button onClick={takeUpdate}>{t('bar.update')}</Button>
        </p>
      )}
    </header>
  )
}
