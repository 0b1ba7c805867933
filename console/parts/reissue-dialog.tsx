import { useEffect } from 'preact/hooks'
import type { PassDetail, Reissue } from '../../shared/schema/passes.ts'
import { Button } from '../../ui/components/button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { Select } from '../../ui/components/select.tsx'
import { t } from '../../ui/i18n/console.ts'
import { reissuePass } from '../api/endpoints.ts'
import { hoursOf } from '../state/new-pass.ts'
import { useForm } from '../state/use-form.ts'
import { Form } from './form.tsx'
import { REASONS_OF, reasonOptions, type StatusReason } from './reason-words.ts'
import { HoursField } from './validity-fields.tsx'

type Props = { serial: number; onDone: (pass: PassDetail) => void; onClose: () => void; onStale: () => void }

export function ReissueDialog({ serial, onDone, onClose, onStale }: Props) {
  const { values, field, set, frame } = useForm({
    first: { length: '336', hours: '336', reason: '' },
    check: ({ hours }) => (hoursOf(hours) === null ? { hours: t('issue.hoursHint') } : {}),
    body: ({ hours, reason }): Reissue => ({
      hours: hoursOf(hours) ?? 0,
      ...(reason === '' ? {} : { reason: reason as StatusReason })
    }),
    write: reissuePass(serial),
    onDone
  })
  const conflict = frame.failure?.code === 'status-conflict'
  useEffect(() => {
    if (conflict) onStale()
  }, [conflict])
  return (
    <Dialog title={t('action.reissue')} onClose={onClose}>
      <p>{t('ask.reissue')}</p>
      <Form {...frame} submit={t('action.reissue')} extra={<Button onClick={onClose}>{t('action.cancel')}</Button>}>
        <HoursField values={values} field={field} set={set} />
        <Select
          label={t('ask.reason')}
          optional
          options={reasonOptions(REASONS_OF.reissue, t('reason.none'))}
          {...field('reason')}
        />
      </Form>
    </Dialog>
  )
}
