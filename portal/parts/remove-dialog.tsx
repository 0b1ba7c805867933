import type { MyPass } from '../../shared/schema/passes.ts'
import { Button } from '../../ui/components/button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { t } from '../../ui/i18n/portal.ts'
import { replaceAddress } from '../state/location.ts'
import { removePass } from '../state/passes.ts'

export function RemoveDialog({ pass, onClose }: { pass: MyPass; onClose: () => void }) {
  const remove = (): void => {
    removePass(pass.serial)
    replaceAddress('#/')
  }
  return (
    <Dialog title={t('pass.askRemove', { label: pass.label })} onClose={onClose}>
      <p>{t('pass.removeHelp')}</p>
      <div class="pass-buttons">
        <Button look="danger" onClick={remove}>
          {t('pass.remove')}
        </Button>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
      </div>
    </Dialog>
  )
}
