import { useEffect, useState } from 'preact/hooks'
import { Notice } from '../components/notice.tsx'
import { Spinner } from '../components/spinner.tsx'
import { tc } from '../i18n/common.ts'
import { type Drawn, drawQr } from './draw.ts'
import { QrSymbol } from './qr-symbol.tsx'

/** A QR symbol at level M, black on white in every theme. The encoder is loaded when the first symbol is drawn. */
export function QrCode({ text, what }: { text: string; what: string }) {
  const [drawn, setDrawn] = useState<Drawn | 'failed' | null>(null)
  useEffect(() => {
    let current = true
    drawQr(text).then(
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
  return <QrSymbol drawn={drawn} what={what} />
}
