import { computed, signal } from '@preact/signals'
import { routeOf } from './route.ts'

const hash = signal(location.hash)
addEventListener('hashchange', () => {
  hash.value = location.hash
})

export const route = computed(() => routeOf(hash.value))

export const go = (path: string): void => {
  location.hash = path
}
