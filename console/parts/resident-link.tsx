import { CopyButton } from '../../ui/components/copy-button.tsx'
import { t } from '../../ui/i18n/console.ts'
import { QrCode } from '../../ui/qr/qr-code.tsx'

export const ResidentLink = ({ link }: { link: string }) => (
  <section class="stack">
    <h2>{t('pass.link')}</h2>
    <p class="soft small">{t('pass.linkHelp')}</p>
    <div class="link-qr">
      <QrCode text={link} what={t('pass.link')} />
    </div>
    <p class="code small link-text">{link}</p>
    <div class="button-row">
      <CopyButton text={link} label={t('pass.copyLink')} />
    </div>
  </section>
)
