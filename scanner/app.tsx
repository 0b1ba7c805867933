import { useEffect } from 'preact/hooks'
import { t } from '../ui/i18n/gate.ts'
import { Notice } from '../ui/components/notice.tsx'
import { EnrolScreen } from './screens/enrol.tsx'
import { LostNotice } from './screens/lost-notice.tsx'
import { PostScreen } from './screens/post.tsx'
import { LazyScan, loadScan } from './screens/lazy-scan.tsx'
import { identity, lost, post } from './state/gate-state.ts'
import { phase } from './state/start-gate.ts'

export function App() {
  useEffect(() => {
    loadScan().catch(console.error) // tried again when it is needed
  }, [])
  if (phase.value === 'starting') return <main class="gate-page" aria-busy="true" />
  if (phase.value === 'no-storage')
    return (
      <main class="gate-page">
        <Notice tone="error">{t('log.storage')}</Notice>
      </main>
    )
  return (
    <>
      {lost.value !== null && <LostNotice />}
      {identity.value === null ? <EnrolScreen /> : post.value === null ? <PostScreen /> : <LazyScan />}
    </>
  )
}
