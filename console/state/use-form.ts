import { useState } from 'preact/hooks'
import { tc } from '../../ui/i18n/common.ts'
import type { Write } from '../api/endpoints.ts'
import { placeFailure, type Sentences } from './field-errors.ts'
import { useWrite } from './use-write.ts'

type Errors<F extends string> = Partial<Record<F, string>>
type Setup<F extends string, B, T> = {
  /** First content of every field. */
  first: Record<F, string>
  /** What is wrong before it is sent; a field that is not named is right. */
  check?: (values: Record<F, string>) => Errors<NoInfer<F>>
  needed?: readonly NoInfer<F>[]
  body: (values: Record<F, string>) => B
  write: Write<B, T>
  /** Sentences that say it better here than the general one of the code. */
  sentences?: Sentences
  onDone: (value: T, again: () => void) => void
}

/** Fields, their errors from here and from the service, and the one write that they make. */
export function useForm<F extends string, B, T>({ first, check, needed = [], body, write, sentences, onDone }: Setup<F, B, T>) {
  const [values, setValues] = useState(first)
  const [local, setLocal] = useState<Errors<F>>({})
  const sent = useWrite(write, value => onDone(value, () => setValues(first)))
  const { byField, form } = placeFailure(sent.failure, Object.keys(first) as F[], sentences)
  const errors: Errors<F> = { ...byField, ...local }
  const set = (field: F, value: string): void => {
    setValues(before => ({ ...before, [field]: value }))
    setLocal({ ...local, [field]: undefined })
    if (byField[field] !== undefined) sent.clear()
  }
  const submit = (): void => {
    const empty = needed.filter(field => values[field].trim() === '').map(field => [field, tc('field.needed')])
    const found = { ...(check?.(values) ?? {}), ...Object.fromEntries(empty) } as Errors<F>
    setLocal(found)
    if (Object.values(found).every(error => error === undefined)) void sent.run(body(values))
  }
  const field = (name: F) => ({ value: values[name], error: errors[name], onValue: (value: string) => set(name, value) })
  const refused = Object.values(errors).find(error => error !== undefined)
  return {
    values,
    field,
    set,
    frame: { onSubmit: submit, busy: sent.busy, failure: form, refused: refused === undefined ? null : errors }
  }
}
