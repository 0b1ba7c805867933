import { useState } from 'preact/hooks'
import { NEEDS, REGISTER_SEXES, RELATIONS, TENURES } from '../../shared/register/words.ts'
import type { FieldDoor } from '../../shared/schema/survey-field.ts'
import { type Fields, groupsOf } from '../../shared/survey/sheet-fields.ts'
import { Button } from '../../ui/components/button.tsx'
import { Field } from '../../ui/components/field.tsx'
import { Select } from '../../ui/components/select.tsx'
import { tc } from '../../ui/i18n/common.ts'
import { tw } from '../../ui/i18n/field.ts'
import { say } from '../../ui/i18n/language.ts'
import { PROBLEM_SENTENCES } from '../../ui/i18n/problems.ts'
import { tg } from '../../ui/i18n/register.ts'
import { optionsOf, wordOf } from '../register/options.ts'
import { fieldWord } from '../survey/field-text.ts'
import { newAttemptId } from '../survey/new-attempt.ts'
import { DocumentField } from './document-field.tsx'
import { saveFields } from './state.ts'

type Props = { door: FieldDoor; first: Fields; wrongPath: string | null; onDone: () => void }
type Put = (path: string, value: string) => void
type Part = { fields: Fields; put: Put; errorAt: (path: string) => string | undefined }

/** The sheet on a phone, field by field; saved here first, sent when there is a network. */
export function EditForm({ door, first, wrongPath, onDone }: Props) {
  const [fields, setFields] = useState<Fields>(first)
  const [tried, setTried] = useState(false)
  const put: Put = (path, value) => {
    const next = new Map(fields)
    if (value === '') next.delete(path)
    else next.set(path, value)
    setFields(next)
  }
  const remove = (group: string): void => setFields(new Map([...fields].filter(([path]) => !path.startsWith(`${group}/`))))
  const groups = [...new Set([...groupsOf(first), ...groupsOf(fields), ...newGroups(fields)])]
  const members = groups.filter(group => group.startsWith('/members/') && isThere(fields, group))
  const cars = groups.filter(group => group.startsWith('/vehicles/') && isThere(fields, group))
  const nameless = members.filter(group => (fields.get(`${group}/name`) ?? '').trim() === '')
  const errorAt = (path: string): string | undefined => {
    if (tried && nameless.some(group => path === `${group}/name`)) return tc('field.needed')
    return wrongPath !== null && (wrongPath === path || wrongPath.startsWith(`${path}/`))
      ? say(PROBLEM_SENTENCES['invalid-field'])
      : undefined
  }
  const save = (event: Event): void => {
    event.preventDefault()
    setTried(true)
    if (nameless.length > 0) return
    const trimmed = new Map([...fields].map(([path, value]) => [path, value.trim()] as const).filter(([, value]) => value !== ''))
    void saveFields(door, namedCars(trimmed), 'door').then(onDone)
  }
  return (
    <form class="walk-form" noValidate onSubmit={save} data-edit-form>
      <Select
        label={fieldWord('/tenure')}
        value={fields.get('/tenure') ?? ''}
        options={optionsOf('tenure', TENURES)}
        onValue={value => put('/tenure', value)}
      />
      {members.map(group => (
        <Member key={group} group={group} fields={fields} put={put} errorAt={errorAt} onRemove={() => remove(group)} />
      ))}
      <Button onClick={() => put(`/members/+${newAttemptId()}/relation`, 'relative')} data-add-member>
        {tw('my.addMember')}
      </Button>
      {cars.map(group => (
        <div key={group} class="walk-car">
          <Field
            label={fieldWord('/plate')}
            exact
            maxLength={20}
            value={fields.get(`${group}/plate`) ?? ''}
            error={errorAt(`${group}/plate`)}
            onValue={value => put(`${group}/plate`, value === '' ? ' ' : value)}
          />
          <Button look="quiet" onClick={() => remove(group)}>
            {tw('my.removeCar')}
          </Button>
        </div>
      ))}
      <Button onClick={() => put(`/vehicles/+${newAttemptId().slice(0, 8)}/plate`, ' ')}>{tw('my.addCar')}</Button>
      <Field
        label={fieldWord('/note')}
        optional
        maxLength={200}
        value={fields.get('/note') ?? ''}
        onValue={value => put('/note', value)}
      />
      <div class="walk-actions walk-sticky">
        <Button look="primary" type="submit" data-save>
          {tw('my.save')}
        </Button>
        <Button onClick={onDone}>{tw('my.cancel')}</Button>
      </div>
    </form>
  )
}

const isThere = (fields: Fields, group: string): boolean => [...fields.keys()].some(path => path.startsWith(`${group}/`))
/** People who have no name yet. */
const newGroups = (fields: Fields): string[] =>
  [...fields.keys()].flatMap(path => /^\/members\/\+[^/]+(?=\/)/.exec(path)?.[0] ?? [])

/** A car is called by its plate. */
const namedCars = (fields: Fields): Map<string, string> =>
  new Map(
    [...fields].map(([path, value]) => {
      const [, group, field] = /^\/vehicles\/([^/]+)\/(plate|note)$/.exec(path) ?? []
      const plate = group === undefined ? undefined : fields.get(`/vehicles/${group}/plate`)?.toUpperCase().replaceAll('/', '')
      return plate === undefined ? [path, value] : [`/vehicles/${plate}/${field}`, field === 'plate' ? plate : value]
    })
  )

function Member({ group, fields, put, errorAt, onRemove }: Part & { group: string; onRemove: () => void }) {
  const get = (field: string): string => fields.get(`${group}/${field}`) ?? ''
  const needs = get('needs')
    .split(' ')
    .filter(need => need !== '')
  return (
    <fieldset class="sheet-part">
      <legend>{get('name').trim() || tw('my.addMember')}</legend>
      <Field
        label={fieldWord('/name')}
        name="name"
        maxLength={60}
        value={get('name')}
        error={errorAt(`${group}/name`)}
        onValue={value => put(`${group}/name`, value === '' && !group.includes('+') ? ' ' : value)}
      />
      <Field
        label={fieldWord('/phone')}
        name="phone"
        optional
        exact
        maxLength={30}
        value={get('phone')}
        error={errorAt(`${group}/phone`)}
        onValue={value => put(`${group}/phone`, value)}
      />
      <Select
        label={fieldWord('/relation')}
        value={get('relation') || 'relative'}
        options={optionsOf('relation', RELATIONS)}
        onValue={value => put(`${group}/relation`, value)}
      />
      <Select
        label={fieldWord('/sex')}
        value={get('sex') || 'unknown'}
        options={optionsOf('sex', REGISTER_SEXES)}
        onValue={value => put(`${group}/sex`, value)}
      />
      <DocumentField group={group} value={get('document')} error={errorAt(`${group}/document`)} put={put} />
      <fieldset class="sheet-needs">
        <legend>{tg('register.needs')}</legend>
        {NEEDS.map(need => (
          <label key={need}>
            <input
              type="checkbox"
              checked={needs.includes(need)}
              onChange={({ currentTarget }) => {
                const next = currentTarget.checked ? [...needs, need] : needs.filter(one => one !== need)
                put(`${group}/needs`, next.sort().join(' '))
              }}
            />
            {wordOf('need', need)}
          </label>
        ))}
      </fieldset>
      <Button look="quiet" onClick={onRemove}>
        {tw('my.removeMember')}
      </Button>
    </fieldset>
  )
}
