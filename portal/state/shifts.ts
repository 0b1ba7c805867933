import { signal } from '@preact/signals'
import type { Joined, ShiftPage, ShiftProof } from '../../shared/schema/shifts.ts'
import { type Answer, request } from '../../ui/api/client.ts'

/** What this phone may open the plan with: the site's link, and after putting the name down one's own. */
export type KeptShifts = {
  readonly site: { readonly site: number; readonly secret: string } | null
  readonly me: { readonly volunteer: string; readonly secret: string } | null
}

const STORED_AS = 'checkpoint.shifts'
const NOTHING: KeptShifts = { site: null, me: null }

export const keptShifts = signal<KeptShifts>(read())

export function readKeptShifts(text: string | null): KeptShifts {
  try {
    const { site, me } = (JSON.parse(text ?? 'null') ?? NOTHING) as Partial<KeptShifts>
    return {
      site: typeof site?.site === 'number' && typeof site.secret === 'string' ? site : null,
      me: typeof me?.volunteer === 'string' && typeof me.secret === 'string' ? me : null
    }
  } catch {
    return NOTHING // not ours
  }
}

export function keepShifts(change: Partial<KeptShifts>): void {
  keptShifts.value = { ...keptShifts.value, ...change }
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(keptShifts.value))
  } catch {
    // A private window: lasts until the page is left.
  }
}

/** Another site's link ends being somebody at the old one: a volunteer belongs to a site. */
export const openSiteLink = (site: number, secret: string): void => {
  const isSame = keptShifts.value.site?.site === site
  keepShifts({ site: { site, secret }, me: isSame ? keptShifts.value.me : null })
}

export const proofOf = ({ site, me }: KeptShifts): ShiftProof | null => me ?? site

const post = <T>(path: string, body: object): Promise<Answer<T>> => request('POST', `/api/v1/my-shifts/${path}`, { body })

export const askShifts = (proof: ShiftProof): Promise<Answer<ShiftPage>> => post('read', proof)
export const joinShifts = (body: object): Promise<Answer<Joined>> => post('join', body)
export const takeShift = (body: object): Promise<Answer<ShiftPage>> => post('take', body)
export const giveBackShift = (body: object): Promise<Answer<ShiftPage>> => post('give-back', body)

function read(): KeptShifts {
  try {
    return readKeptShifts(localStorage.getItem(STORED_AS))
  } catch {
    return NOTHING
  }
}
