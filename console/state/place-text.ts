import type { RuleChange } from '../../shared/gate/preview.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { language } from '../../ui/i18n/language.ts'
import { tp } from '../../ui/i18n/policies.ts'
import { gateName, known, siteName } from './directory.ts'

/** From when, and until when if that is planned. */
export function timeText({ from, until }: Pick<RuleChange, 'from' | 'until'>): string {
  const time = (seconds: number): string => formatTime(seconds * 1000, 'dateTime')
  return until === null
    ? tp('policy.from', { time: time(from) })
    : tp('policy.fromUntil', { from: time(from), until: time(until) })
}

/** Gates by their sites: 一期 东门、南门；二期 北门 */
export function placeText(gates: readonly string[]): string {
  const sites = new Map<number, string[]>()
  for (const gate of known()?.gates ?? []) {
    if (gates.includes(gate.id)) sites.set(gate.site, [...(sites.get(gate.site) ?? []), gateName(gate.id)])
  }
  const isChinese = language.value === 'zh'
  return [...sites]
    .map(([site, names]) => `${siteName(site)} ${names.join(isChinese ? '、' : ', ')}`)
    .join(isChinese ? '；' : '; ')
}
