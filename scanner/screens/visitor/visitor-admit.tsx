import { tvis } from '../../../ui/i18n/visitor.ts'
import { isOnline } from '../../state/gate-state.ts'
import { FlowKey, FlowPanel } from '../flow/flow-panel.tsx'

type Props = {
  readonly who: string
  readonly onAdmit: (withPass: boolean) => void
  readonly onRefuse: () => void
  readonly onVerdict: () => void
}

/** Written down by now. The host says yes, and the visitor goes in: with a pass for the way out where there is a network. */
export const VisitorAdmit = ({ who, onAdmit, onRefuse, onVerdict }: Props) => (
  <FlowPanel name="visitor-admit" tone="check" title={tvis('visitor.askHost')} who={who}>
    <div class="visitor-ways">
      <FlowKey name="admit-pass" disabled={!isOnline.value} onClick={() => onAdmit(true)}>
        {isOnline.value ? tvis('visitor.admitPass') : tvis('visitor.passOffline')}
      </FlowKey>
      <FlowKey name="admit" onClick={() => onAdmit(false)}>
        {tvis('visitor.admit')}
      </FlowKey>
      <FlowKey name="verdict" onClick={onVerdict}>
        {tvis('visitor.otherWays')}
      </FlowKey>
      <FlowKey name="refuse" isMain onClick={onRefuse}>
        {tvis('visitor.refuse')}
      </FlowKey>
    </div>
  </FlowPanel>
)
