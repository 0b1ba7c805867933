import { useEffect, useState } from 'preact/hooks'
import { Notice } from '../components/notice.tsx'
import { Spinner } from '../components/spinner.tsx'
import { tc } from '../i18n/common.ts'
import { modulePath } from './matrix.ts'

/** ISO/IEC 18004 §5.3.8: four modules of white around the symbol. */
const QUIET = 4

type Drawn = { readonly text: string; readonly size: number; readonly path: string }

/** A QR symbol at level M, black on white in every theme. The encoder is loaded when the first symbol is drawn. */
export function QrCode({ text, what }: { text: string; what: string }) {
  const [drawn, setDrawn] = useState<Drawn | 'failed' | null>(null)
  useEffect(() => {
    let current = true
    draw(text).then(
      next => current && setDrawn(next),
      () => current && setDrawn('failed')
    )
    return () => {
      current = false
    }
  }, [text])
  if (drawn === 'failed') return <Notice tone="error">{tc('qr.failed')}</Notice>
  if (drawn === null || drawn.text !== text) {
    return (
      <div class="qr qr-waiting" role="status" aria-label={tc('state.loading')}>
        <Spinner />
      </div>
    )
  }
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

async function draw(text: string): Promise<Drawn> {
  const { create } = await import('qrcode')
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  return { text, size: modules.size, path: modulePath(modules.size, (row, column) => modules.get(row, column) === 1) }
}
