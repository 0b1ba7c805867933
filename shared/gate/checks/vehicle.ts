import type { GateCheck } from '../gate-input.ts'

export const checkVehicle: GateCheck = ({ context }) =>
  context.presented === 'vehicle' ? { reason: 'VEHICLE', verdict: 'CHECK' } : null
