import type { Reason, Verdict } from '../../shared/verify/reasons.ts'

/** What is drawn largest on the gate's screen; each has a silhouette of its own, readable without colour. */
export const SHAPES = ['tick', 'cross', 'exclamation', 'thermometer', 'clock', 'house', 'moon'] as const
export type Shape = (typeof SHAPES)[number]
/** Never colour alone: shape, word and colour together. */
export type VerdictLook = { readonly shape: Shape; readonly className: string }

export const VERDICT_LOOKS: Readonly<Record<Verdict, VerdictLook>> = {
  PASS: { shape: 'tick', className: 'verdict-pass' },
  CHECK: { shape: 'exclamation', className: 'verdict-check' },
  STOP: { shape: 'cross', className: 'verdict-stop' }
}

const MEASURE: VerdictLook = { shape: 'thermometer', className: 'verdict-heat' }
const TIME: VerdictLook = { shape: 'clock', className: 'verdict-check' }

/** Reasons whose shape says more than the verdict's own: what to do is the same whatever the severity. */
const REASON_LOOKS: Readonly<Partial<Record<Reason, VerdictLook>>> = {
  FEVER: MEASURE,
  TEMP: MEASURE,
  EXPIRED: TIME,
  NOT_YET: TIME,
  STAY: TIME,
  WRONG_SITE: { shape: 'house', className: 'verdict-check' },
  NIGHT: { shape: 'moon', className: 'verdict-night' }
}

/** Shape and colours for a verdict and its headline. Who may go on sees a tick, whatever else is to be said. */
export const lookOf = (verdict: Verdict, headline: Reason): VerdictLook =>
  verdict === 'PASS' ? VERDICT_LOOKS.PASS : (REASON_LOOKS[headline] ?? VERDICT_LOOKS[verdict])
