import { type Static, Type } from 'typebox'
import { Id, Instant, Name, Nullable, SiteNumber, Strict, Words } from './common.ts'
import { NamedRef, NewPassword, STAFF_ROLES, Username } from './session.ts'

export const DIRECTIONS = ['in', 'out'] as const

export const CommunityView = NamedRef
export const SiteView = Strict({ number: SiteNumber, name: Type.String(), nameEn: Type.String(), community: Id })
export const GateView = Strict({
  id: Id,
  site: SiteNumber,
  name: Type.String(),
  nameEn: Type.String(),
  directions: Type.Array(Words(DIRECTIONS))
})
/** What the caller may see of the realm: a community worker sees the own community. */
export const Directory = Strict({
  realm: NamedRef,
  communities: Type.Array(CommunityView),
  sites: Type.Array(SiteView),
  gates: Type.Array(GateView)
})
export type Directory = Static<typeof Directory>
export type SiteView = Static<typeof SiteView>
export type GateView = Static<typeof GateView>

export const NewCommunity = Strict({ name: Name, nameEn: Name })
export const NewSite = Strict({ community: Id, number: Type.Optional(SiteNumber), name: Name, nameEn: Name })
export const NewGate = Strict({
  site: SiteNumber,
  name: Name,
  nameEn: Name,
  directions: Type.Array(Words(DIRECTIONS), { minItems: 1, maxItems: 2, uniqueItems: true })
})
export type NewCommunity = Static<typeof NewCommunity>
export type NewSite = Static<typeof NewSite>
export type NewGate = Static<typeof NewGate>

export const AccountView = Strict({
  id: Id,
  username: Type.String(),
  displayName: Type.String(),
  role: Words(STAFF_ROLES),
  community: Nullable(Id),
  active: Type.Boolean(),
  createdAt: Instant
})
export const NewAccount = Strict({
  username: Username,
  displayName: Name,
  role: Words(STAFF_ROLES),
  community: Nullable(Id),
  password: NewPassword
})
export const AccountChange = Strict({
  displayName: Type.Optional(Name),
  active: Type.Optional(Type.Boolean()),
  password: Type.Optional(NewPassword)
})
export type AccountView = Static<typeof AccountView>
export type NewAccount = Static<typeof NewAccount>
export type AccountChange = Static<typeof AccountChange>
