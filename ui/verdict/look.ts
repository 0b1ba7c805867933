import type { Verdict } from '../../shared/verify/reasons.ts'

/** Never colour alone: each verdict has its own outline, sign and colour. */
export type VerdictLook = { readonly outline: 'circle' | 'triangle' | 'octagon'; readonly className: string }

export const VERDICT_LOOKS: Readonly<Record<Verdict, VerdictLook>> = {
  PASS: { outline: 'circle', className: 'verdict-pass' },
  CHECK: { outline: 'triangle', className: 'verdict-check' },
  STOP: { outline: 'octagon', className: 'verdict-stop' }
}
