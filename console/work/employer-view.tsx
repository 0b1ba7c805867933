import type { EmployerItem } from '../../shared/schema/work-employer.ts'
import { formatNumber, formatTime } from '../../ui/i18n/format.ts'
import { tw } from '../../ui/i18n/work-console.ts'
import { SUPPLIES_DAYS } from './employer-steps.ts'
import { FactList } from './fact-list.tsx'

export const EmployerFacts = ({ employer }: { employer: EmployerItem }) => (
  <section class="panel stack">
    <h2>{tw('employers.facts')}</h2>
    <FactList
      facts={[
        [tw('employers.code'), <span class="code">{employer.creditCode}</span>],
        [tw('employers.address'), employer.address],
        [tw('employers.legal'), employer.legalRepresentative],
        [tw('employers.contact'), `${employer.contact.name} · ${employer.contact.phone}`],
        [tw('employers.workers'), formatNumber(employer.workers)],
        [tw('employers.sign'), tw(employer.maySign ? 'health.yes' : 'health.no')],
        [tw('employers.since'), formatTime(employer.createdAt, 'dateTime')],
        [tw('employers.reason'), employer.reason && tw(`return.${employer.reason}`)],
        [tw('employers.note'), employer.note && <span class="work-text">{employer.note}</span>]
      ]}
    />
  </section>
)

const Short = ({ children }: { children: string }) => (
  <strong class="work-grave">
    {' '}
    <span aria-hidden="true">▲</span> {children}
  </strong>
)

/** The restart filing; what is short of the rule is marked and decides nothing. */
export function FilingFacts({ employer: { filing, filedAt } }: { employer: EmployerItem }) {
  return (
    <section class="panel stack">
      <h2>{tw('employers.filing')}</h2>
      {filing === null ? (
        <p class="soft">{tw('employers.noFiling')}</p>
      ) : (
        <FactList
          facts={[
            [tw('employers.filed'), filedAt === null ? null : formatTime(filedAt, 'dateTime')],
            [tw('employers.restart'), filing.restartOn],
            [tw('employers.staff'), formatNumber(filing.staff)],
            [
              tw('employers.supplies'),
              <>
                {filing.suppliesDays}
                {filing.suppliesDays < SUPPLIES_DAYS && <Short>{tw('employers.short')}</Short>}
              </>
            ],
            [
              tw('employers.rooms'),
              <>
                {filing.isolationRooms}
                {filing.isolationRooms === 0 && <Short>{tw('employers.noRoom')}</Short>}
              </>
            ],
            [tw('employers.committed'), tw(filing.committed ? 'employers.signed' : 'employers.notSigned')],
            [tw('employers.plan'), <span class="work-text">{filing.plan}</span>]
          ]}
        />
      )}
    </section>
  )
}
