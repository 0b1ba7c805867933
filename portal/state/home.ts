import { signal } from '@preact/signals'
import type { HomePage } from '../../shared/schema/survey-report.ts'
import { type Answer, request } from '../../ui/api/client.ts'
import { EMPTY_DRAFT, type HomeDraft } from './home-draft.ts'

/** What the door note's link carries. */
export type HomeLink = { readonly round: string; readonly household: number; readonly secret: string }
export type KeptHome = { readonly link: HomeLink; readonly draft: HomeDraft }

const STORED_AS = 'checkpoint.home'

/** The link that was opened last, and what was typed for it; nothing of the register. */
export const keptHome = signal<KeptHome | null>(read())

export function readKeptHome(text: string | null): KeptHome | null {
  try {
    const { link, draft } = (JSON.parse(text ?? 'null') ?? {}) as Partial<KeptHome>
    const isLink = typeof link?.round === 'string' && Number.isInteger(link.household) && typeof link.secret === 'string'
    if (!isLink) return null
    return { link, draft: Array.isArray(draft?.members) && Array.isArray(draft.plates) ? draft : EMPTY_DRAFT }
  } catch {
    return null // not ours
  }
}

export function keepHome(next: KeptHome): void {
  keptHome.value = next
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(next))
  } catch {
    // A private window: lasts until the page is left.
  }
}

/** Another door's link begins with an empty sheet: a draft of one home is not for the next. */
export function openHomeLink(link: HomeLink): void {
  const before = keptHome.value
  const isSame = before?.link.round === link.round && before.link.household === link.household
  keepHome({ link, draft: isSame ? before.draft : EMPTY_DRAFT })
}

export const askHome = (link: HomeLink, knows?: string): Promise<Answer<HomePage>> =>
  request('POST', '/api/v1/my-household/read', { body: { ...link, ...(knows === undefined ? {} : { knows }) } })
export const sendHome = (body: object): Promise<Answer<HomePage>> => request('POST', '/api/v1/my-household/send', { body })

function read(): KeptHome | null {
  try {
    return readKeptHome(localStorage.getItem(STORED_AS))
  } catch {
    return null
  }
}
