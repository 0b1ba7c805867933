import { tc } from '../i18n/common.ts'
import type { Drawn } from './draw.ts'

/** ISO/IEC 18004 §5.3.8: four modules of white around the symbol. */
const QUIET = 4

/** Black on white in every theme. */
export function QrSymbol({ drawn, what }: { drawn: Pick<Drawn, 'size' | 'path'>; what: string }) {
  const side = drawn.size + 2 * QUIET
  return (
    <svg
      class="qr"
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      role="img"
      aria-label={tc('qr.of', { what })}
      shape-rendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={drawn.path} fill="#000" />
    </svg>
  )
}
