import { Button } from '../../../ui/components/button.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { askEmployer, type MyEmployer } from '../../employer/api.ts'
import { type KeptEmployer, keepEmployer } from '../../employer/kept.ts'
import { es } from '../../employer/say.ts'
import { onPage, sayProblem } from '../../work/say.ts'
import { useWatched } from '../../work/watch.ts'
import { Waiting, WorkFrame } from '../work/frame.tsx'
import { FilingTab } from './filing-tab.tsx'
import { EmployerLinkTab } from './link-tab.tsx'
import { PrintedLinks } from './printed-links.tsx'
import { ReportsTab } from './reports-tab.tsx'
import { RosterTab } from './roster-tab.tsx'
import { WorkersTab } from './workers-tab.tsx'

const TABS = ['', 'roster', 'filing', 'link'] as const
const TAB_WORDS = { '': 'tab.workers', roster: 'tab.roster', filing: 'tab.filing', link: 'tab.link' } as const

/** An employer: its state, then one of its tabs. */
export function EmployerPage({ kept, tab }: { kept: KeptEmployer; tab: string }) {
  const { value, failure, load, take } = useWatched(
    () => askEmployer(kept),
    ({ id, name }: MyEmployer) => {
      if (name !== kept.name) keepEmployer({ id, secret: kept.secret, name })
    }
  )
  const home = `#/employer/${kept.id}`
  return (
    <WorkFrame title={kept.name === '' ? es('title') : kept.name} back={{ href: '#/employer', label: es('title') }} wide>
      {failure !== null && (
        <Notice tone={failure.code === 'link-invalid' ? 'error' : 'warn'}>
          <p>{sayProblem(failure.code)}</p>
          <Button onClick={load}>{onPage('refresh')}</Button>
        </Notice>
      )}
      {value === null && failure === null && <Waiting />}
      {value !== null && (
        <>
          <EmployerState employer={value} />
          <nav class="employer-tabs">
            {TABS.map(one => (
              <a key={one} href={one === '' ? home : `${home}/${one}`} aria-current={tab === one ? 'page' : undefined}>
                {es(TAB_WORDS[one])}
              </a>
            ))}
          </nav>
          <Tab tab={tab} kept={kept} employer={value} take={take} load={load} />
        </>
      )}
    </WorkFrame>
  )
}

type TabProps = {
  tab: string
  kept: KeptEmployer
  employer: MyEmployer
  take: (next: MyEmployer) => void
  load: () => Promise<void>
}

function Tab({ tab, kept, employer, take, load }: TabProps) {
  switch (tab) {
    case 'roster':
      return <RosterTab kept={kept} employer={employer} onKept={load} />
    case 'filing':
      return <FilingTab kept={kept} employer={employer} take={take} />
    case 'link':
      return <EmployerLinkTab kept={kept} />
    case 'links':
      return <PrintedLinks kept={kept} employer={employer} />
    case 'reports':
      return <ReportsTab kept={kept} onDone={load} />
    default:
      return <WorkersTab kept={kept} employer={employer} onChange={load} />
  }
}

const EmployerState = ({ employer }: { employer: MyEmployer }) => (
  <section class={`card employer-state employer-state-${employer.state}`} data-employer-state={employer.state}>
    <strong>{es(`state.${employer.state}`)}</strong>
    <p>{es(`say.${employer.state}`)}</p>
    {employer.reason !== null && (employer.state === 'returned' || employer.state === 'suspended') && (
      <p>
        <strong>{onPage('reason')}</strong> {es(`return.${employer.reason}`)}
      </p>
    )}
    {employer.note !== null && <p class="words">{employer.note}</p>}
    {employer.canSignNow && <p>{es('maySign')}</p>}
  </section>
)
