import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../../ui/components/button.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { ta } from '../../../ui/i18n/carry.ts'
import { tc } from '../../../ui/i18n/common.ts'
import { QrLoop } from '../../../ui/qr/qr-loop.tsx'
import { entriesAsCodes, type Showing } from '../../carry/show-frames.ts'
import { signerOf } from '../../check/sign-text.ts'
import { openedDatabase } from '../../state/start-gate.ts'
import type { PanelProps } from '../panel-props.ts'
import './transfer.css'

const A_SECOND = 6

/** The unsent entries of this phone, round and round, for another phone's camera. */
export function ShowPanel({ onClose }: Pick<PanelProps, 'onClose'>) {
  const [showing, setShowing] = useState<Showing | 'failed' | null>(null)
  useEffect(() => {
    entriesAsCodes(openedDatabase(), signerOf, Date.now()).then(setShowing, error => {
      console.error(error)
      setShowing('failed')
    })
  }, [])
  return (
    <section class="transfer transfer-show" data-show>
      <div class="transfer-body">{showing !== null && <Shown showing={showing} />}</div>
      <footer class="transfer-foot">
        <Button look="primary" class="gate-wide" onClick={onClose} data-close>
          {tc('action.close')}
        </Button>
      </footer>
    </section>
  )
}

function Shown({ showing }: { showing: Showing | 'failed' }) {
  const [at, setAt] = useState(0)
  if (showing === 'failed') return <Notice tone="error">{ta('carry.failed')}</Notice>
  if (showing.kind !== 'codes')
    return <Notice tone="info">{ta(showing.kind === 'nothing' ? 'carry.nothing' : 'carry.tooMuch')}</Notice>
  const { texts, count } = showing
  const what = ta('carry.codes', { count })
  return (
    <>
      <h2>{what}</h2>
      <QrLoop texts={texts} what={what} onShown={setAt} />
      <p class="numbers">
        {ta('carry.codes.at', { at: at + 1, total: texts.length, seconds: Math.ceil(texts.length / A_SECOND) })}
      </p>
      <p>{ta('carry.codes.hint')}</p>
    </>
  )
}
