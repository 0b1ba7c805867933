import '../../work.css'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { Notice } from '../../../ui/components/notice.tsx'
import { Spinner } from '../../../ui/components/spinner.tsx'
import { ShownLanguageChoice } from '../../parts/shown-language-choice.tsx'
import { keepsThings } from '../../state/stored-signal.ts'
import { shownLanguage } from '../../state/shown-language.ts'
import { apply, term } from '../../work/say.ts'

type Props = { title: string; back: { href: string; label: string } | null; wide?: boolean; children: ComponentChildren }

const TAGS = { zh: 'zh-CN', en: 'en', ko: 'ko', ja: 'ja' } as const

/** Every page of workers and employers: where one is, the way back, and the four languages. */
export function WorkFrame({ title, back, wide = false, children }: Props) {
  const language = shownLanguage.value
  useEffect(() => {
    document.title = title
    document.documentElement.lang = TAGS[language] // fonts choose the right forms of characters by it
  }, [title, language])
  return (
    <div class={`frame work-frame ${wide ? 'work-wide' : ''}`}>
      <header class="frame-head">
        {back === null ? <span /> : <a href={back.href}>← {back.label}</a>}
        <ShownLanguageChoice />
      </header>
      <main class="frame-main">
        <h1>{title}</h1>
        {!keepsThings.value && <Notice tone="warn">{apply('notKept')}</Notice>}
        {children}
      </main>
    </div>
  )
}

export const Waiting = () => (
  <p class="loading" role="status">
    <Spinner /> {term('loading')}
  </p>
)
