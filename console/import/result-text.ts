import type { ImportView } from '../../shared/schema/imports.ts'
import { formatNumber } from '../../ui/i18n/format.ts'
import { ti } from '../../ui/i18n/imports.ts'

/** What a check found or an import did, in a line. */
export function resultText({ state, counts }: ImportView): string {
  if (state === 'checking' || state === 'importing')
    return ti('import.progress', { done: formatNumber(counts.done), rows: formatNumber(counts.rows) })
  if (state !== 'checked' && state !== 'done') return ''
  const { newHouseholds, newPeople, changedHouseholds, sameHouseholds, bad } = counts
  return [
    ti('import.wouldAdd', { households: formatNumber(newHouseholds), people: formatNumber(newPeople) }),
    ti('import.wouldChange', { households: formatNumber(changedHouseholds) }),
    ti('import.same', { households: formatNumber(sameHouseholds) }),
    ...(bad > 0 ? [ti('import.bad', { count: formatNumber(bad) })] : [])
  ].join(' · ')
}
