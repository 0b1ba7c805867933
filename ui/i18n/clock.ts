import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** What the gate says of the phone's clock. `{size}` is one of the `span.` words, `{time}` the right time. */
export const CLOCK_WORDS = dictionary({
  'clock.behind': {
    zh: '手机时钟慢了 {size}，请改为 {time}。判断已按正确时间。',
    en: 'This clock is {size} slow: set it to {time}. Verdicts use the right time.'
  },
  'clock.ahead': {
    zh: '手机时钟快了 {size}，请改为 {time}。判断已按正确时间。',
    en: 'This clock is {size} fast: set it to {time}. Verdicts use the right time.'
  },
  'clock.behindAtLeast': {
    zh: '手机时钟至少慢了 {size}：名单或证件的签发时间比它晚。请核对时间，并联网一次。',
    en: 'This clock is at least {size} slow: newer data were signed already. Check the time, go online once.'
  },
  'clock.movedBack': {
    zh: '手机时钟刚被调慢 {size}，请改为 {time}。判断仍按正确时间。',
    en: 'This clock was just set back by {size}: set it to {time}. Verdicts use the right time.'
  },
  'clock.movedAhead': {
    zh: '手机时钟刚被调快 {size}，请改为 {time}。判断仍按正确时间。',
    en: 'This clock was just set forward by {size}: set it to {time}. Verdicts use the right time.'
  },
  'clock.changedBack': {
    zh: '手机时钟刚被调慢 {size}，无法核对，请联网一次。',
    en: 'This clock was just set back by {size} and cannot be checked. Go online once.'
  },
  'clock.changedAhead': {
    zh: '手机时钟刚被调快 {size}，无法核对，请联网一次。',
    en: 'This clock was just set forward by {size} and cannot be checked. Go online once.'
  },
  'clock.unchecked': { zh: '手机时钟自 {time} 起未核对，请联网一次。', en: 'Clock not checked since {time}. Go online once.' },
  'clock.neverChecked': { zh: '手机时钟从未核对，请联网一次。', en: 'Clock never checked. Go online once.' },
  'clock.shortBehind': { zh: '钟慢 {size}', en: 'Clock {size} slow' },
  'clock.shortAhead': { zh: '钟快 {size}', en: 'Clock {size} fast' },
  'span.days': { zh: '{days} 天 {hours} 小时', en: '{days} d {hours} h' },
  'span.wholeDays': { zh: '{days} 天', en: '{days} days' },
  'span.oneDay': { zh: '1 天', en: '1 day' },
  'span.hours': { zh: '{hours} 小时 {minutes} 分钟', en: '{hours} h {minutes} min' },
  'span.wholeHours': { zh: '{hours} 小时', en: '{hours} h' },
  'span.minutes': { zh: '{minutes} 分钟', en: '{minutes} min' }
})

const t = translator(CLOCK_WORDS)
export { t as tClock }

/** A length of time in two units at most, as people say it: 90,000,000 → `1 d 1 h`. */
export function spanWords(ms: number): string {
  const total = Math.round(Math.abs(ms) / 60_000)
  const [days, hours, minutes] = [Math.floor(total / 1_440), Math.floor(total / 60) % 24, total % 60]
  if (days > 0 && hours > 0) return t('span.days', { days, hours })
  if (days > 0) return days === 1 ? t('span.oneDay') : t('span.wholeDays', { days })
  if (hours > 0 && minutes > 0) return t('span.hours', { hours, minutes })
  return hours > 0 ? t('span.wholeHours', { hours }) : t('span.minutes', { minutes })
}
