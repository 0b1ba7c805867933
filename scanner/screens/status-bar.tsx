import { Button } from '../../ui/components/button.tsx'
import { formatTime } from '../../ui/i18n/format.ts'
import { t } from '../../ui/i18n/gate.ts'
import { nameOf } from '../../ui/i18n/language.ts'
import { serverTimeOf } from '../state/clock.ts'
import { isDataRefused, isOnline, isRevoked, post, status, trust, unsent } from '../state/gate-state.ts'
import { tick } from '../state/tick.ts'
import { DutyLine } from './duty-line.tsx'
import { takeUpdate, waitingUpdate } from '../state/update.ts'
import { ClockWarning, ClockWord } from './clock-warning.tsx'

const DAY_MS = 86_400_000

/** The time alone while it is of the last day, else with its date. */
export function asOfText(seconds: number | null, nowMs: number): string {
  if (seconds === null) return t('bar.noStatus')
  return formatTime(seconds * 1000, nowMs - seconds * 1000 < DAY_MS ? 'time' : 'shortDateTime')
}

const postedGate = (): string => {
  const gate = trust.value?.gates.find(({ id }) => id === post.value?.gate)
  return gate === undefined ? '' : nameOf(gate)
}
const directionWord = (): string => (post.value === null ? '' : t(`bar.direction.${post.value.direction}`))
const ageWord = (nowMs: number): string => {
  const { asOf } = status.value
  return asOf === null ? t('bar.noStatus') : t('bar.asOf', { time: asOfText(asOf, nowMs) })
}

/** Gate, direction, network, age of the list, what is unsent, a wrong clock: always in sight. */
export function StatusBar() {
  const nowMs = serverTimeOf(tick.value)
  return (
    <header class="gate-bar" data-unsent={unsent.value} data-online={isOnline.value}>
      <p class="gate-bar-main">
        <strong>{postedGate()}</strong>
        <strong class="gate-direction">{directionWord()}</strong>
      </p>
      <p class="gate-bar-facts numbers">
        <span>{isOnline.value ? t('bar.online') : t('bar.offline')}</span>
        <span>{ageWord(nowMs)}</span>
        <span>{t('bar.unsent', { count: unsent.value })}</span>
      </p>
      <DutyLine />
      <ClockWarning />
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

/** The same in one line, over a verdict that fills the screen. */
export function StatusLine() {
  return (
    <p class="gate-status-line numbers">
      <strong>
        {postedGate()} {directionWord()}
      </strong>
      <span>{ageWord(serverTimeOf(tick.value))}</span>
      <span>{t('bar.unsent', { count: unsent.value })}</span>
      <ClockWord />
    </p>
  )
}
