import { type Static, Type } from 'typebox'
import { Base64Url, Id, Name, Nullable, Strict, Words } from './common.ts'

/** Roles of people. Later roles add words here and rows in server/http/authorisation. */
export const STAFF_ROLES = ['administrator', 'community-worker', 'grid-worker'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

export const Username = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,31}$' })
/** Length only (NIST SP 800-63B §5.1.1.2); the service refuses the most common ones. */
export const NewPassword = Type.String({ minLength: 10, maxLength: 128 })
export const Password = Type.String({ minLength: 1, maxLength: 128 })

export const SignInBody = Strict({ username: Type.String({ minLength: 1, maxLength: 64 }), password: Password })
export const SetupBody = Strict({ token: Base64Url(20, 64), username: Username, displayName: Name, password: NewPassword })
export const ChangePasswordBody = Strict({ current: Password, next: NewPassword })

export const NamedRef = Strict({ id: Id, name: Type.String(), nameEn: Type.String() })
export const Me = Strict({
  id: Id,
  username: Type.String(),
  displayName: Type.String(),
  role: Words(STAFF_ROLES),
  community: Nullable(NamedRef),
  realm: NamedRef
})
export type Me = Static<typeof Me>
export type SignInBody = Static<typeof SignInBody>
export type SetupBody = Static<typeof SetupBody>
export type ChangePasswordBody = Static<typeof ChangePasswordBody>
