import type { MyWork } from '../../shared/schema/work.ts'
import { storedSignal } from '../state/stored-signal.ts'
import { readDraft, type WorkDraft } from './draft.ts'

/** What an application last was, without the declaration: that is not left lying on a phone. */
export type LastSeen = Omit<MyWork, 'declaration'>
/** An application whose link this phone holds. */
export type KeptWork = {
  readonly number: string
  readonly secret: string
  /** For the phone's owner, who may have applied for several. */
  readonly name: string
  readonly last: LastSeen | null
}
export type WorkProof = Pick<KeptWork, 'number' | 'secret'>

export const keptWork = storedSignal<readonly KeptWork[]>('checkpoint.work', value =>
  (Array.isArray(value) ? value : []).filter(isKept).map(({ number, secret, name, last }) => ({
    number,
    secret,
    name: typeof name === 'string' ? name : '',
    last: isSeen(last) ? last : null
  }))
)
export const drafts = storedSignal<readonly WorkDraft[]>('checkpoint.work-drafts', value =>
  (Array.isArray(value) ? value : []).map(readDraft).filter(draft => draft !== null)
)

export const workOf = (number: string): KeptWork | null => keptWork.value.value.find(kept => kept.number === number) ?? null
export const draftOf = (key: string): WorkDraft | null => drafts.value.value.find(draft => draft.key === key) ?? null
export const linkOf = ({ number, secret }: WorkProof): string => `${number}.${secret}`

/** The full address of a page that only this link opens. */
export const addressOf = (proof: WorkProof, page: string): string => `${page.split('#')[0]}#work.${linkOf(proof)}`

export function keepWork(next: WorkProof & Partial<KeptWork>): void {
  const old = workOf(next.number)
  const whole: KeptWork = { name: '', last: null, ...old, ...next }
  const others = keptWork.value.value
  keptWork.set(old === null ? [...others, whole] : others.map(kept => (kept.number === next.number ? whole : kept)))
  // Without this a phone that runs out of room may drop it.
  void navigator.storage?.persist?.()
}
export const forgetWork = (number: string): void => keptWork.set(keptWork.value.value.filter(kept => kept.number !== number))

export function keepDraft(next: WorkDraft): void {
  const all = drafts.value.value
  drafts.set(all.some(({ key }) => key === next.key) ? all.map(draft => (draft.key === next.key ? next : draft)) : [...all, next])
}
export const forgetDraft = (key: string): void => drafts.set(drafts.value.value.filter(draft => draft.key !== key))

export function lastSeenOf({ declaration: _, ...rest }: MyWork): LastSeen {
  return rest
}

function isKept(value: unknown): value is KeptWork {
  const kept = value as KeptWork | null
  return typeof kept?.number === 'string' && typeof kept.secret === 'string'
}
function isSeen(value: unknown): value is LastSeen {
  const seen = value as LastSeen | null
  return typeof seen?.state === 'string' && Array.isArray(seen.steps) && Array.isArray(seen.photosAsked)
}
