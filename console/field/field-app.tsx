import './field.css'
import { useEffect, useState } from 'preact/hooks'
import type { Me } from '../../shared/schema/session.ts'
import { Button } from '../../ui/components/button.tsx'
import { LanguageSwitch } from '../../ui/components/language-switch.tsx'
import { FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { formatTime } from '../../ui/i18n/format.ts'
import { tw } from '../../ui/i18n/field.ts'
import { keepUpToDate } from '../../ui/update.ts'
import { loadDirectory } from '../state/directory.ts'
import { loadSession } from '../state/ask-session.ts'
import { DoorScreen } from './door-screen.tsx'
import { ListScreen } from './list-screen.tsx'
import { field, openField, signOutOfField, sync, syncFailure, syncing } from './state.ts'

/** How often a phone with a network looks whether there is something new. */
const SYNC_MS = 60_000

/** A grid worker's phone: the own households, with and without a network. */
export function FieldApp({ me, household, isOffline }: { me: Me; household: number | null; isOffline: boolean }) {
  useEffect(() => {
    void keepUpToDate()
    const meet = (): void => {
      // The session was only believed while nobody could be asked.
      if (isOffline) void loadSession()
      else void sync()
    }
    void Promise.all([openField(me), loadDirectory()]).then(meet)
    const timer = setInterval(() => navigator.onLine && meet(), SYNC_MS)
    addEventListener('online', meet)
    return () => {
      clearInterval(timer)
      removeEventListener('online', meet)
    }
  }, [me.id, isOffline])
  const now = field.value
  return (
    <div class="walk-app">
      <Head me={me} isUnproved={isOffline} />
      <main class="walk-main">
        {now.kind === 'opening' && <Loading />}
        {now.kind === 'failed' && <Notice tone="error">{tw('my.noStore')}</Notice>}
        {now.kind === 'ready' && household === null && <ListScreen doors={now.doors} outbox={now.outbox} />}
        {now.kind === 'ready' && household !== null && (
          <DoorScreen key={household} door={now.doors.find(({ sheet }) => sheet.id === household) ?? null} outbox={now.outbox} />
        )}
      </main>
    </div>
  )
}

/** `isUnproved`: nobody could be asked yet whether the session still stands. */
function Head({ me, isUnproved }: { me: Me; isUnproved: boolean }) {
  const [kept, setKept] = useState(0)
  const now = field.value
  const unsent = now.kind === 'ready' ? now.outbox.length : 0
  const meta = now.kind === 'ready' ? now.meta : null
  const failure = syncFailure.value
  const isOffline = isUnproved || failure?.code === 'network'
  return (
    <header class="walk-head">
      <div class="walk-row">
        <h1>{tw('my.title')}</h1>
        <LanguageSwitch />
        <Button
          look="quiet"
          onClick={async () => {
            setKept(0)
            if (!(await signOutOfField(me))) setKept(Math.max(1, unsent))
          }}
        >
          {tw('my.signOut')}
        </Button>
      </div>
      <div class="walk-row">
        <p class="small" role="status" data-unsent={unsent}>
          {me.displayName} · {tw(isOffline ? 'my.offline' : 'my.online')} ·{' '}
          <strong>{unsent > 0 ? tw('my.unsent', { count: unsent }) : tw('my.allSent')}</strong>
          <br />
          {meta === null ? tw('my.never') : tw('my.asOf', { time: formatTime(meta.fetchedAt, 'shortDateTime') })}
        </p>
        <Button busy={syncing.value} onClick={() => void sync()} data-sync>
          {tw('my.sync')}
        </Button>
      </div>
      {kept > 0 && unsent > 0 && <Notice tone="warn">{tw('my.stay', { count: unsent })}</Notice>}
      {failure !== null && failure.code !== 'network' && <FailureNotice failure={failure} onRetry={() => void sync()} />}
    </header>
  )
}
