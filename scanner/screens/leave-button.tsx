import { useState } from 'preact/hooks'
import { Button } from '../../ui/components/button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { tc } from '../../ui/i18n/common.ts'
import { t } from '../../ui/i18n/gate.ts'
import { unsent } from '../state/gate-state.ts'
import { unsentRecords } from '../state/records.ts'
import { leave, syncNow } from '../state/start-gate.ts'

/** Gives the phone back, after a question, and only when everything was delivered. */
export function LeaveButton() {
  const [asks, setAsks] = useState(false)
  const [isRefused, setRefused] = useState(false)
  const open = (): void => {
    syncNow()
    setRefused(false)
    setAsks(true)
  }
  const go = async (): Promise<void> => {
    if (await leave()) return
    setRefused(true)
    syncNow()
  }
  return (
    <>
      <Button look="quiet" class="gate-wide" onClick={open} data-leave>
        {t('leave.title')}
      </Button>
      {asks && (
        <Dialog title={t('leave.title')} onClose={() => setAsks(false)}>
          <p>{t('leave.lead')}</p>
          {(isRefused || unsent.value > 0) && (
            <Notice tone="warn">{t('leave.unsent', { count: unsent.value + unsentRecords.value })}</Notice>
          )}
          <Button look="danger" class="gate-wide" disabled={unsent.value > 0} onClick={() => void go()} data-leave-now>
            {t('leave.do')}
          </Button>
          <Button class="gate-wide" onClick={() => setAsks(false)}>
            {tc('action.cancel')}
          </Button>
        </Dialog>
      )}
    </>
  )
}
