import type { MyPass } from '../../shared/schema/passes.ts'

/** A pass on this phone, with what is needed to ask for its status again. */
export type KeptPass = {
  readonly pass: MyPass
  readonly secret: string
  /** The service no longer knows the link: it was replaced. */
  readonly gone: boolean
}
export type ShownState = MyPass['status'] | 'expired' | 'future' | 'gone'

/** What is to be told about a pass. A status that was known once counts more than the calendar. */
export function stateOf({ pass, gone }: KeptPass, nowMs: number): ShownState {
  if (gone) return 'gone'
  if (pass.status !== 'valid') return pass.status
  if (pass.end * 1000 <= nowMs) return 'expired'
  return pass.start * 1000 > nowMs ? 'future' : 'valid'
}

export const withPass = (kept: readonly KeptPass[], next: KeptPass): KeptPass[] =>
  kept.some(one => one.pass.serial === next.pass.serial)
    ? kept.map(one => (one.pass.serial === next.pass.serial ? next : one))
    : [...kept, next]

/** What was stored by this or an earlier version of the app; whatever is no pass is left out. */
export function readKept(text: string | null): KeptPass[] {
  const stored = parse(text)
  return Array.isArray(stored) ? stored.filter(isKept) : []
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '[]')
  } catch {
    return [] // cut off or foreign: there is nothing to be read from it
  }
}

function isKept(value: unknown): value is KeptPass {
  const kept = value as KeptPass | null
  const pass = kept?.pass
  return (
    typeof kept?.secret === 'string' &&
    typeof pass?.text === 'string' &&
    Number.isInteger(pass.serial) &&
    Number.isFinite(pass.end)
  )
}
