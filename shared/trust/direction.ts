export type GateDirection = 'in' | 'out'
