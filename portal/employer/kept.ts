import { storedSignal } from '../state/stored-signal.ts'

/** An employer whose link this browser holds. */
export type KeptEmployer = { readonly id: string; readonly secret: string; readonly name: string }
export type EmployerProof = Pick<KeptEmployer, 'id' | 'secret'>

export const keptEmployers = storedSignal<readonly KeptEmployer[]>('checkpoint.employers', value =>
  (Array.isArray(value) ? value : [])
    .filter(one => typeof one?.id === 'string' && typeof one.secret === 'string')
    .map(({ id, secret, name }) => ({ id, secret, name: typeof name === 'string' ? name : '' }))
)

export const employerOf = (id: string): KeptEmployer | null => keptEmployers.value.value.find(kept => kept.id === id) ?? null

export function keepEmployer(next: EmployerProof & Partial<KeptEmployer>): void {
  const all = keptEmployers.value.value
  const old = employerOf(next.id)
  const whole: KeptEmployer = { name: '', ...old, ...next }
  keptEmployers.set(old === null ? [...all, whole] : all.map(kept => (kept.id === next.id ? whole : kept)))
  void navigator.storage?.persist?.()
}
export const forgetEmployer = (id: string): void => keptEmployers.set(keptEmployers.value.value.filter(kept => kept.id !== id))
