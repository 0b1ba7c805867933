import type { ComponentChildren } from 'preact'
import { LanguageSwitch } from '../../ui/components/language-switch.tsx'
import { t } from '../../ui/i18n/portal.ts'

/** Every page but the pass itself. */
export const Frame = ({ children, back = true }: { children: ComponentChildren; back?: boolean }) => (
  <div class="frame">
    <header class="frame-head">
      {back ? <a href="#/">← {t('list.all')}</a> : <h1>{t('portal.title')}</h1>}
      <LanguageSwitch />
    </header>
    <main class="frame-main">{children}</main>
  </div>
)
