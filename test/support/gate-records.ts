import type { Duty, Handover, Training } from '../../shared/schema/records.ts'

const AT = Date.UTC(2026, 10, 24, 0, 0, 0)

export const aTraining = (change: Partial<Training> = {}): Training => ({
  id: 'training-1',
  at: AT,
  operator: null,
  name: '李娜',
  score: 9,
  total: 10,
  durationMs: 240_000,
  answers: [{ case: 'forged', isRight: false }],
  ...change
})

export const aHandover = (change: Partial<Handover> = {}): Handover => ({
  id: 'handover-1',
  at: AT,
  operator: null,
  gate: 'gate-1',
  since: AT - 4 * 3_600_000,
  counts: { in: 40, out: 20, admitted: 58, refused: [{ reason: 'EXPIRED', count: 2 }], overrides: 1 },
  unsent: 0,
  open: [{ number: 17, at: AT - 1000, verdict: 'STOP', reason: 'FEVER', serial: 4711, label: '陈*明' }],
  note: '3 号楼电梯坏了\n请走楼梯',
  next: null,
  ...change
})

export const aDuty = (change: Partial<Duty> = {}): Duty => ({
  id: 'duty-1',
  at: AT,
  operator: 'pass-4711',
  gate: 'gate-1',
  action: 'in',
  cause: 'pass',
  ...change
})
