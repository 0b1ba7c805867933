import { useEffect } from 'preact/hooks'
import type { PassDetail, StatusChange } from '../../shared/schema/passes.ts'
import { Button } from '../../ui/components/button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { Field } from '../../ui/components/field.tsx'
import { Select } from '../../ui/components/select.tsx'
import { t } from '../../ui/i18n/console.ts'
import { changeStatus } from '../api/endpoints.ts'
import { useForm } from '../state/use-form.ts'
import { Form } from './form.tsx'
import { REASONS_OF, reasonOptions, type StatusReason } from './reason-words.ts'

type Props = {
  serial: number
  action: StatusChange['action']
  onDone: (pass: PassDetail) => void
  onClose: () => void
  /** The pass is not what the page shows: somebody else has changed it. */
  onStale: () => void
}

export function StatusDialog({ serial, action, onDone, onClose, onStale }: Props) {
  const asksReason = action !== 'lift'
  const { field, frame } = useForm({
    first: { reason: '', note: '' },
    needed: asksReason ? ['reason'] : [],
    body: ({ reason, note }): StatusChange => ({
      action,
      ...(reason === '' ? {} : { reason: reason as StatusReason }),
      ...(note.trim() === '' ? {} : { note: note.trim() })
    }),
    write: changeStatus(serial),
    onDone
  })
  const conflict = frame.failure?.code === 'status-conflict'
  useEffect(() => {
    if (conflict) onStale()
  }, [conflict])
  return (
    <Dialog title={t(`action.${action}`)} onClose={onClose}>
      <p>{t(`ask.${action}`)}</p>
      <Form
        {...frame}
        submit={t(`action.${action}`)}
        look={action === 'revoke' ? 'danger' : 'primary'}
        extra={<Button onClick={onClose}>{t('action.cancel')}</Button>}
      >
        {asksReason && (
          <Select
            label={t('ask.reason')}
            hint={t('ask.reasonHint')}
            options={reasonOptions(REASONS_OF[action], t('issue.choose'))}
            {...field('reason')}
          />
        )}
        <Field label={t('ask.note')} optional maxLength={200} {...field('note')} />
      </Form>
    </Dialog>
  )
}
