import { useState } from 'preact/hooks'
import { FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { formatNumber } from '../../ui/i18n/format.ts'
import { th } from '../../ui/i18n/log-health.ts'
import { deliverCarried } from '../api/health.ts'
import { deliverFile, type FileOutcome } from '../state/deliver-file.ts'

/** Entries that left a phone as a file come in here. */
export function CarryImport({ onDone }: { onDone: () => void }) {
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<FileOutcome | null>(null)
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    setBusy(true)
    setOutcome(await deliverFile(file, deliverCarried))
    setBusy(false)
    onDone()
  }
  return (
    <section class="panel health-carry">
      <label class="field">
        <strong>{th('health.carry')}</strong>
        <span class="soft small">{th('health.carryHelp')}</span>
        <input
          type="file"
          accept=".gz,application/gzip"
          disabled={busy}
          onChange={event => {
            void take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </label>
      <p role="status">
        {busy && th('health.carryBusy')}
        {outcome?.kind === 'delivered' &&
          th('health.carried', { count: formatNumber(outcome.count), stored: formatNumber(outcome.stored) })}
      </p>
      {outcome?.kind === 'unreadable' && <Notice tone="error">{th('health.carryUnreadable')}</Notice>}
      {outcome?.kind === 'failed' && <FailureNotice failure={outcome.failure} />}
    </section>
  )
}
