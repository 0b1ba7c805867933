import { useState } from 'preact/hooks'
import { TENURES } from '../../../shared/register/words.ts'
import type { HomePage } from '../../../shared/schema/survey-report.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Field } from '../../../ui/components/field.tsx'
import { Select } from '../../../ui/components/select.tsx'
import { type HomeWord, sayHome } from '../../../ui/i18n/home-page.ts'
import { type DraftMember, draftMember, EMPTY_DRAFT, type HomeDraft } from '../../state/home-draft.ts'
import { shownLanguage } from '../../state/shown-language.ts'
import { HomeMember } from './home-member.tsx'

type Props = {
  home: HomePage['home']
  draft: HomeDraft
  /** JSON Pointer of what the service refused. */
  wrongPath: string | null
  busy: boolean
  onDraft: (draft: HomeDraft) => void
  onSend: () => void
}

export function HomeForm({ home, draft, wrongPath, busy, onDraft, onSend }: Props) {
  const [tried, setTried] = useState(false)
  const say = (key: HomeWord, params?: Record<string, string | number>): string => sayHome(key, shownLanguage.value, params)
  const shown = draft.members.filter(({ person }) => person === null || home !== null)
  const nameless = shown.some(member => member.person === null && member.name.trim() === '')
  const isSame = home !== null && shown.every(({ what }) => what === 'stays') && draft.plates.length === 0
  const submit = (event: Event): void => {
    event.preventDefault()
    setTried(true)
    if (!nameless && !busy) onSend()
  }
  const change = (key: string, part: Partial<DraftMember>): void =>
    onDraft({ ...draft, members: draft.members.map(member => (member.key === key ? { ...member, ...part } : member)) })
  const add = (): void => onDraft({ ...draft, members: [...draft.members, draftMember(`n${Date.now()}`, null)] })
  return (
    <form class="stack-gap" noValidate onSubmit={submit} data-home-form>
      <h2>{say('people')}</h2>
      {shown.map((member, index) => (
        <HomeMember
          key={member.key}
          number={index + 1}
          member={member}
          known={home?.members.find(({ person }) => person === member.person) ?? null}
          errorAt={field => {
            if (field === 'name' && tried && member.person === null && member.name.trim() === '') return say('needed')
            const place = `/report/members/${index}/${field}`
            return wrongPath === place || wrongPath?.startsWith(`${place}/`) ? say('wrong.here') : undefined
          }}
          onChange={part => change(member.key, part)}
          onRemove={() => onDraft({ ...draft, members: draft.members.filter(({ key }) => key !== member.key) })}
        />
      ))}
      <Button onClick={add} data-add-person>
        {say('addPerson')}
      </Button>
      <Cars home={home} draft={draft} wrongPath={wrongPath} onDraft={onDraft} />
      <h2>{say('home')}</h2>
      <Select
        label={say('tenure')}
        value={draft.tenure}
        options={[{ value: '', label: say('asBefore') }, ...TENURES.map(value => ({ value, label: say(`tenure.${value}`) }))]}
        onValue={tenure => onDraft({ ...draft, tenure })}
      />
      <Field
        label={say('callback')}
        name="callback"
        exact
        maxLength={30}
        value={draft.callback}
        error={wrongPath === '/report/callback' ? say('wrong.here') : undefined}
        onValue={callback => onDraft({ ...draft, callback })}
      />
      <Field label={say('note')} name="note" maxLength={200} value={draft.note} onValue={note => onDraft({ ...draft, note })} />
      <Button
        look="primary"
        type="submit"
        class="home-send"
        busy={busy}
        disabled={shown.length === 0 && draft.tenure !== 'vacant'}
      >
        {say(isSame ? 'sendSame' : 'send')}
      </Button>
      <p class="soft small">{say('draft')}</p>
      <Button look="quiet" onClick={() => onDraft(EMPTY_DRAFT)}>
        {say('forget')}
      </Button>
    </form>
  )
}

type CarProps = Pick<Props, 'home' | 'draft' | 'wrongPath' | 'onDraft'>

function Cars({ home, draft, wrongPath, onDraft }: CarProps) {
  const say = (key: HomeWord, params?: Record<string, string>): string => sayHome(key, shownLanguage.value, params)
  return (
    <>
      <h2>{say('cars')}</h2>
      {home !== null && home.plates.length > 0 && <p class="soft">{say('knownCars', { plates: home.plates.join(' ') })}</p>}
      {draft.plates.map((plate, index) => (
        <Field
          key={index}
          label={say('plate')}
          exact
          maxLength={20}
          value={plate}
          error={wrongPath === `/report/plates/${index}` ? say('wrong.here') : undefined}
          onValue={next => onDraft({ ...draft, plates: draft.plates.map((one, at) => (at === index ? next : one)) })}
        />
      ))}
      <Button onClick={() => onDraft({ ...draft, plates: [...draft.plates, ''] })}>{say('addCar')}</Button>
    </>
  )
}
