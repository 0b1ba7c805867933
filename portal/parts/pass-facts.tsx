import { COMMON_WORDS } from '../../ui/i18n/common.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { language, nameOf } from '../../ui/i18n/language.ts'
import { t } from '../../ui/i18n/portal.ts'
import type { KeptPass, ShownState } from '../state/kept-pass.ts'

/** Longer ones would break in the middle of a word at the largest size. */
const SHORT_LABEL = 12
/** States with a time at which they were asked for; the others follow from the calendar or say all themselves. */
const TOLD_BY_SERVICE: ReadonlySet<ShownState> = new Set<ShownState>(['valid', 'held', 'revoked', 'superseded'])

/** What a person at the gate compares; the kind in both languages, for holder and guard may not share one. */
export function PassFacts({ kept, state }: { kept: KeptPass; state: ShownState }) {
  const { pass } = kept
  const kind = COMMON_WORDS[`kind.${pass.kind}`]
  const other = language.value === 'zh' ? 'en' : 'zh'
  return (
    <section class="pass-facts">
      <p class="pass-kind">
        {kind[language.value]} <span lang={other === 'zh' ? 'zh-CN' : 'en'}>{kind[other]}</span>
      </p>
      <h1 class={pass.label.length > SHORT_LABEL ? 'pass-label pass-label-long' : 'pass-label'}>{pass.label}</h1>
      {pass.documentTail !== null && <p class="numbers">{t('pass.tail', { tail: pass.documentTail })}</p>}
      <p class="pass-site">{pass.site === null ? t('site.all') : nameOf(pass.site)}</p>
      <dl class="pass-validity">
        <div>
          <dt>{t('pass.from')}</dt>
          <dd>{formatTime(pass.start * 1000, 'dateTime')}</dd>
        </div>
        <div>
          <dt>{t('pass.until')}</dt>
          <dd>{formatTime(pass.end * 1000, 'dateTime')}</dd>
        </div>
      </dl>
      {TOLD_BY_SERVICE.has(state) && (
        <p>{t('pass.asOf', { status: t(`status.${pass.status}`), time: formatTime(pass.asOf, 'shortDateTime') })}</p>
      )}
      <p class="small">
        {nameOf(pass.realm)} · {t('pass.number', { serial: pass.serial })}
      </p>
    </section>
  )
}
