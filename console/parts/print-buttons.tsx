import { useState } from 'preact/hooks'
import { ButtonLink } from '../../ui/components/button.tsx'
import { Choice } from '../../ui/components/choice.tsx'
import { t } from '../../ui/i18n/console.ts'
import { language } from '../../ui/i18n/language.ts'
import { cardAddress } from '../api/endpoints.ts'

const CARD_LANGUAGES = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' }
]

/** The card opens in its own tab, where the browser prints it. */
export function PrintButtons({ serial }: { serial: number }) {
  const [cardLanguage, setCardLanguage] = useState<string>(language.value)
  return (
    <section class="stack">
      <h2>{t('pass.print')}</h2>
      <Choice label={t('pass.cardLanguage')} value={cardLanguage} options={CARD_LANGUAGES} onValue={setCardLanguage} />
      <div class="button-row">
        <ButtonLink look="primary" href={cardAddress(serial, 'pdf', cardLanguage)} target="_blank" rel="noopener">
          {t('pass.cardPdf')}
        </ButtonLink>
        <ButtonLink href={cardAddress(serial, 'png', cardLanguage)} target="_blank" rel="noopener">
          {t('pass.cardPng')}
        </ButtonLink>
      </div>
    </section>
  )
}
