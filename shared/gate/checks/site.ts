import type { GateCheck } from '../gate-input.ts'

export const checkSite: GateCheck = ({ pass, context }) =>
  pass !== null && pass.site !== 0 && pass.site !== context.site ? { reason: 'WRONG_SITE', verdict: 'CHECK' } : null
