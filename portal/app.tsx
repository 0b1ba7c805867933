import { useEffect } from 'preact/hooks'
import { t } from '../ui/i18n/portal.ts'
import { language, showLanguage } from '../ui/i18n/language.ts'
import { BadLinkScreen } from './screens/bad-link.tsx'
import { ListScreen } from './screens/list.tsx'
import { LaterHome } from './screens/later-home.tsx'
import { LaterShifts } from './screens/later-shifts.tsx'
import { LaterWork } from './screens/later-work.tsx'
import { MissingScreen } from './screens/missing.tsx'
import { OpenScreen } from './screens/open.tsx'
import { PassScreen } from './screens/pass.tsx'
import { route } from './state/location.ts'
import { passes } from './state/passes.ts'

export function App() {
  const at = route.value
  // Pages of workers and employers speak a language of their own.
  const isOwn = at.page.startsWith('work') || at.page.startsWith('employer')
  useEffect(() => {
    if (isOwn) return
    document.title = t('portal.title')
    showLanguage()
  }, [language.value, isOwn])
  switch (at.page) {
    case 'list':
      return <ListScreen />
    case 'open':
      return <OpenScreen key={at.link.serial} link={at.link} />
    case 'shifts':
    case 'site-link':
    case 'volunteer-link':
      return <LaterShifts route={at} />
    case 'home':
    case 'home-link':
      return <LaterHome route={at} />
    case 'work':
    case 'work-link':
    case 'employer':
    case 'employer-link':
      return <LaterWork route={at} />
    case 'bad-link':
      return <BadLinkScreen />
    case 'pass': {
      const kept = passes.value.find(one => one.pass.serial === at.serial)
      return kept === undefined ? <MissingScreen /> : <PassScreen key={at.serial} kept={kept} />
    }
  }
}
