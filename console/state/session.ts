import { signal } from '@preact/signals'
import type { Me } from '../../shared/schema/session.ts'
import type { Failure } from '../../ui/api/client.ts'

export type Session =
  | { readonly kind: 'asking' }
  | { readonly kind: 'out' }
  | { readonly kind: 'in'; readonly me: Me }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Who is at the console. The proof itself is a cookie that scripts cannot read. */
export const session = signal<Session>({ kind: 'asking' })

export function signedIn(me: Me): void {
  session.value = { kind: 'in', me }
}

export function signedOut(): void {
  session.value = { kind: 'out' }
}
