import type { Me } from '../../shared/schema/session.ts'
import { Notice } from '../../ui/components/notice.tsx'
import { t } from '../../ui/i18n/console.ts'
import { tr } from '../../ui/i18n/retention.ts'
import { AccountsPanel } from '../parts/accounts-panel.tsx'
import { CommunitiesPanel } from '../parts/communities-panel.tsx'
import { GatesPanel } from '../parts/gates-panel.tsx'
import { SitesPanel } from '../parts/sites-panel.tsx'
import { known } from '../state/directory.ts'

/** Administrators set up the realm; a community's staff set up their own gates. */
export function SettingsScreen({ me }: { me: Me }) {
  const directory = known()
  if (directory === null) return null
  const mayAll = me.role === 'administrator'
  return (
    <>
      <header class="page-head">
        <h1>{t('settings.title')}</h1>
        {mayAll && <a href="#/settings/retention">{tr('retention.title')}</a>}
        <a href="#/password">{t('nav.password')}</a>
      </header>
      {mayAll && directory.gates.length === 0 && <Notice>{t('settings.first')}</Notice>}
      <div class="settings">
        {mayAll && <CommunitiesPanel directory={directory} />}
        {mayAll && <SitesPanel directory={directory} />}
        <GatesPanel directory={directory} />
        {mayAll && <AccountsPanel directory={directory} me={me} />}
      </div>
    </>
  )
}
