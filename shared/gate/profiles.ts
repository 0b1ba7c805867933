import { DEFAULT_POLICY, type GatePolicy } from './policy.ts'

/** What a policy rules, without where and when. */
export type PolicyRules = Omit<GatePolicy, 'gates' | 'effectiveFrom' | 'effectiveUntil'>

export const RISKS = ['low', 'medium', 'high'] as const
export type Risk = (typeof RISKS)[number]

const { gates: _gates, effectiveFrom: _from, effectiveUntil: _until, ...usual } = DEFAULT_POLICY

/** To start from, by risk level (the national guidance of April 2020 tells them apart); changed before they are signed. */
export const PROFILES: Readonly<Record<Risk, PolicyRules>> = {
  low: usual,
  medium: {
    ...usual,
    closure: { fromMinute: 23 * 60, toMinute: 5 * 60, exemptKinds: ['work', 'duty'] },
    maxStayMinutes: 4 * 60,
    temperature: { ...usual.temperature, required: true, directions: ['in'] },
    override: { CHECK: 'reason', STOP: 'reason', reasons: { FORGED: 'supervisor', KEY: 'supervisor', REVOKED: 'supervisor' } }
  },
  high: {
    ...usual,
    acceptedKinds: ['person', 'work', 'vehicle', 'household', 'duty'],
    closure: { fromMinute: 22 * 60 + 30, toMinute: 6 * 60 + 30, exemptKinds: ['duty'] },
    quota: { maxExits: 1, perDays: 2 },
    maxStayMinutes: 2 * 60,
    temperature: { ...usual.temperature, required: true },
    staleness: { warnAfterSeconds: 12 * 3600, askAfterSeconds: 24 * 3600 },
    override: { CHECK: 'reason', STOP: 'supervisor', reasons: { QUOTA: 'supervisor' } }
  }
}
