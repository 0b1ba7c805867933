import type { Shape } from './look.ts'

/** On a field of 100 × 100: the silhouette, and the lines that are cut out of it. */
const DRAWINGS: Readonly<Record<Shape, { readonly outline: string; readonly sign: string }>> = {
  tick: { outline: 'M50 4a46 46 0 1 0 0 92a46 46 0 1 0 0-92z', sign: 'M27 52l16 16l31-35' },
  cross: { outline: 'M31 4h38l27 27v38L69 96H31L4 69V31z', sign: 'M33 33l34 34M67 33l-34 34' },
  exclamation: { outline: 'M50 6 97 92H3z', sign: 'M50 37v25M50 77v.1' },
  thermometer: {
    outline: 'M42 3a16 16 0 0 0-16 16v37a26 26 0 1 0 32 0V19a16 16 0 0 0-16-16zM67 13h19v9H67zM67 31h13v9H67zM67 49h19v9H67z',
    sign: 'M42 30v46'
  },
  clock: {
    outline: 'M50 8a44 44 0 1 0 0 88a44 44 0 1 0 0-88zM3 26 12 35 33 14 24 5zM97 26 76 5l-9 9 21 21z',
    sign: 'M50 27v26l17 13'
  },
  house: { outline: 'M50 4 98 49 91 56 86 51V96H14V51L9 56 2 49z', sign: 'M50 94V68' },
  moon: { outline: 'M62 4a47 47 0 1 0 34 65A41 41 0 0 1 62 4z', sign: '' }
}

/** A verdict's shape in the colours of its surroundings: the silhouette in `currentColor`, its sign in the ground's. */
export const VerdictShape = ({ shape, class: className = '' }: { shape: Shape; class?: string }) => (
  <svg class={`verdict-shape ${className}`} viewBox="0 0 100 100" aria-hidden="true" focusable="false" data-shape={shape}>
    <path d={DRAWINGS[shape].outline} fill="currentColor" />
    {DRAWINGS[shape].sign !== '' && <path d={DRAWINGS[shape].sign} class="verdict-sign" />}
  </svg>
)
