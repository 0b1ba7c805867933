import type { ApplicationDetail } from '../../shared/schema/work-review.ts'
import type { Answer } from '../../ui/api/client.ts'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tw } from '../../ui/i18n/work-console.ts'
import { readApplication } from '../api/work.ts'
import { go } from '../state/location.ts'
import { useAnswer } from '../state/use-answer.ts'
import { Application, ApplicationFacts, ApplicationHead } from '../work/application.tsx'
import { SampleBar } from '../work/sample-bar.tsx'
import { boundServiceClock } from '../work/service-clock.ts'
import { ShortcutLegend } from '../work/shortcut-legend.tsx'
import { useShortcuts } from '../work/use-shortcuts.ts'
import '../work/work.css'

/** `bulk`: it is looked at as one of that bulk's sample, and decided there. */
type Props = { number: string; bulk: string | null }

/** Reads it, and learns from a claim of somebody's what time it is. */
async function openApplication(number: string): Promise<Answer<ApplicationDetail>> {
  const answer = await readApplication(number)
  if (answer.ok && answer.value.claim !== null) boundServiceClock(answer.value.claim.until, Date.now())
  return answer
}

/** One application. It is read once: each reading is a look in the audit. */
export function WorkApplicationScreen({ number, bulk }: Props) {
  const { state, reload, put } = useAnswer(`work ${number}`, () => openApplication(number))
  const back = bulk === null ? '/work' : `/work/bulk/${bulk}`
  useShortcuts({ escape: () => go(back) })
  return (
    <>
      <p>
        <a href={`#${back}`}>← {tw(bulk === null ? 'detail.back' : 'bulk.backToBulk')}</a>
      </p>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={() => void reload()} />}
      {state.kind === 'ready' && bulk === null && (
        <Application detail={state.value} onChange={put} onStale={() => void reload(true)} />
      )}
      {state.kind === 'ready' && bulk !== null && <Sampled detail={state.value} bulk={bulk} />}
      <ShortcutLegend keys={bulk === null ? reviewKeys() : sampleKeys()} />
    </>
  )
}

const Sampled = ({ detail, bulk }: { detail: ApplicationDetail; bulk: string }) => (
  <article class="work-application" data-application={detail.number}>
    <ApplicationHead detail={detail} />
    <ApplicationFacts detail={detail} />
    <SampleBar bulk={bulk} number={detail.number} />
  </article>
)

const reviewKeys = () =>
  [
    ['C', tw('keys.claim')],
    ['A', tw('keys.approve')],
    ['Q', tw('keys.ask')],
    ['R', tw('keys.reject')],
    ['N', tw('keys.next')],
    ['Esc', tw('keys.back')]
  ] as const

const sampleKeys = () =>
  [
    ['N', tw('bulk.nextSample')],
    ['Esc', tw('bulk.backToBulk')]
  ] as const
