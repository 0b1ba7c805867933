import { tc } from '../../../ui/i18n/common.ts'
import { tt } from '../../../ui/i18n/temperature.ts'
import type { Shown } from '../../state/shown.ts'

/** What a volunteer calls a passage: kind and masked label of a genuine pass, a plate, or nobody known. */
export function passageName({ decision, entry }: Shown): string {
  if (decision.pass !== null) return `${tc(`kind.${decision.pass.kind}`)} · ${decision.pass.label}`
  return entry.plate ?? tt('temperature.someone')
}
