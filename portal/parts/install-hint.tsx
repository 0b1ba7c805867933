import { Button } from '../../ui/components/button.tsx'
import { t } from '../../ui/i18n/portal.ts'
import { install, installEvent, isInstalled } from '../state/install.ts'

/** Nothing once the app is on the home screen. */
export function InstallHint() {
  if (isInstalled()) return null
  return (
    <aside class="install">
      <strong>{t('install.title')}</strong>
      {installEvent.value === null ? <p>{t('install.hint')}</p> : <Button onClick={install}>{t('install.button')}</Button>}
    </aside>
  )
}
