import type { TrustBundle } from '../../shared/trust/trust-bundle.ts'
import type { Post } from './gate-state.ts'

const KEY = 'checkpoint.gate.post'
const DIRECTIONS: readonly unknown[] = ['in', 'out'] satisfies Post['direction'][]

/** Remembers where this phone stood: after a reload in a queue nobody should have to choose again. */
export function keepPost(storage: Pick<Storage, 'setItem' | 'removeItem'>, post: Post | null): void {
  try {
    if (post === null) storage.removeItem(KEY)
    else storage.setItem(KEY, JSON.stringify(post))
  } catch {
    // Storage is full or closed: the volunteer then chooses again.
  }
}

/** Whether the phone stood at a post when it was last used. */
export const hasKeptPost = (storage: Pick<Storage, 'getItem'>): boolean => parse(storage.getItem(KEY)) !== null

/** The post that was kept, if the realm still has that gate and direction at this site. */
export function keptPost(storage: Pick<Storage, 'getItem'>, trust: TrustBundle | null, site: number): Post | null {
  const kept = parse(storage.getItem(KEY))
  const gate = trust?.gates.find(({ id }) => id === kept?.gate)
  return kept !== null && gate?.site === site && gate.directions.includes(kept.direction) ? kept : null
}

function parse(text: string | null): Post | null {
  if (text === null) return null
  try {
    const { gate, direction } = JSON.parse(text) as Partial<Post>
    return typeof gate === 'string' && DIRECTIONS.includes(direction) ? { gate, direction: direction as Post['direction'] } : null
  } catch {
    return null // not ours
  }
}
