import { Empty } from '../../ui/components/notice.tsx'
import { t } from '../../ui/i18n/portal.ts'
import { Frame } from './frame.tsx'

export const MissingScreen = () => (
  <Frame>
    <Empty title={t('pass.missing')}>
      <p>{t('list.emptyHelp')}</p>
    </Empty>
  </Frame>
)
