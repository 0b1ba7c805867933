import { type GateCheck, isOfThisGate } from '../gate-input.ts'

export const checkSite: GateCheck = input =>
  input.pass !== null && !isOfThisGate(input.pass, input) ? { reason: 'WRONG_SITE', verdict: 'CHECK' } : null
