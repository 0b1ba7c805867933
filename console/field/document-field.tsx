import { useState } from 'preact/hooks'
import { Field } from '../../ui/components/field.tsx'
import { Select } from '../../ui/components/select.tsx'
import { tw } from '../../ui/i18n/field.ts'
import { tg } from '../../ui/i18n/register.ts'
import { DOCUMENT_TYPE_WORDS } from '../register/document-types.ts'
import { optionsOf } from '../register/options.ts'

type Props = { group: string; value: string; error: string | undefined; put: (path: string, value: string) => void }

/** A registered number is never on the phone: what is typed here replaces it, and leaving it empty keeps it. */
export function DocumentField({ group, value, error, put }: Props) {
  const [first] = useState(value)
  const [typed, setTyped] = useState({ type: '', country: '', number: '' })
  const change = (part: Partial<typeof typed>): void => {
    const next = { ...typed, ...part }
    setTyped(next)
    const number = next.number.trim()
    const country = next.country.trim().toUpperCase()
    const kind = next.type === '' ? '' : `${next.type} ${/^[A-Z]{3}$/.test(country) ? country : '-'} `
    put(`${group}/document`, number === '' ? first : `${kind}${number}`)
  }
  const [, , shown = ''] = first.split(' ')
  return (
    <>
      <Field
        label={tg('register.documentNumber')}
        name="document"
        hint={shown === '' ? undefined : tw('my.documentKept', { shown })}
        optional
        exact
        maxLength={40}
        value={typed.number}
        error={error}
        onValue={number => change({ number })}
      />
      {typed.number !== '' && (
        <Select
          label={tg('register.documentType')}
          value={typed.type}
          options={[{ value: '', label: tg('register.documentAuto') }, ...optionsOf('documentType', DOCUMENT_TYPE_WORDS)]}
          onValue={type => change({ type })}
        />
      )}
      {typed.type === 'passport' && (
        <Field
          label={tg('register.country')}
          exact
          maxLength={3}
          value={typed.country}
          onValue={country => change({ country })}
        />
      )}
    </>
  )
}
