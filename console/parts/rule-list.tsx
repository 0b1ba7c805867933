import type { GatePolicy } from '../../shared/gate/policy.ts'
import { RULE_FIELDS, type RuleField } from '../../shared/gate/preview.ts'
import { tp } from '../../ui/i18n/policies.ts'
import { ruleText } from '../state/rule-text.ts'

/** Rules in words, one a line; everywhere but in a foreign zone the time zone goes without saying. */
export const RuleList = ({ policy, fields = RULE_FIELDS }: { policy: GatePolicy; fields?: readonly RuleField[] }) => (
  <dl class="rules">
    {fields
      .filter(field => field !== 'utcOffsetMinutes' || policy.utcOffsetMinutes !== 480)
      .map(field => (
        <div key={field}>
          <dt>{tp(`policy.field.${field}`)}</dt>
          <dd>{ruleText(field, policy)}</dd>
        </div>
      ))}
  </dl>
)
