import type { Result } from '../../shared/result.ts'
import type { ProblemCode } from '../../shared/schema/problem.ts'
import type { StaffRole } from '../../shared/schema/session.ts'
import type { Bus } from '../ports/bus.ts'
import type { PasswordHasher } from '../ports/password-hasher.ts'
import type { Environment, Signer } from '../ports/signer.ts'
import type { Storage } from '../ports/storage.ts'

/** The outside world of every use case. */
export type Context = {
  readonly storage: Storage
  readonly bus: Bus
  readonly signer: Signer
  readonly passwords: PasswordHasher
  readonly env: Environment
  /** Address under which people reach the service, without a slash at the end; links and QR codes carry it. */
  readonly publicUrl: () => string
}

/** Who acts. `community: null` is the whole realm. */
export type Staff = {
  readonly id: string
  readonly displayName: string
  readonly role: StaffRole
  readonly community: string | null
}

/** An expected refusal: code, the field's JSON Pointer where there is one, and a detail for experts. */
export type Refused = { readonly code: ProblemCode; readonly path?: string; readonly detail?: string }
export type Outcome<T> = Result<T, Refused>

export const refused = (code: ProblemCode, path?: string, detail?: string): { ok: false; failure: Refused } => ({
  ok: false,
  failure: { code, ...(path === undefined ? {} : { path }), ...(detail === undefined ? {} : { detail }) }
})

/** Whether a member of staff may see what belongs to `community`. */
export const mayTouch = (staff: Staff, community: string | null): boolean =>
  staff.community === null || (community !== null && community === staff.community)

/** The command line and the service itself. */
export const OPERATOR: Staff = { id: 'operator', displayName: 'operator', role: 'administrator', community: null }
