import type { GatePolicy } from '../../shared/gate/policy.ts'
import { previewChanges } from '../../shared/gate/preview.ts'
import { epochSeconds } from '../../shared/time.ts'
import { tp } from '../../ui/i18n/policies.ts'
import { placeText, timeText } from '../state/place-text.ts'
import { ruleText } from '../state/rule-text.ts'

type Props = { before: readonly GatePolicy[]; after: readonly GatePolicy[]; gates: readonly string[]; at: number }

/** Where, from when until when, and each rule as it was and as it will be. */
export function PolicyPreview({ before, after, gates, at }: Props) {
  const changes = previewChanges(before, after, gates, epochSeconds(at))
  if (changes.length === 0) return <p class="soft">{tp('policy.previewNone')}</p>
  return (
    <ul class="preview">
      {changes.map(change => (
        <li key={`${change.from} ${change.gates.join()}`}>
          <p>
            <strong>{placeText(change.gates)}</strong> <span class="soft numbers">{timeText(change)}</span>
          </p>
          <ul>
            {change.fields.map(field => (
              <li key={field} data-field={field}>
                {tp('policy.change', {
                  field: tp(`policy.field.${field}`),
                  before: ruleText(field, change.before),
                  after: ruleText(field, change.after)
                })}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
