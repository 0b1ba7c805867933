import type { ComponentChildren } from 'preact'
import type { ApplicationDetail } from '../../shared/schema/work-review.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { language } from '../../ui/i18n/language.ts'
import { tw } from '../../ui/i18n/work-console.ts'
import { degrees } from '../state/rule-text.ts'
import { FactList } from './fact-list.tsx'

/** A health fact that somebody should read twice stands out by a mark and its weight. */
const Told = ({ isGrave, children }: { isGrave: boolean; children: ComponentChildren }) =>
  isGrave ? (
    <strong class="work-grave">
      <span aria-hidden="true">▲</span> {children}
    </strong>
  ) : (
    <span>{children}</span>
  )

export function HealthFacts({ health, flags }: Pick<ApplicationDetail, 'health' | 'flags'>) {
  if (health === null) return null
  const yesNo = (answer: boolean, isGrave: boolean) => <Told isGrave={isGrave}>{tw(answer ? 'health.yes' : 'health.no')}</Told>
  const symptoms = health.symptoms.map(symptom => tw(`symptom.${symptom}`)).join(language.value === 'zh' ? '、' : ', ')
  const returned = health.leftProvince && health.returnedOn !== null ? tw('health.returned', { day: health.returnedOn }) : null
  return (
    <section class="panel stack">
      <h2>{tw('health.title')}</h2>
      <FactList
        facts={[
          [tw('health.temperature'), <Told isGrave={flags.includes('temperature')}>{degrees(health.temperature)} ℃</Told>],
          [
            tw('health.symptoms'),
            <Told isGrave={health.symptoms.length > 0}>{symptoms === '' ? tw('health.none') : symptoms}</Told>
          ],
          [tw('health.resident'), yesNo(health.residentSince14Days, !health.residentSince14Days)],
          [
            tw('health.leftProvince'),
            returned === null ? (
              yesNo(health.leftProvince, health.leftProvince)
            ) : (
              <Told isGrave={flags.includes('outside')}>{returned}</Told>
            )
          ],
          [tw('health.closeContact'), yesNo(health.closeContact, health.closeContact)],
          [tw('health.hubeiContact'), yesNo(health.hubeiContact, health.hubeiContact)],
          [tw('health.diagnosed'), yesNo(health.diagnosed, health.diagnosed)]
        ]}
      />
    </section>
  )
}

const together = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ')

export function WorkplaceFacts({ detail: { workplace, employer, proxy, committedAt } }: { detail: ApplicationDetail }) {
  return (
    <section class="panel stack">
      <h2>{tw('workplace.title')}</h2>
      <FactList
        facts={[
          [tw('workplace.employer'), employer === null ? null : <a href={`#/work/employers/${employer.id}`}>{employer.name}</a>],
          [tw('workplace.name'), workplace?.name],
          [tw('workplace.code'), workplace?.creditCode && <span class="code">{workplace.creditCode}</span>],
          [tw('workplace.contact'), together(workplace?.contact, workplace?.phone)],
          [tw('workplace.destination'), workplace?.destination],
          [tw('workplace.transport'), workplace && tw(`transport.${workplace.transport}`)],
          [tw('proxy.title'), proxy && together(proxy.name, tw(`relation.${proxy.relation}`), proxy.phone)]
        ]}
      />
      {committedAt !== null && <p class="soft small">{tw('committed.at', { time: formatTime(committedAt, 'dateTime') })}</p>}
    </section>
  )
}
