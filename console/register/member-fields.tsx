import { ARRIVALS, NEEDS, REGISTER_SEXES, RELATIONS } from '../../shared/register/words.ts'
import { DOCUMENT_TYPE_WORDS } from './document-types.ts'
import { Button } from '../../ui/components/button.tsx'
import { Field } from '../../ui/components/field.tsx'
import { Select } from '../../ui/components/select.tsx'
import { tg } from '../../ui/i18n/register.ts'
import { optionsOf, wordOf } from './options.ts'
import type { MemberDraft } from './sheet-draft.ts'

type Props = {
  number: number
  member: MemberDraft
  errorAt: (field: string) => string | undefined
  onChange: (change: Partial<MemberDraft>) => void
  onRemove: () => void
}

export const MemberFields = ({ number, member, errorAt, onChange, onRemove }: Props) => (
  <fieldset class="sheet-part">
    <legend>{tg('register.member', { number })}</legend>
    <div class="sheet-fields">
      <Field
        label={tg('register.name')}
        maxLength={60}
        value={member.name}
        error={errorAt('name')}
        onValue={name => onChange({ name })}
      />
      <Select
        label={tg('register.relation')}
        value={member.relation}
        options={optionsOf('relation', RELATIONS)}
        onValue={relation => onChange({ relation: relation as MemberDraft['relation'] })}
      />
      <Select
        label={tg('register.sex')}
        value={member.sex}
        options={optionsOf('sex', REGISTER_SEXES)}
        onValue={sex => onChange({ sex: sex as MemberDraft['sex'] })}
      />
      <Field
        label={tg('register.phone')}
        optional
        exact
        maxLength={30}
        value={member.phone}
        error={errorAt('phone')}
        onValue={phone => onChange({ phone })}
      />
      <DocumentFields member={member} errorAt={errorAt} onChange={onChange} />
      <ArrivalFields member={member} errorAt={errorAt} onChange={onChange} />
      <Field label={tg('register.note')} optional maxLength={200} value={member.note} onValue={note => onChange({ note })} />
    </div>
    <NeedBoxes member={member} onChange={onChange} />
    <Button look="quiet" onClick={onRemove}>
      {tg('register.removeMember')}
    </Button>
  </fieldset>
)

type Part = Pick<Props, 'member' | 'errorAt' | 'onChange'>

const DocumentFields = ({ member, errorAt, onChange }: Part) => (
  <>
    <Select
      label={tg('register.documentType')}
      value={member.documentType}
      options={[{ value: '', label: tg('register.documentAuto') }, ...optionsOf('documentType', DOCUMENT_TYPE_WORDS)]}
      onValue={documentType => onChange({ documentType })}
    />
    <Field
      label={tg('register.documentNumber')}
      optional
      exact
      maxLength={40}
      value={member.documentNumber}
      error={errorAt('document')}
      onValue={documentNumber => onChange({ documentNumber })}
    />
    {member.documentType === 'passport' && (
      <Field
        label={tg('register.country')}
        exact
        maxLength={3}
        value={member.country}
        error={errorAt('document/country')}
        onValue={country => onChange({ country })}
      />
    )}
  </>
)

const ArrivalFields = ({ member, errorAt, onChange }: Part) => (
  <>
    <Select
      label={tg('register.arrival')}
      value={member.arrivalFrom}
      options={[{ value: '', label: tg('register.noArrival') }, ...optionsOf('arrival', ARRIVALS)]}
      onValue={arrivalFrom => onChange({ arrivalFrom })}
    />
    {member.arrivalFrom !== '' && (
      <Field
        label={tg('register.arrivalOn')}
        exact
        maxLength={10}
        placeholder="2020-02-12"
        value={member.arrivalOn}
        error={errorAt('arrival/on')}
        onValue={arrivalOn => onChange({ arrivalOn })}
      />
    )}
  </>
)

const NeedBoxes = ({ member, onChange }: Pick<Props, 'member' | 'onChange'>) => (
  <fieldset class="sheet-needs">
    <legend>{tg('register.needs')}</legend>
    {NEEDS.map(need => (
      <label key={need}>
        <input
          type="checkbox"
          checked={member.needs.includes(need)}
          onChange={({ currentTarget }) =>
            onChange({ needs: currentTarget.checked ? [...member.needs, need] : member.needs.filter(one => one !== need) })
          }
        />
        {wordOf('need', need)}
      </label>
    ))}
  </fieldset>
)
