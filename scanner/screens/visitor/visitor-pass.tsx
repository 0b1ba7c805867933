import { useEffect, useMemo, useState } from 'preact/hooks'
import type { NewVisitorPass, VisitorPass } from '../../../shared/schema/visitor-passes.ts'
import { tc } from '../../../ui/i18n/common.ts'
import { formatTime } from '../../../ui/i18n/format.ts'
import { tvis } from '../../../ui/i18n/visitor.ts'
import { QrCode } from '../../../ui/qr/qr-code.tsx'
import { identity } from '../../state/gate-state.ts'
import { api } from '../../state/start-gate.ts'
import { askVisitorPass } from '../../visitor/ask-visitor-pass.ts'
import { FlowKey, FlowPanel } from '../flow/flow-panel.tsx'

type State = { readonly kind: 'asking' | 'failed' } | { readonly kind: 'ready'; readonly pass: VisitorPass }

/** The code on the gate's screen, for the visitor's own camera. A repeated question gets the same pass. */
export function VisitorPassScreen({ wish, onClose }: { wish: NewVisitorPass; onClose: () => void }) {
  const key = useMemo(() => crypto.randomUUID(), [])
  const [state, setState] = useState<State>({ kind: 'asking' })
  const ask = async (): Promise<void> => {
    const self = identity.value
    if (self === null) return
    setState({ kind: 'asking' })
    const answer = await askVisitorPass(api, self, wish, key)
    setState(answer.ok ? { kind: 'ready', pass: answer.value } : { kind: 'failed' })
  }
  useEffect(() => void ask(), [])
  return (
    <FlowPanel
      name="visitor-pass"
      title={tvis('visitor.photograph')}
      foot={
        <>
          {state.kind === 'failed' && (
            <FlowKey name="again" onClick={() => void ask()}>
              {tc('action.retry')}
            </FlowKey>
          )}
          <FlowKey name="done" isMain onClick={onClose}>
            {tvis('visitor.done')}
          </FlowKey>
        </>
      }
    >
      <div class="visitor-code">
        {state.kind === 'asking' && <p class="flow-note">{tc('state.working')}</p>}
        {state.kind === 'failed' && <p class="flow-error">{tvis('visitor.noPass')}</p>}
        {state.kind === 'ready' && (
          <>
            <QrCode text={state.pass.text} what={state.pass.label} />
            <p class="flow-note numbers">
              {state.pass.label} · {tvis('visitor.until', { time: formatTime(state.pass.end * 1000, 'shortDateTime') })}
            </p>
          </>
        )}
      </div>
    </FlowPanel>
  )
}
