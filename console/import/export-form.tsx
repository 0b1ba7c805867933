import { useState } from 'preact/hooks'
import type { Failure } from '../../ui/api/client.ts'
import { Button } from '../../ui/components/button.tsx'
import { Choice } from '../../ui/components/choice.tsx'
import { Field } from '../../ui/components/field.tsx'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { ti } from '../../ui/i18n/imports.ts'
import { language } from '../../ui/i18n/language.ts'
import { exportRegister } from './endpoints.ts'
import { saveFile } from './save-file.ts'

const FORMATS = ['xlsx', 'csv'] as const

/** Masked as a rule; in full only with a reason. */
export function ExportForm() {
  const [format, setFormat] = useState<string>('xlsx')
  const [isFull, setFull] = useState(false)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = async (): Promise<void> => {
    const isMissing = isFull && reason.trim() === ''
    setError(isMissing ? ti('export.reasonMissing') : undefined)
    if (isMissing) return
    setBusy(true)
    setFailure(null)
    const wish = { format: format === 'csv' ? 'csv' : 'xlsx', language: language.value } as const
    const answer = await exportRegister(isFull ? { ...wish, unmasked: { reason: reason.trim() } } : wish)
    setBusy(false)
    if (answer.ok) saveFile(answer.value.blob, answer.value.name)
    else setFailure(answer.failure)
  }
  return (
    <section class="panel stack" data-export>
      <h2>{ti('export.title')}</h2>
      <p class="soft small">{ti('export.help')}</p>
      <Choice
        label={ti('export.format')}
        value={format}
        options={FORMATS.map(value => ({ value, label: value.toUpperCase() }))}
        onValue={setFormat}
      />
      <label class="import-check">
        <input type="checkbox" checked={isFull} onChange={event => setFull(event.currentTarget.checked)} />
        {ti('export.unmasked')}
      </label>
      {isFull && <Field label={ti('export.reason')} maxLength={200} value={reason} error={error} onValue={setReason} />}
      {failure && <FailureNotice failure={failure} />}
      <div>
        <Button busy={busy} onClick={() => void run()}>
          {ti('export.start')}
        </Button>
      </div>
    </section>
  )
}
