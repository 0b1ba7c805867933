import { useEffect } from 'preact/hooks'
import type { Me } from '../shared/schema/session.ts'
import { LanguageSwitch } from '../ui/components/language-switch.tsx'
import { FailureNotice } from '../ui/components/notice.tsx'
import { Loading } from '../ui/components/spinner.tsx'
import { t } from '../ui/i18n/console.ts'
import { language } from '../ui/i18n/language.ts'
import { SetupScreen } from './screens/setup.tsx'
import { SignInScreen } from './screens/sign-in.tsx'
import { keptWorker } from './field/kept-worker.ts'
import { LaterField } from './field/later-field.tsx'
import { Shell } from './shell.tsx'
import { loadSession } from './state/ask-session.ts'
import { route } from './state/location.ts'
import { type Session, session } from './state/session.ts'
import type { Route } from './state/route.ts'

export function App() {
  useEffect(() => {
    document.title = t('console.title')
  }, [language.value])
  const at = route.value
  if (at.page === 'setup') return <Entrance children={<SetupScreen token={at.token} />} />
  const now = session.value
  const worker = fieldWorker(now, at)
  if (worker !== null) {
    const household = at.page === 'field' ? at.household : null
    return <LaterField me={worker} household={household} isOffline={now.kind !== 'in'} />
  }
  switch (now.kind) {
    case 'asking':
      return <Entrance children={<Loading />} />
    case 'failed':
      return <Entrance children={<FailureNotice failure={now.failure} onRetry={loadSession} />} />
    case 'out':
      return <Entrance children={<SignInScreen />} />
    case 'in':
      return <Shell me={now.me} route={at} />
  }
}

/** Whose list of doors is to be shown; without a network, whose list is on this phone. null: the office's pages. */
function fieldWorker(now: Session, at: Route): Me | null {
  if (now.kind === 'in') return now.me.role === 'grid-worker' || at.page === 'field' ? now.me : null
  const isUnreached = now.kind === 'failed' && now.failure.code === 'network'
  const kept = isUnreached || now.kind === 'asking' ? keptWorker() : null
  return kept !== null && (kept.role === 'grid-worker' || at.page === 'field') ? kept : null
}

/** Pages before somebody is signed in. */
const Entrance = ({ children }: { children: preact.ComponentChildren }) => (
  <div class="entrance">
    <header class="entrance-head">
      <p class="brand">{t('console.title')}</p>
      <LanguageSwitch />
    </header>
    <main class="entrance-card">{children}</main>
  </div>
)
