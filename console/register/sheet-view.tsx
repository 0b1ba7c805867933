import { addressText } from '../../shared/register/address.ts'
import type { HouseholdSheet, MemberView } from '../../shared/schema/register.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { tg } from '../../ui/i18n/register.ts'
import { Cell, Table } from '../parts/table.tsx'
import { siteName } from '../state/directory.ts'
import { wordOf } from './options.ts'

/** A household's sheet to read. */
export function SheetView({ sheet, gridName }: { sheet: HouseholdSheet; gridName: string | null }) {
  const { verified, landlord } = sheet
  return (
    <div class="stack">
      <dl class="facts">
        <Fact label={tg('register.site')} text={siteName(sheet.site)} />
        <Fact label={tg('register.address')} text={addressText(sheet)} />
        <Fact label={tg('register.tenure')} text={wordOf('tenure', sheet.tenure)} />
        <Fact label={tg('register.grid')} text={gridName ?? tg('register.noGrid')} />
        {landlord !== null && <Fact label={tg('register.landlord')} text={[landlord.name, landlord.phone ?? ''].join(' ')} />}
        {sheet.note !== null && <Fact label={tg('register.note')} text={sheet.note} />}
        <Fact
          label={tg('register.verified')}
          text={
            verified === null
              ? tg('register.never')
              : [
                  formatTime(verified.at, 'dateTime'),
                  verified.by,
                  wordOf('way', verified.how),
                  verified.outcome === null ? '' : wordOf('outcome', verified.outcome)
                ].join(' · ')
          }
        />
      </dl>
      <h2>{tg('register.members')}</h2>
      {sheet.members.length === 0 ? <p class="soft">{tg('register.nobody')}</p> : <MemberTable members={sheet.members} />}
      {sheet.vehicles.length > 0 && (
        <>
          <h2>{tg('register.vehicles')}</h2>
          <ul class="plain-list">
            {sheet.vehicles.map(({ plate, note }) => (
              <li key={plate}>
                <strong class="numbers">{plate}</strong> {note}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

const Fact = ({ label, text }: { label: string; text: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{text}</dd>
  </div>
)

const MemberTable = ({ members }: { members: readonly MemberView[] }) => {
  const heads = [
    tg('register.name'),
    tg('register.relation'),
    tg('register.documentNumber'),
    tg('register.phone'),
    tg('register.needs')
  ]
  const [name, relation, document, phone, needs] = heads as [string, string, string, string, string]
  return (
    <Table caption={tg('register.members')} heads={heads}>
      {members.map(member => (
        <tr key={member.person}>
          <Cell label={name} main>
            {member.name}
            <span class="soft small late">{aboutOf(member)}</span>
          </Cell>
          <Cell label={relation}>{wordOf('relation', member.relation)}</Cell>
          <Cell label={document}>
            {member.document !== null && (
              <>
                <span class="numbers">{member.document.number}</span>
                <span class="soft small late">{wordOf('documentType', member.document.type)}</span>
              </>
            )}
          </Cell>
          <Cell label={phone}>
            <span class="numbers">{member.phone}</span>
          </Cell>
          <Cell label={needs}>{tagsOf(member)}</Cell>
        </tr>
      ))}
    </Table>
  )
}

const aboutOf = ({ sex, birthYear, elsewhere }: MemberView): string =>
  [
    sex === 'unknown' ? '' : wordOf('sex', sex),
    birthYear === null ? '' : tg('register.born', { year: birthYear }),
    elsewhere === 0 ? '' : tg('register.elsewhere', { count: elsewhere })
  ]
    .filter(text => text !== '')
    .join(' · ')

const tagsOf = ({ needs, arrival, note }: MemberView): string =>
  [
    ...needs.map(need => wordOf('need', need)),
    ...(arrival === null ? [] : [`${wordOf('arrival', arrival.from)} ${arrival.on}`]),
    ...(note === null ? [] : [note])
  ].join(' · ')
