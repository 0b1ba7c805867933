import type { TrustBundle } from './trust-bundle.ts'

export type BundleRefusal = 'older' | 'other-realm'

/** Whether a verified bundle may replace the one that is held: never an older one, never another realm's. */
export function refuseBundle(candidate: TrustBundle, held: TrustBundle | null): BundleRefusal | null {
  if (held === null) return null
  if (candidate.realm.id !== held.realm.id) return 'other-realm'
  return candidate.version < held.version ? 'older' : null
}
