import { Notice } from '../../ui/components/notice.tsx'
import { t } from '../../ui/i18n/portal.ts'
import { Frame } from './frame.tsx'

export const BadLinkScreen = () => (
  <Frame>
    <Notice tone="error">{t('open.bad')}</Notice>
  </Frame>
)
