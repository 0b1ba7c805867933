import type { Coverage, DoorCell } from '../../shared/schema/survey.ts'
import { NO_TALLY } from '../../shared/survey/coverage.ts'
import { addressText } from '../../shared/register/address.ts'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tv } from '../../ui/i18n/survey.ts'
import { siteName } from '../state/directory.ts'
import { useAnswer } from '../state/use-answer.ts'
import { readCoverage } from './endpoints.ts'
import { Progress, StandingMark } from './standing-mark.tsx'

/** Every door of the round as a cell of its building, by site; each cell leads to its door. */
export function CoverageMap({ round }: { round: string }) {
  const { state, reload } = useAnswer(`coverage ${round}`, () => readCoverage(round))
  if (state.kind === 'loading') return <Loading />
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} onRetry={() => void reload()} />
  const bySite = Map.groupBy(state.value.doors, ({ site }) => site)
  return (
    <div class="stack" data-coverage>
      {[...bySite].map(([site, doors]) => (
        <SiteMap key={site} round={round} site={site} doors={doors} sites={state.value.sites} />
      ))}
    </div>
  )
}

type SiteProps = { round: string; site: number; doors: readonly DoorCell[]; sites: Coverage['sites'] }

const SiteMap = ({ round, site, doors, sites }: SiteProps) => (
  <section class="panel stack">
    <div class="map-head">
      <h3>{siteName(site)}</h3>
      <Progress tally={sites.find(one => one.site === site)?.tally ?? NO_TALLY} />
    </div>
    <div class="buildings">
      {[...Map.groupBy(doors, ({ building }) => building)].map(([building, own]) => (
        <Building key={building} round={round} building={building} doors={own} />
      ))}
    </div>
  </section>
)

const Building = ({ round, building, doors }: { round: string; building: string; doors: readonly DoorCell[] }) => (
  <section class="building" aria-label={tv('survey.buildingName', { building })}>
    <h4>{tv('survey.buildingName', { building })}</h4>
    {[...Map.groupBy(doors, ({ unit }) => unit)].map(([unit, own]) => (
      <div key={unit} class="building-unit">
        {unit !== '' && <span class="small soft">{tv('survey.unitName', { unit })}</span>}
        <div class="cells">
          {own.map(door => (
            <Cell key={door.household} round={round} door={door} />
          ))}
        </div>
      </div>
    ))}
  </section>
)

function Cell({ round, door }: { round: string; door: DoorCell }) {
  const words = [addressText(door), tv(`standing.${door.standing}`), ...(door.todo ? [tv('survey.reported')] : [])].join(' · ')
  return (
    <a
      class={`cell cell-${door.standing} ${door.todo ? 'cell-todo' : ''}`}
      href={`#/surveys/${round}/${door.household}`}
      title={words}
      aria-label={words}
    >
      <span class="cell-room">{door.room}</span>
      <StandingMark standing={door.standing} />
    </a>
  )
}
