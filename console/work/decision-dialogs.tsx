import type { ApplicationDetail, WorkAction } from '../../shared/schema/work-review.ts'
import { WORK_LIMITS } from '../../shared/work/limits.ts'
import { REJECT_REASONS, type RejectReason, WORK_PHOTOS, type WorkPhotoKind } from '../../shared/work/words.ts'
import type { Failure } from '../../ui/api/client.ts'
import { Button } from '../../ui/components/button.tsx'
import { Choice } from '../../ui/components/choice.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { TextArea } from '../../ui/components/text-area.tsx'
import { tw } from '../../ui/i18n/work-console.ts'
import { actOnApplication } from '../api/work.ts'
import { CheckList } from '../parts/check-list.tsx'
import { Form } from '../parts/form.tsx'
import { wordsIn } from '../state/policy-form.ts'
import { useForm } from '../state/use-form.ts'
import { FlagChips } from './flag-chips.tsx'
import { StaleNotice, useStale } from './stale-notice.tsx'

export type DecisionProps = {
  detail: ApplicationDetail
  onDone: (detail: ApplicationDetail) => void
  onClose: () => void
  /** The application is not what the page shows; the page reads it again and this dialog keeps what was typed. */
  onStale: (failure: Failure) => void
  /** Claims again for who typed longer than a claim lasts. */
  onClaim: () => void
}

export function ApproveDialog({ detail, onDone, onClose, onStale, onClaim }: DecisionProps) {
  const { frame } = useForm({
    first: {},
    body: (): WorkAction => ({ action: 'approve' }),
    write: actOnApplication(detail.number),
    onDone
  })
  const failure = useStale(frame.failure, onStale)
  return (
    <Dialog title={tw('approve.title')} onClose={onClose}>
      <Form {...frame} failure={failure} submit={tw('approve.title')} extra={<Cancel onClick={onClose} />}>
        <StaleNotice detail={detail} failure={frame.failure} onClaim={onClaim} />
        <p>{tw('approve.text', { name: detail.name, days: detail.validityDays })}</p>
        {detail.flags.length > 0 && (
          <div class="stack">
            <p>{tw('approve.flags', { count: detail.flags.length })}</p>
            <FlagChips flags={detail.flags} />
          </div>
        )}
      </Form>
    </Dialog>
  )
}

export function RejectDialog({ detail, onDone, onClose, onStale, onClaim }: DecisionProps) {
  const { field, frame } = useForm({
    first: { reason: '', text: '' },
    check: ({ reason }) => (reason === '' ? { reason: tw('reject.choose') } : {}),
    body: ({ reason, text }): WorkAction => ({
      action: 'reject',
      reason: reason as RejectReason,
      ...(text.trim() === '' ? {} : { text: text.trim() })
    }),
    write: actOnApplication(detail.number),
    onDone
  })
  const failure = useStale(frame.failure, onStale)
  return (
    <Dialog title={tw('reject.title')} onClose={onClose}>
      <Form {...frame} failure={failure} look="danger" submit={tw('act.reject')} extra={<Cancel onClick={onClose} />}>
        <StaleNotice detail={detail} failure={frame.failure} onClaim={onClaim} />
        <Choice
          label={tw('reject.reason')}
          options={REJECT_REASONS.map(value => ({ value, label: tw(`reject.${value}`) }))}
          {...field('reason')}
        />
        <TextArea
          label={tw('reject.note')}
          hint={tw('reject.noteHint')}
          optional
          maxLength={WORK_LIMITS.text}
          {...field('text')}
        />
      </Form>
    </Dialog>
  )
}

const PRESETS = ['document', 'address', 'journey', 'temperature'] as const

export function AskDialog({ detail, onDone, onClose, onStale, onClaim }: DecisionProps) {
  const { values, field, set, frame } = useForm({
    first: { text: '', photos: '' },
    needed: ['text'],
    body: ({ text, photos }): WorkAction => ({
      action: 'ask',
      text: text.trim(),
      ...(photos === '' ? {} : { photos: wordsIn(photos) as WorkPhotoKind[] })
    }),
    write: actOnApplication(detail.number),
    onDone
  })
  const failure = useStale(frame.failure, onStale)
  /** Behind what is written already. */
  const add = (sentence: string): void => {
    const text = [values.text.trim(), sentence].filter(part => part !== '').join('\n')
    set('text', text.slice(0, WORK_LIMITS.text))
  }
  return (
    <Dialog title={tw('ask.title')} onClose={onClose}>
      <Form {...frame} failure={failure} submit={tw('ask.title')} extra={<Cancel onClick={onClose} />}>
        <StaleNotice detail={detail} failure={frame.failure} onClaim={onClaim} />
        <TextArea label={tw('ask.question')} hint={tw('ask.hint')} maxLength={WORK_LIMITS.text} rows={4} {...field('text')} />
        <fieldset class="choice">
          <legend>{tw('ask.preset')}</legend>
          <div class="work-presets">
            {PRESETS.map(preset => (
              <Button key={preset} onClick={() => add(tw(`ask.preset.${preset}`))}>
                {tw(`ask.preset.${preset}`)}
              </Button>
            ))}
          </div>
        </fieldset>
        <CheckList
          label={tw('ask.photos')}
          options={WORK_PHOTOS.map(value => ({ value, label: tw(`photo.${value}`) }))}
          {...field('photos')}
        />
      </Form>
    </Dialog>
  )
}

const Cancel = ({ onClick }: { onClick: () => void }) => <Button onClick={onClick}>{tw('action.cancel')}</Button>
