import { useState } from 'preact/hooks'
import { addressText } from '../../shared/register/address.ts'
import type { FieldDoor } from '../../shared/schema/survey-field.ts'
import { type Fields, groupsOf } from '../../shared/survey/sheet-fields.ts'
import { Button } from '../../ui/components/button.tsx'
import { Empty, Notice } from '../../ui/components/notice.tsx'
import { PROBLEM_SENTENCES } from '../../ui/i18n/problems.ts'
import { say } from '../../ui/i18n/language.ts'
import { tw } from '../../ui/i18n/field.ts'
import { valueText } from '../survey/field-text.ts'
import { StandingWord } from '../survey/standing-mark.tsx'
import { AttemptForm } from './attempt-form.tsx'
import { ConflictPanel } from './conflict-panel.tsx'
import { EditForm } from './edit-form.tsx'
import { Badges } from './list-screen.tsx'
import { type Outgoing, type OutgoingChange, shownFields } from './outgoing.ts'
import { changeFor, discard, placeName } from './state.ts'

/** One household: who lives there, what was tried, and what to do next. */
export function DoorScreen({ door, outbox }: { door: FieldDoor | null; outbox: readonly Outgoing[] }) {
  const [mode, setMode] = useState<'view' | 'attempt' | 'edit'>('view')
  if (door === null) return <Empty title={tw('my.gone')} />
  const pending = outbox.filter(({ household }) => household === door.sheet.id)
  const change = changeFor(door.sheet.id)
  const fields = shownFields(door, change)
  const isLocked = change !== null && change.state === 'waiting' && change.sent
  return (
    <>
      <a href="#/field">← {tw('my.back')}</a>
      <h2 class="walk-address">
        {placeName(door.sheet.site)} <span class="numbers">{addressText(door.sheet)}</span>
      </h2>
      <p>
        <StandingWord standing={door.standing} /> <Badges door={door} pending={pending} />
      </p>
      {change?.state === 'conflict' && mode === 'view' && <ConflictPanel change={change} />}
      {change !== null && mode === 'view' && <NotTaken change={change} />}
      {mode === 'view' && (
        <>
          <div class="walk-actions">
            <Button look="primary" onClick={() => setMode('attempt')} data-attempt>
              {tw('my.attempt')}
            </Button>
            {change?.state !== 'conflict' && change?.state !== 'not-yours' && (
              <Button disabled={isLocked} onClick={() => setMode('edit')} data-edit>
                {tw('my.edit')}
              </Button>
            )}
          </div>
          {isLocked && <Notice>{tw('my.locked')}</Notice>}
          <People fields={fields} />
        </>
      )}
      {mode === 'attempt' && <AttemptForm door={door} onDone={() => setMode('view')} />}
      {mode === 'edit' && (
        <EditForm door={door} first={fields} wrongPath={change?.answer?.path ?? null} onDone={() => setMode('view')} />
      )}
    </>
  )
}

function NotTaken({ change }: { change: OutgoingChange }) {
  const [sure, setSure] = useState(false)
  if (change.state !== 'refused' && change.state !== 'not-yours') return null
  const code = change.answer?.code
  const sentence = Object.entries(PROBLEM_SENTENCES).find(([key]) => key === code)?.[1]
  return (
    <Notice tone="error">
      <p>{tw(change.state === 'refused' ? 'my.refusedHelp' : 'my.notYours')}</p>
      {sentence !== undefined && <p>{say(sentence)}</p>}
      <Button onClick={() => (sure ? void discard(change.id) : setSure(true))}>
        {tw(sure ? 'my.discardAsk' : 'my.discard')}
      </Button>
    </Notice>
  )
}

const People = ({ fields }: { fields: Fields }) => {
  const groups = groupsOf(fields)
  const members = groups.filter(group => group.startsWith('/members/'))
  const cars = groups.filter(group => group.startsWith('/vehicles/'))
  const text = (path: string): string => valueText(path, fields.get(path) ?? null)
  return (
    <>
      <h3>{tw('my.people')}</h3>
      {members.length === 0 && <p class="soft">{tw('my.nobody')}</p>}
      <ul class="walk-list">
        {members.map(group => (
          <li key={group} class="walk-person">
            <strong>{fields.get(`${group}/name`)}</strong> <span class="soft">{text(`${group}/relation`)}</span>
            <br />
            {fields.has(`${group}/document`) && <span class="small numbers">{text(`${group}/document`)}</span>}
            {fields.has(`${group}/needs`) && <span class="chip">{text(`${group}/needs`)}</span>}
            {fields.has(`${group}/phone`) && (
              <a class="button button-plain walk-call" href={`tel:${fields.get(`${group}/phone`)}`}>
                {tw('my.call')} <span class="numbers">{fields.get(`${group}/phone`)}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      <p>
        {text('/tenure')}
        {fields.has('/landlord/name') && ` · ${text('/landlord/name')} ${fields.get('/landlord/phone') ?? ''}`}
        {fields.has('/note') && ` · ${text('/note')}`}
      </p>
      {cars.length > 0 && (
        <p>
          {tw('my.cars')}: {cars.map(group => fields.get(`${group}/plate`)).join('、')}
        </p>
      )}
    </>
  )
}
