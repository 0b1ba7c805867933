import { spanWords, tClock } from '../../ui/i18n/clock.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { type ClockNotice, clockNotice } from '../check/clock-notice.ts'
import { serverTimeOf } from '../state/clock.ts'
import { clockFacts, offsetMs } from '../state/gate-state.ts'
import { tick } from '../state/tick.ts'

/** How wrong the clock is and what it should show; nothing while it is right. */
export function ClockWarning() {
  const notice = currentNotice()
  if (notice === null) return null
  return (
    <p class="gate-bar-warning" data-clock={notice.kind}>
      {sentence(notice, serverTimeOf(Date.now()))}
    </p>
  )
}

/** The same in two words, over a verdict. */
export function ClockWord() {
  const notice = currentNotice()
  if (notice === null || notice.kind === 'unchecked') return null
  return <strong>{tClock(notice.ms < 0 ? 'clock.shortBehind' : 'clock.shortAhead', { size: spanWords(notice.ms) })}</strong>
}

/** Reads the tick, so that it is asked again as time goes on. */
function currentNotice(): ClockNotice | null {
  const deviceMs = Math.max(tick.value, clockFacts.value.last?.deviceMs ?? 0)
  return clockNotice({ ...clockFacts.value, offsetMs: offsetMs.value }, deviceMs)
}

function sentence(notice: ClockNotice, nowMs: number): string {
  if (notice.kind === 'unchecked')
    return notice.sinceMs === null
      ? tClock('clock.neverChecked')
      : tClock('clock.unchecked', { time: formatTime(notice.sinceMs, 'shortDateTime') })
  const isDayRight = Math.abs(notice.ms) < 12 * 3_600_000
  const params = { size: spanWords(notice.ms), time: formatTime(nowMs, isDayRight ? 'time' : 'dateTime') }
  const isBehind = notice.ms < 0
  if (notice.kind === 'off')
    return tClock(isBehind ? (notice.isAtLeast ? 'clock.behindAtLeast' : 'clock.behind') : 'clock.ahead', params)
  if (notice.isCorrected) return tClock(isBehind ? 'clock.movedBack' : 'clock.movedAhead', params)
  return tClock(isBehind ? 'clock.changedBack' : 'clock.changedAhead', params)
}
