import type { Language } from './dictionary.ts'
import { language } from './language.ts'

/** All times are shown in the time of the gates, wherever the reader's browser is. */
export const TIME_ZONE = 'Asia/Shanghai'
const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' }

const SHAPES = {
  date: { year: 'numeric', month: 'short', day: 'numeric' },
  dateTime: { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  shortDateTime: { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  timeSeconds: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  weekday: { weekday: 'short' }
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
export type TimeShape = keyof typeof SHAPES

const formatters = new Map<string, Intl.DateTimeFormat>()

/** `ms`: milliseconds since 1970-01-01T00:00:00Z. */
export function formatTime(ms: number, shape: TimeShape, lang: Language = language.value): string {
  const id = `${lang} ${shape}`
  const formatter = formatters.get(id) ?? new Intl.DateTimeFormat(LOCALES[lang], { ...SHAPES[shape], timeZone: TIME_ZONE })
  formatters.set(id, formatter)
  return formatter.format(ms)
}

export const formatNumber = (value: number, lang: Language = language.value): string => value.toLocaleString(LOCALES[lang])

/** 83 → `1:23`, 605 → `10:05`; never below zero. */
export const formatCountdown = (seconds: number): string => {
  const left = Math.max(0, Math.floor(seconds))
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
}

/** Shanghai has had no summer time since 1991: UTC+8 throughout. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/** For `<input type="datetime-local">`: local time of the gates, `2026-11-24T08:30`. */
export const toLocalInput = (ms: number): string => new Date(ms + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16)

/** Seconds since 1970, or null when the field is empty or no time. */
export function fromLocalInput(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return null
  const ms = Date.parse(`${text}Z`)
  return Number.isNaN(ms) ? null : Math.floor((ms - SHANGHAI_OFFSET_MS) / 1000)
}
