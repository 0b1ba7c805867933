import type { Failure } from './client.ts'

/** The form field that a problem's JSON Pointer (RFC 6901) names: `/holder/name` → `holder.name`; null: the whole form. */
export function fieldOf<F extends string>(failure: Failure, fields: readonly F[]): F | null {
  if (failure.path === null || !failure.path.startsWith('/')) return null
  const name = failure.path
    .slice(1)
    .split('/')
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
  return fields.find(field => name === field || name.startsWith(`${field}.`)) ?? null
}
