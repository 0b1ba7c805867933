import { computed, signal } from '@preact/signals'
import { routeOf } from './route.ts'

const hash = signal(location.hash)
addEventListener('hashchange', () => {
  hash.value = location.hash
})

export const route = computed(() => routeOf(hash.value))

/** Goes on without leaving the present address in the history: a secret must not stay there. */
export function replaceAddress(next: string): void {
  history.replaceState(null, '', next)
  hash.value = next
}

/** Whoever has one pass wants to see it, not a list of one. Only at the start: later the list was asked for. */
export function showOnlyPass(serials: readonly number[]): void {
  if (route.value.page === 'list' && serials.length === 1) replaceAddress(`#/${serials[0]}`)
}
