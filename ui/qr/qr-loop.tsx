import { useEffect, useState } from 'preact/hooks'
import { Notice } from '../components/notice.tsx'
import { Spinner } from '../components/spinner.tsx'
import { tc } from '../i18n/common.ts'
import { type Drawn, drawQr } from './draw.ts'
import { QrSymbol } from './qr-symbol.tsx'

/** Six a second: a camera has five pictures of each. */
const EACH_MS = 167

type Props = { readonly texts: readonly string[]; readonly what: string; readonly onShown?: (index: number) => void }

/** Codes one after the other, round and round; one stands until the next is drawn. Texts of QR's alphanumeric set. */
export function QrLoop({ texts, what, onShown }: Props) {
  const [drawn, setDrawn] = useState<Drawn | 'failed' | null>(null)
  useEffect(() => loop(texts, setDrawn, onShown), [texts, onShown])
  if (drawn === 'failed') return <Notice tone="error">{tc('qr.failed')}</Notice>
  if (drawn !== null) return <QrSymbol drawn={drawn} what={what} />
  return (
    <div class="qr qr-waiting" role="status" aria-label={tc('state.loading')}>
      <Spinner />
    </div>
  )
}

function loop(texts: readonly string[], show: (drawn: Drawn | 'failed') => void, onShown?: (index: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const step = async (index: number): Promise<void> => {
    const [text, since] = [texts[index], performance.now()]
    if (text === undefined) return
    const drawn = await drawQr(text, 'alphanumeric')
    if (isOver) return
    show(drawn)
    onShown?.(index)
    if (texts.length > 1) timer = setTimeout(next, Math.max(0, EACH_MS - (performance.now() - since)), (index + 1) % texts.length)
  }
  const next = (index: number): void => {
    step(index).catch(error => {
      console.error(error)
      show('failed')
    })
  }
  next(0)
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
