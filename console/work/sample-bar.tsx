import { ButtonLink } from '../../ui/components/button.tsx'
import { tw } from '../../ui/i18n/work-console.ts'
import { readBulk } from '../api/work.ts'
import { go } from '../state/location.ts'
import { useAnswer } from '../state/use-answer.ts'
import { nextOfSample } from './sample.ts'
import { useShortcuts } from './use-shortcuts.ts'

/** Leads through the sample of a bulk. The application beside it has been read, so that it counts as opened already. */
export function SampleBar({ bulk, number }: { bulk: string; number: string }) {
  const { state } = useAnswer(`sample ${bulk} ${number}`, () => readBulk(bulk))
  const isReady = state.kind === 'ready'
  const sample = isReady ? state.value.sample : []
  const at = sample.findIndex(one => one.number === number) + 1
  const next = nextOfSample(sample, number)
  const onward = next === null ? `/work/bulk/${bulk}` : `/work/bulk/${bulk}/${next}`
  useShortcuts({ n: isReady ? () => go(onward) : undefined })
  return (
    <section class="work-bar" data-sample-bar={at}>
      <p class="work-bar-state">{at > 0 && tw('bulk.sampleBar', { at, count: sample.length })}</p>
      <div class="button-row">
        {next !== null && (
          <ButtonLink look="primary" href={`#${onward}`}>
            {tw('bulk.nextSample')}
          </ButtonLink>
        )}
        <ButtonLink href={`#/work/bulk/${bulk}`} look={next === null ? 'primary' : 'plain'}>
          {tw('bulk.backToBulk')}
        </ButtonLink>
      </div>
    </section>
  )
}
