import { effect } from '@preact/signals'
import { minuteOfLocalDay } from '../../shared/gate/local-day.ts'
import { DEFAULT_POLICY } from '../../shared/gate/policy.ts'
import { epochMs, secondsOf } from '../../shared/time.ts'
import { serverTimeOf } from './clock.ts'
import { type Preference, preferences } from './preferences.ts'
import { tick } from './tick.ts'

/** Local minutes of the day: dusk and dawn of a northern winter, when lamps are the only light at a gate. */
const NIGHT_FROM = 18 * 60
const NIGHT_TO = 6 * 60 + 30

/** Whether the gate shows its dim theme at `nowMs` of corrected time. */
export function isNight(theme: Preference<'theme'>, nowMs: number): boolean {
  if (theme !== 'auto') return theme === 'night'
  const minute = minuteOfLocalDay(secondsOf(epochMs(nowMs)), DEFAULT_POLICY.utcOffsetMinutes)
  return minute >= NIGHT_FROM || minute < NIGHT_TO
}

/** Follows the volunteer's choice and the time for as long as the page lives. */
export const followTheme = (root: HTMLElement): (() => void) =>
  effect(() => {
    root.dataset.theme = isNight(preferences.theme.value, serverTimeOf(tick.value)) ? 'night' : 'day'
  })
