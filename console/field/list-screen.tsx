import { signal } from '@preact/signals'
import { useState } from 'preact/hooks'
import { addressText } from '../../shared/register/address.ts'
import type { FieldDoor } from '../../shared/schema/survey-field.ts'
import { Choice } from '../../ui/components/choice.tsx'
import { Field } from '../../ui/components/field.tsx'
import { Empty } from '../../ui/components/notice.tsx'
import { formatTime } from '../../ui/i18n/format.ts'
import { tw } from '../../ui/i18n/field.ts'
import { tv } from '../../ui/i18n/survey.ts'
import { wordOf } from '../register/options.ts'
import { StandingMark } from '../survey/standing-mark.tsx'
import type { Outgoing } from './outgoing.ts'
import { placeName } from './state.ts'

const FILTERS = ['todo', 'due', 'look', 'done', 'all'] as const
type Filter = (typeof FILTERS)[number]
/** Kept while a door is open. */
const filter = signal<Filter>('todo')
/** Shown at once on a phone; the search finds the rest. */
const SHOWN = 300

type Props = { doors: readonly FieldDoor[]; outbox: readonly Outgoing[] }

export function ListScreen({ doors, outbox }: Props) {
  const [text, setText] = useState('')
  const pending = Map.groupBy(outbox, ({ household }) => household)
  const fits = doors
    .filter(door => isWanted(door, pending.get(door.sheet.id) ?? [], filter.value) && isFound(door, text.trim()))
    .sort(byAddress)
  if (doors.length === 0) return <Empty title={tw('my.empty')} />
  return (
    <>
      <Field label={tw('my.search')} type="search" maxLength={30} value={text} onValue={setText} />
      <Choice
        label={tw('my.filter')}
        value={filter.value}
        options={FILTERS.map(value => ({ value, label: tw(`my.${value}`) }))}
        onValue={value => {
          filter.value = value as Filter
        }}
      />
      <p class="soft small" role="status">
        {tw('my.count', { count: fits.length })}
      </p>
      {fits.length === 0 && <p class="soft">{tw('my.nothing')}</p>}
      <ul class="walk-list">
        {fits.slice(0, SHOWN).map(door => (
          <Row key={door.sheet.id} door={door} pending={pending.get(door.sheet.id) ?? []} />
        ))}
      </ul>
    </>
  )
}

/** What is noted here already counts, though the office does not know it yet. */
const isDone = ({ standing }: FieldDoor, pending: readonly Outgoing[]): boolean =>
  standing !== 'open' || pending.some(item => item.kind === 'attempt' && ['reached', 'refused'].includes(item.body.outcome))

function isWanted(door: FieldDoor, pending: readonly Outgoing[], wanted: Filter): boolean {
  if (wanted === 'all') return true
  if (wanted === 'look') return door.reported || pending.some(({ state }) => state !== 'waiting')
  if (wanted === 'done') return isDone(door, pending)
  if (isDone(door, pending)) return false
  return wanted === 'todo' || (door.nextAt !== null && door.nextAt <= Date.now())
}

const isFound = ({ sheet }: FieldDoor, text: string): boolean =>
  text === '' || addressText(sheet).includes(text) || sheet.members.some(({ name }) => name.includes(text))

const padded = ({ sheet }: FieldDoor): string =>
  [String(sheet.site), sheet.building, sheet.unit, sheet.room].map(part => part.padStart(8, '0')).join('-')
const byAddress = (a: FieldDoor, b: FieldDoor): number => (padded(a) < padded(b) ? -1 : 1)

const Row = ({ door, pending }: { door: FieldDoor; pending: readonly Outgoing[] }) => (
  <li>
    <a class="walk-door" href={`#/field/${door.sheet.id}`} data-door={door.sheet.id}>
      <StandingMark standing={door.standing} />
      <span>
        <strong class="numbers">{addressText(door.sheet)}</strong> <span class="soft small">{placeName(door.sheet.site)}</span>
        <br />
        {door.sheet.members.map(({ name }) => name).join('、') || '—'}
        {door.last !== null && (
          <span class="soft small late">
            {wordOf('way', door.last.way)} · {wordOf('outcome', door.last.outcome)}
            {door.nextAt !== null && ` · ${tv('survey.nextAt', { time: formatTime(door.nextAt, 'shortDateTime') })}`}
          </span>
        )}
      </span>
      <Badges door={door} pending={pending} />
    </a>
  </li>
)

export const Badges = ({ door, pending }: { door: FieldDoor; pending: readonly Outgoing[] }) => (
  <span class="walk-badges">
    {pending.some(({ state }) => state === 'conflict') && <span class="chip chip-held">{tw('my.conflict')}</span>}
    {pending.some(({ state }) => state === 'refused' || state === 'not-yours') && (
      <span class="chip chip-revoked">{tw('my.refused')}</span>
    )}
    {pending.some(({ state }) => state === 'waiting') && <span class="chip">{tw('my.waiting')}</span>}
    {door.reported && <span class="chip">{tw('my.reported')}</span>}
  </span>
)
