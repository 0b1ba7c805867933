import { useEffect } from 'preact/hooks'
import { LanguageSwitch } from '../ui/components/language-switch.tsx'
import { FailureNotice } from '../ui/components/notice.tsx'
import { Loading } from '../ui/components/spinner.tsx'
import { t } from '../ui/i18n/console.ts'
import { language } from '../ui/i18n/language.ts'
import { SetupScreen } from './screens/setup.tsx'
import { SignInScreen } from './screens/sign-in.tsx'
import { Shell } from './shell.tsx'
import { loadSession } from './state/ask-session.ts'
import { route } from './state/location.ts'
import { session } from './state/session.ts'

export function App() {
  useEffect(() => {
    document.title = t('console.title')
  }, [language.value])
  const at = route.value
  if (at.page === 'setup') return <Entrance children={<SetupScreen token={at.token} />} />
  const now = session.value
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
