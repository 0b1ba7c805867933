import { useEffect, useState } from 'preact/hooks'
import type { EmployerAction, EmployerItem } from '../../shared/schema/work-employer.ts'
import type { EmployerStep } from '../../shared/work/employer-states.ts'
import { WORK_LIMITS } from '../../shared/work/limits.ts'
import { EMPLOYER_RETURN_REASONS, type EmployerReturnReason } from '../../shared/work/words.ts'
import { Button } from '../../ui/components/button.tsx'
import { Choice } from '../../ui/components/choice.tsx'
import { CopyButton } from '../../ui/components/copy-button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { TextArea } from '../../ui/components/text-area.tsx'
import { tw } from '../../ui/i18n/work-console.ts'
import { QrCode } from '../../ui/qr/qr-code.tsx'
import { actOnEmployer, renewEmployerLink } from '../api/work.ts'
import { Form } from '../parts/form.tsx'
import { useForm } from '../state/use-form.ts'
import { useWrite } from '../state/use-write.ts'
import { asksReason, asksSigning } from './employer-steps.ts'

type StepProps = {
  employer: EmployerItem
  step: EmployerStep
  onDone: (employer: EmployerItem) => void
  onClose: () => void
  /** Somebody else was faster. */
  onStale: () => void
}
type Fields = 'reason' | 'note' | 'maySign'

const bodyOf =
  (step: EmployerStep) =>
  ({ reason, note, maySign }: Record<Fields, string>): EmployerAction => ({
    step,
    ...(asksReason(step) ? { reason: reason as EmployerReturnReason } : {}),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(asksSigning(step) ? { maySign: maySign === 'yes' } : {})
  })

export function StepDialog({ employer, step, onDone, onClose, onStale }: StepProps) {
  const { field, frame } = useForm({
    first: { reason: '', note: '', maySign: employer.maySign ? 'yes' : 'no' },
    check: ({ reason }) => (asksReason(step) && reason === '' ? { reason: tw('reject.choose') } : {}),
    body: bodyOf(step),
    write: actOnEmployer(employer.id),
    onDone
  })
  const isStale = frame.failure?.code === 'work-state'
  useEffect(() => {
    if (isStale) onStale()
  }, [isStale])
  return (
    <Dialog title={`${tw(`step.${step}`)} · ${employer.name}`} onClose={onClose}>
      <Form
        {...frame}
        failure={isStale ? null : frame.failure}
        submit={tw(`step.${step}`)}
        look={asksReason(step) ? 'danger' : 'primary'}
        extra={<Button onClick={onClose}>{tw('action.cancel')}</Button>}
      >
        {isStale && <Notice tone="error">{tw('employers.changed')}</Notice>}
        <p>{tw(`stepHelp.${step}`)}</p>
        {asksReason(step) && (
          <Choice
            label={tw('employers.reason')}
            options={EMPLOYER_RETURN_REASONS.map(value => ({ value, label: tw(`return.${value}`) }))}
            {...field('reason')}
          />
        )}
        {asksSigning(step) && (
          <>
            <Choice
              label={tw('employers.maySign')}
              options={[
                { value: 'no', label: tw('health.no') },
                { value: 'yes', label: tw('health.yes') }
              ]}
              {...field('maySign')}
            />
            <p class="soft small">{tw('employers.maySignHelp')}</p>
          </>
        )}
        <TextArea
          label={tw('employers.note')}
          hint={tw('employers.noteHint')}
          optional
          maxLength={WORK_LIMITS.text}
          {...field('note')}
        />
      </Form>
    </Dialog>
  )
}

export function LinkDialog({ employer, onClose }: { employer: EmployerItem; onClose: () => void }) {
  const [link, setLink] = useState<string | null>(null)
  const { run, busy, failure } = useWrite(renewEmployerLink(employer.id), made => setLink(made.link))
  return (
    <Dialog title={tw('employers.linkTitle')} onClose={onClose}>
      {failure && <FailureNotice failure={failure} />}
      {link === null ? (
        <>
          <p>{tw('employers.linkHelp')}</p>
          <div class="button-row">
            <Button look="danger" busy={busy} onClick={() => void run({})} data-new-link>
              {tw('employers.link')}
            </Button>
            <Button onClick={onClose}>{tw('action.cancel')}</Button>
          </div>
        </>
      ) : (
        <>
          <Notice>{tw('employers.linkMade')}</Notice>
          <div class="link-qr">
            <QrCode text={link} what={tw('employers.link')} />
          </div>
          <p class="code small link-text">{link}</p>
          <div class="button-row">
            <CopyButton text={link} label={tw('employers.copyLink')} />
            <Button onClick={onClose}>{tw('action.close')}</Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
