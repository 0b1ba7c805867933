import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../../ui/components/button.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { ta } from '../../../ui/i18n/carry.ts'
import { tc } from '../../../ui/i18n/common.ts'
import { QrLoop } from '../../../ui/qr/qr-loop.tsx'
import { passagesAsCodes } from '../../carry/exchange.ts'
import { entriesAsCodes, type Showing } from '../../carry/show-frames.ts'
import { signerOf } from '../../check/sign-text.ts'
import { serverTimeOf } from '../../state/clock.ts'
import { identity, recent } from '../../state/gate-state.ts'
import { openedDatabase } from '../../state/start-gate.ts'
import type { PanelProps } from '../panel-props.ts'
import './transfer.css'

const A_SECOND = 6

type Words = { readonly what: (count: number) => string; readonly hint: string; readonly nothing: string }
type Props = Pick<PanelProps, 'onClose'>

/** The unsent entries of this phone, for a phone that carries them. */
export const ShowPanel = ({ onClose }: Props) => (
  <CodesPanel
    make={unsentCodes}
    words={{
      what: count => ta('carry.codes', { count }),
      hint: ta('carry.codes.hint'),
      nothing: ta('carry.nothing')
    }}
    onClose={onClose}
  />
)

/** Who passed, for another phone of the same site that has no network either. */
export const ExchangePanel = ({ onClose }: Props) => (
  <CodesPanel
    make={recentCodes}
    words={{
      what: count => ta('exchange.codes', { count }),
      hint: ta('exchange.hint'),
      nothing: ta('exchange.nothing')
    }}
    onClose={onClose}
  />
)

const unsentCodes = (): Promise<Showing> => entriesAsCodes(openedDatabase(), signerOf, Date.now())

async function recentCodes(): Promise<Showing> {
  const self = identity.value
  return self === null ? { kind: 'nothing' } : passagesAsCodes(self, recent.value, signerOf, serverTimeOf(Date.now()))
}

/** Codes round and round, for another phone's camera. */
function CodesPanel({ make, words, onClose }: Props & { make: () => Promise<Showing>; words: Words }) {
  const [showing, setShowing] = useState<Showing | 'failed' | null>(null)
  useEffect(() => {
    make().then(setShowing, error => {
      console.error(error)
      setShowing('failed')
    })
  }, [make])
  return (
    <section class="transfer transfer-show" data-show>
      <div class="transfer-body">{showing !== null && <Shown showing={showing} words={words} />}</div>
      <footer class="transfer-foot">
        <Button look="primary" class="gate-wide" onClick={onClose} data-close>
          {tc('action.close')}
        </Button>
      </footer>
    </section>
  )
}

function Shown({ showing, words }: { showing: Showing | 'failed'; words: Words }) {
  const [at, setAt] = useState(0)
  if (showing === 'failed') return <Notice tone="error">{ta('carry.failed')}</Notice>
  if (showing.kind !== 'codes')
    return <Notice tone="info">{showing.kind === 'nothing' ? words.nothing : ta('carry.tooMuch')}</Notice>
  const { texts, count } = showing
  const what = words.what(count)
  return (
    <>
      <h2>{what}</h2>
      <QrLoop texts={texts} what={what} onShown={setAt} />
      <p class="numbers">
        {ta('carry.codes.at', { at: at + 1, total: texts.length, seconds: Math.ceil(texts.length / A_SECOND) })}
      </p>
      <p>{words.hint}</p>
    </>
  )
}
