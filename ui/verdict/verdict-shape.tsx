import type { Verdict } from '../../shared/verify/reasons.ts'

const OUTLINES: Readonly<Record<Verdict, string>> = {
  PASS: 'M50 4a46 46 0 1 0 0 92a46 46 0 1 0 0-92z',
  CHECK: 'M50 6 97 92H3z',
  STOP: 'M31 4h38l27 27v38L69 96H31L4 69V31z'
}
/** An arrow that goes through, an exclamation mark, a closed bar. */
const SIGNS: Readonly<Record<Verdict, string>> = {
  PASS: 'M22 50h50M52 28l22 22l-22 22',
  CHECK: 'M50 36v27M50 76v1',
  STOP: 'M24 50h52'
}

/** The verdict's sign in the colours of its surroundings: outline in `currentColor`, sign cut out in `cut`. */
export const VerdictShape = ({ verdict, class: className = '' }: { verdict: Verdict; class?: string }) => (
  <svg class={`verdict-shape ${className}`} viewBox="0 0 100 100" aria-hidden="true" focusable="false">
    <path d={OUTLINES[verdict]} fill="currentColor" />
    <path d={SIGNS[verdict]} class="verdict-sign" />
  </svg>
)
