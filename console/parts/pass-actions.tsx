import { useState } from 'preact/hooks'
import type { PassDetail } from '../../shared/schema/passes.ts'
import { Button } from '../../ui/components/button.tsx'
import { t } from '../../ui/i18n/console.ts'
import { go } from '../state/location.ts'
import { ReissueDialog } from './reissue-dialog.tsx'
import { StatusDialog } from './status-dialog.tsx'

type Action = 'hold' | 'lift' | 'revoke' | 'reissue'

/** What may be done to a pass, by its status; revoked and superseded are final. */
const ACTIONS: Readonly<Record<PassDetail['status'], readonly Action[]>> = {
  valid: ['reissue', 'hold', 'revoke'],
  held: ['lift', 'revoke'],
  revoked: [],
  superseded: []
}

type Props = { pass: PassDetail; onChange: (pass: PassDetail) => void; onStale: () => void }

export function PassActions({ pass, onChange, onStale }: Props) {
  const [open, setOpen] = useState<Action | null>(null)
  const close = (): void => setOpen(null)
  const done = (changed: PassDetail): void => {
    close()
    if (changed.serial === pass.serial) onChange(changed)
    else go(`/passes/${changed.serial}/issued`)
  }
  const actions = ACTIONS[pass.status]
  return (
    <section class="stack">
      <h2>{t('pass.actions')}</h2>
      {actions.length === 0 && <p class="soft">{t('pass.final')}</p>}
      <div class="button-row">
        {actions.map(action => (
          <Button key={action} look={action === 'revoke' ? 'danger' : 'plain'} onClick={() => setOpen(action)}>
            {t(`action.${action}`)}
          </Button>
        ))}
      </div>
      {open === 'reissue' && <ReissueDialog serial={pass.serial} onDone={done} onClose={close} onStale={onStale} />}
      {open !== null && open !== 'reissue' && (
        <StatusDialog serial={pass.serial} action={open} onDone={done} onClose={close} onStale={onStale} />
      )}
    </section>
  )
}
