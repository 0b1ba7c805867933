import type { PassKind } from '../../pass/kinds.ts'
import type { GateCheck, GateInput } from '../gate-input.ts'

/** What this gate does not take; a visitor or a vehicle without a code is one all the same. */
export const checkKind: GateCheck = input => {
  const kind = kindOf(input)
  return kind !== null && kind !== 'drill' && !input.policy.acceptedKinds.includes(kind)
    ? { reason: 'KIND', verdict: 'CHECK' }
    : null
}

function kindOf({ pass, context }: GateInput): PassKind | null {
  if (pass !== null) return pass.kind
  return context.presented === 'visitor' || context.presented === 'vehicle' ? context.presented : null
}
