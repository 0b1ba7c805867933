import { signal } from '@preact/signals'
import type { Directory } from '../../shared/schema/directory.ts'
import type { Failure } from '../../ui/api/client.ts'
import { tc } from '../../ui/i18n/common.ts'
import { nameOf } from '../../ui/i18n/language.ts'
import { readDirectory } from '../api/endpoints.ts'

type Loaded = { kind: 'loading' } | { kind: 'failed'; failure: Failure } | { kind: 'ready'; directory: Directory }

/** Communities, sites and gates that the caller may see. */
export const directory = signal<Loaded>({ kind: 'loading' })

export async function loadDirectory(): Promise<void> {
  const answer = await readDirectory()
  directory.value = answer.ok ? { kind: 'ready', directory: answer.value } : { kind: 'failed', failure: answer.failure }
}

/** The next one to sign in may see less. */
export function forgetDirectory(): void {
  directory.value = { kind: 'loading' }
}

export const known = (): Directory | null => (directory.value.kind === 'ready' ? directory.value.directory : null)

export function siteName(number: number): string {
  if (number === 0) return tc('site.all')
  const site = known()?.sites.find(one => one.number === number)
  return site === undefined ? tc('site.number', { number }) : nameOf(site)
}

export function gateName(id: string): string {
  const gate = known()?.gates.find(one => one.id === id)
  return gate === undefined ? id : nameOf(gate)
}
