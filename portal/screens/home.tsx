import '../home.css'
import { useEffect, useState } from 'preact/hooks'
import type { HomePage } from '../../shared/schema/survey-report.ts'
import type { Answer } from '../../ui/api/client.ts'
import { Button } from '../../ui/components/button.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { homeWrong, type HomeWord, sayHome } from '../../ui/i18n/home-page.ts'
import { HomeForm } from '../parts/home/home-form.tsx'
import { ProofCard } from '../parts/home/proof-card.tsx'
import { ShownLanguageChoice } from '../parts/shown-language-choice.tsx'
import { askHome, keepHome, keptHome, sendHome } from '../state/home.ts'
import { EMPTY_DRAFT, type HomeDraft, reportOf, withHome } from '../state/home-draft.ts'
import { shownLanguage } from '../state/shown-language.ts'

type Wrong = { readonly code: string; readonly path: string | null }

/** A household says who lives there: phone first, in four languages, kept on the phone until it is sent. */
export function HomeScreen() {
  const [page, setPage] = useState<HomePage | null>(null)
  const [knows, setKnows] = useState<string | null>(null)
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const [busy, setBusy] = useState(false)
  const [filling, setFilling] = useState(true)
  const say = (key: HomeWord, params?: Record<string, string | number>): string => sayHome(key, shownLanguage.value, params)
  const kept = keptHome.value
  const show = async (asked: Promise<Answer<HomePage>>): Promise<HomePage | null> => {
    setBusy(true)
    const answer = await asked
    setBusy(false)
    setWrong(answer.ok ? null : { code: answer.failure.code, path: answer.failure.path })
    if (answer.ok) setPage(answer.value)
    return answer.ok ? answer.value : null
  }
  const load = async (): Promise<void> => {
    if (kept === null) return setWrong({ code: 'link-invalid', path: null })
    const shown = await show(askHome(kept.link))
    setFilling(shown?.state === null || shown?.state === 'asked')
  }
  useEffect(() => void load(), [])
  const draft = kept?.draft ?? EMPTY_DRAFT
  const setDraft = (next: HomeDraft): void => {
    if (kept !== null) keepHome({ ...kept, draft: next })
  }
  const prove = async (text: string): Promise<void> => {
    if (kept === null) return
    const shown = await show(askHome(kept.link, text))
    if (shown?.home == null) return
    setKnows(text)
    setDraft(withHome(draft, shown.home))
  }
  const send = async (): Promise<void> => {
    if (kept === null) return
    const report = reportOf(draft, shownLanguage.value, knows !== null)
    const sent = await show(sendHome({ ...kept.link, ...(knows === null ? {} : { knows }), report }))
    if (sent === null) return
    keepHome({ ...kept, draft: EMPTY_DRAFT })
    setKnows(null)
    setFilling(false)
    scrollTo({ top: 0 })
  }
  return (
    <div class="frame home-page" lang={shownLanguage.value}>
      <header class="frame-head">
        <h1>{say('title')}</h1>
        <ShownLanguageChoice />
      </header>
      <main class="frame-main">
        {page !== null && <Place page={page} />}
        {wrong !== null && (
          <Notice tone="error">
            <p>{say(homeWrong(wrong.code, wrong.path !== null))}</p>
            {page === null && wrong.code !== 'link-invalid' && wrong.code !== 'round-closed' && (
              <Button onClick={() => void load()}>{say('retry')}</Button>
            )}
          </Notice>
        )}
        {page === null && wrong === null && <p role="status">{say('loading')}</p>}
        {page?.question != null && (
          <Notice tone="warn">
            <strong>{say('question')}</strong> {page.question}
          </Notice>
        )}
        {page !== null && !filling && (
          <>
            <Notice>
              <p data-home-state={page.state}>{say(page.state === 'settled' ? 'settled' : 'submitted')}</p>
            </Notice>
            <Button onClick={() => setFilling(true)}>{say('again')}</Button>
          </>
        )}
        {page !== null && filling && (
          <>
            {page.home === null && <ProofCard tries={page.tries} busy={busy} onProof={text => void prove(text)} />}
            <HomeForm
              home={knows === null ? null : page.home}
              draft={draft}
              wrongPath={wrong?.path ?? null}
              busy={busy}
              onDraft={setDraft}
              onSend={() => void send()}
            />
          </>
        )}
      </main>
    </div>
  )
}

const Place = ({ page }: { page: HomePage }) => (
  <div class="home-place">
    <p>
      <strong>{shownLanguage.value === 'zh' ? page.site.name : page.site.nameEn}</strong>{' '}
      <strong class="numbers">{page.address}</strong>
    </p>
    <p class="soft small">
      {sayHome('until', shownLanguage.value, { to: page.round.to })} · {sayHome('wrongDoor', shownLanguage.value)}
    </p>
    <p class="soft small">{sayHome('lead', shownLanguage.value)}</p>
  </div>
)
