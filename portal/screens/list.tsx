import { ButtonLink } from '../../ui/components/button.tsx'
import { Empty, Notice } from '../../ui/components/notice.tsx'
import { formatTime } from '../../ui/i18n/format.ts'
import { nameOf } from '../../ui/i18n/language.ts'
import { t } from '../../ui/i18n/portal.ts'
import { InstallHint } from '../parts/install-hint.tsx'
import { type KeptPass, stateOf } from '../state/kept-pass.ts'
import { online } from '../state/online.ts'
import { isKept, passes } from '../state/passes.ts'
import { Frame } from './frame.tsx'

export const ListScreen = () => (
  <Frame back={false}>
    {!isKept.value && <Notice tone="warn">{t('open.notKept')}</Notice>}
    {passes.value.length === 0 ? (
      <Empty title={t('list.empty')}>
        <p>{online.value ? t('list.emptyHelp') : t('list.emptyOffline')}</p>
      </Empty>
    ) : (
      <>
        <ul class="cards">
          {passes.value.map(kept => (
            <li key={kept.pass.serial}>
              <Card kept={kept} />
            </li>
          ))}
        </ul>
        <p class="soft">{t('list.more')}</p>
        <InstallHint />
      </>
    )}
    <section class="work-entry">
      <ButtonLink href="#/work">{t('list.work')}</ButtonLink>
      <ButtonLink look="quiet" href="#/employer">
        {t('list.employer')}
      </ButtonLink>
    </section>
  </Frame>
)

function Card({ kept }: { kept: KeptPass }) {
  const { pass } = kept
  const state = stateOf(kept, Date.now())
  return (
    <a class="card" href={`#/${pass.serial}`}>
      <strong class="card-label">{pass.label}</strong>
      <span>
        {t(`kind.${pass.kind}`)} · {pass.site === null ? t('site.all') : nameOf(pass.site)}
      </span>
      <span class="numbers">{t('list.until', { end: formatTime(pass.end * 1000, 'dateTime') })}</span>
      {state !== 'valid' && <strong class="card-state">{t(`pass.${state}`)}</strong>}
    </a>
  )
}
