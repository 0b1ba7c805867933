import { ARRIVALS, NEEDS, RELATIONS } from '../../../shared/register/words.ts'
import type { HomePage } from '../../../shared/schema/survey-report.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Choice } from '../../../ui/components/choice.tsx'
import { Field } from '../../../ui/components/field.tsx'
import { Select } from '../../../ui/components/select.tsx'
import { type HomeWord, sayHome } from '../../../ui/i18n/home-page.ts'
import type { DraftMember } from '../../state/home-draft.ts'
import { shownLanguage } from '../../state/shown-language.ts'

const DOCUMENTS = [
  'citizen-id',
  'passport',
  'permanent-residence',
  'residence-permit',
  'hk-macao-permit',
  'taiwan-permit'
] as const
const WHATS = ['stays', 'changes', 'gone'] as const

type Props = {
  number: number
  member: DraftMember
  known: NonNullable<HomePage['home']>['members'][number] | null
  errorAt: (field: string) => string | undefined
  onChange: (change: Partial<DraftMember>) => void
  onRemove: () => void
}
const say = (key: HomeWord, params?: Record<string, string | number>): string => sayHome(key, shownLanguage.value, params)

/** Somebody who is registered, masked, with what became of them; or somebody new. */
export const HomeMember = ({ number, member, known, errorAt, onChange, onRemove }: Props) => (
  <fieldset class="card home-member" data-member={known === null ? 'new' : 'known'}>
    <legend>{known === null ? say('person', { number }) : known.name}</legend>
    {known !== null && (
      <>
        <p class="soft small numbers">{[known.document, known.phone].filter(text => text !== null).join(' · ')}</p>
        <Choice
          label=""
          value={member.what}
          options={WHATS.map(what => ({ value: what, label: say(what) }))}
          onValue={what => onChange({ what: what as DraftMember['what'] })}
        />
      </>
    )}
    {member.what === 'changes' && (
      <>
        {known !== null && <p class="soft small">{say('changeHelp')}</p>}
        <Details member={member} errorAt={errorAt} onChange={onChange} />
      </>
    )}
    {known === null && (
      <Button look="quiet" onClick={onRemove}>
        {say('remove')}
      </Button>
    )}
  </fieldset>
)

type Part = Pick<Props, 'member' | 'errorAt' | 'onChange'>
const none = () => ({ value: '', label: say('asBefore') })

const Details = ({ member, errorAt, onChange }: Part) => (
  <>
    <Field
      label={say('name')}
      name="name"
      maxLength={60}
      value={member.name}
      error={errorAt('name')}
      onValue={name => onChange({ name })}
    />
    <Select
      label={say('relation')}
      value={member.relation}
      options={[none(), ...RELATIONS.map(value => ({ value, label: say(`relation.${value}`) }))]}
      onValue={relation => onChange({ relation })}
    />
    <Field
      label={say('phone')}
      name="phone"
      exact
      maxLength={30}
      value={member.phone}
      error={errorAt('phone')}
      onValue={phone => onChange({ phone })}
    />
    <Select
      label={say('documentType')}
      value={member.documentType}
      options={[none(), ...DOCUMENTS.map(value => ({ value, label: say(`document.${value}`) }))]}
      onValue={documentType => onChange({ documentType })}
    />
    {member.documentType !== '' && (
      <Field
        label={say('documentNumber')}
        name="document"
        exact
        maxLength={40}
        value={member.documentNumber}
        error={errorAt('document')}
        onValue={documentNumber => onChange({ documentNumber })}
      />
    )}
    {member.documentType === 'passport' && (
      <Field
        label={say('country')}
        name="country"
        exact
        maxLength={3}
        value={member.country}
        onValue={country => onChange({ country })}
      />
    )}
    <Select
      label={say('sex')}
      value={member.sex}
      options={[none(), ...(['male', 'female'] as const).map(value => ({ value, label: say(`sex.${value}`) }))]}
      onValue={sex => onChange({ sex })}
    />
    <Arrival member={member} errorAt={errorAt} onChange={onChange} />
    <fieldset class="home-needs">
      <legend>{say('needs')}</legend>
      {NEEDS.map(need => (
        <label key={need}>
          <input
            type="checkbox"
            checked={member.needs.includes(need)}
            onChange={({ currentTarget }) =>
              onChange({ needs: currentTarget.checked ? [...member.needs, need] : member.needs.filter(one => one !== need) })
            }
          />
          {say(`need.${need}`)}
        </label>
      ))}
    </fieldset>
  </>
)

const Arrival = ({ member, errorAt, onChange }: Part) => (
  <>
    <Select
      label={say('arrival')}
      value={member.arrivalFrom}
      options={[none(), ...ARRIVALS.map(value => ({ value, label: say(`arrival.${value}`) }))]}
      onValue={arrivalFrom => onChange({ arrivalFrom })}
    />
    {member.arrivalFrom !== '' && (
      <Field
        label={say('arrivalOn')}
        exact
        maxLength={10}
        placeholder="2020-02-12"
        value={member.arrivalOn}
        error={errorAt('arrival')}
        onValue={arrivalOn => onChange({ arrivalOn })}
      />
    )}
  </>
)
