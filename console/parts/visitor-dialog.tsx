import type { VisitorView } from '../../shared/schema/visitors.ts'
import { Button } from '../../ui/components/button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { t } from '../../ui/i18n/console.ts'
import { tvis } from '../../ui/i18n/visitor.ts'
import { readVisitor } from '../api/visitors.ts'
import { useAnswer } from '../state/use-answer.ts'

type Props = { readonly device: string; readonly number: number; readonly onClose: () => void }

/** Who it was, in clear: only after a click, and the click is on record. */
export function VisitorDialog({ device, number, onClose }: Props) {
  const { state, reload } = useAnswer(`${device} ${number}`, () => readVisitor(device, number))
  return (
    <Dialog title={tvis('visitor.title')} onClose={onClose}>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={() => void reload()} />}
      {state.kind === 'ready' && <Visitor view={state.value} />}
      <p class="soft small">{tvis('visitor.audited')}</p>
      <Button look="primary" onClick={onClose}>
        {t('action.close')}
      </Button>
    </Dialog>
  )
}

function Visitor({ view: { record, failure } }: { view: VisitorView }) {
  if (record === null) return <Notice tone="warn">{tvis('visitor.unreadable', { failure: failure ?? '' })}</Notice>
  const place = [record.building, record.unit, record.room].filter(part => part !== '').join(' – ')
  const facts: [string, string][] = [
    [tvis('visitor.name'), record.name],
    [tvis('visitor.phone'), record.phone],
    [tvis('visitor.document'), record.document],
    [tvis('visitor.where'), place],
    [tvis('visitor.host'), record.host],
    [tvis('visitor.purpose'), tvis(`purpose.${record.purpose}`)],
    [tvis('visitor.answer'), tvis(`healthAnswer.${record.health}`)]
  ]
  return (
    <dl class="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === '' ? t('state.none') : value}</dd>
        </div>
      ))}
    </dl>
  )
}
