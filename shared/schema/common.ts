import { type Static, type TSchema, Type } from 'typebox'
import { LIST_SIZE } from '../status/status-list.ts'

/** A closed set of words; OpenAPI shows them as an enum. */
export const Words = <const T extends readonly string[]>(words: T, options: object = {}) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...words], ...options })

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** Objects refuse what they do not know: a misspelt field is an error, never silently dropped. */
export const Strict = <const T extends Record<string, TSchema>>(properties: T, options: object = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options })

export const Serial = Type.Integer({
  minimum: 0,
  maximum: 128 * LIST_SIZE - 1,
  description: '24-bit number of a pass within the realm'
})
export const SiteNumber = Type.Integer({ minimum: 1, maximum: 65_535 })
export const Id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$', description: 'Identifier made by the service' })
/** One line of text for people: no controls. */
export const Line = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000-\\u001f\\u007f\\u2028\\u2029]*$' })
export const Name = Line(60)
export const Instant = Type.Integer({
  minimum: 0,
  maximum: 8_640_000_000_000,
  description: 'Milliseconds since 1970-01-01T00:00:00Z'
})
export const Seconds = Type.Integer({ minimum: 0, maximum: 8_640_000_000, description: 'Seconds since 1970-01-01T00:00:00Z' })
export const Base64Url = (minLength: number, maxLength: number) =>
  Type.String({ minLength, maxLength, pattern: '^[A-Za-z0-9_-]*$' })
export const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

export const PublicJwk = Strict({
  kty: Type.Literal('EC'),
  crv: Type.Literal('P-256'),
  x: Base64Url(43, 43),
  y: Base64Url(43, 43)
})

export const PageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 }))
}
export const Page = <T extends TSchema>(item: T) => Strict({ items: Type.Array(item), next: Nullable(Type.String()) })
export type Page<T> = { items: T[]; next: string | null }

export type { Static }
