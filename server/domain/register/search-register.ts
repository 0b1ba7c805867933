import { parsePlate } from '../../../shared/identity/plate.ts'
import { normaliseNumber } from '../../../shared/identity/normalise.ts'
import { addressText, readAddress } from '../../../shared/register/address.ts'
import type { SearchAnswer, SearchHit } from '../../../shared/schema/register.ts'
import type { TokenHit } from '../../ports/register-storage.ts'
import { type Context, mayTouch, type Staff } from '../context.ts'
import { readPhone } from './foreign-phone.ts'
import { openPerson } from './records.ts'
import { plainName } from '../../../shared/register/plain-name.ts'
import { roomWord, tokenOf, type Word } from './search-tokens.ts'

/** Shown at once; who gets more types more. */
const SHOWN = 30
/** Read to put the best first: a common name in a whole subdistrict. */
const READ = 300

type By = SearchHit['by']
type Meaning = { readonly by: By; readonly words: readonly Word[] }

/** Finds people and households by whatever staff type, within the communities that they answer for. */
export async function searchRegister(ctx: Context, staff: Staff, text: string): Promise<SearchAnswer> {
  const communities = staff.community === null ? (await ctx.storage.communities()).map(({ id }) => id) : [staff.community]
  const found: SearchHit[] = []
  let isMore = false
  for (const { by, words } of [...meaningsOf(text), ...(await serialMeaning(ctx, staff, text))]) {
    const tokens = communities.flatMap(community => words.map(word => tokenOf(ctx.signer, community, word)))
    const hits = await ctx.storage.findTokens(tokens, READ + 1)
    isMore ||= hits.length > READ
    found.push(...(await describe(ctx, hits.slice(0, READ), by)))
  }
  await ctx.storage.audit({
    at: ctx.env.now(),
    actor: staff.id,
    action: 'search',
    object: 'register',
    detail: String(found.length)
  })
  const items = rank(found, plainName(text))
  return { items: items.slice(0, SHOWN), more: isMore || items.length > SHOWN }
}

/** What a text may mean; several at once, because 1103 ends a phone number and 9-2-1103 is a door. */
export function meaningsOf(raw: string): Meaning[] {
  const text = raw.normalize('NFKC').trim()
  const number = normaliseNumber(text)
  const meanings: Meaning[] = []
  const add = (by: By, word: Word): void => void meanings.push({ by, words: [word] })
  const name = plainName(text)
  if (/\p{L}/u.test(name)) {
    const letters = /^[A-Z]{2,}$/.test(name) ? [`letters:${name.toLowerCase().replaceAll('ü', 'v')}` as Word] : []
    meanings.push({ by: 'name', words: [`name:${name}`, ...letters] })
  }
  const address = /\d/.test(text) ? readAddress(text) : null
  if (address !== null) add('room', roomWord(address))
  const plate = parsePlate(text)
  if (plate.ok) add('plate', `plate:${plate.value.plate}`)
  const phone = readPhone(text)
  if (phone.ok) add('phone', `phone:${phone.value}`)
  if (/^\d{4}$/.test(number)) add('phone', `phone-end:${number}`)
  if (/^(?=.*\d)[A-Z\d()]{5,20}$/.test(number)) add('document', `document:${number}`)
  return meanings
}

/** A pass leads to its holder by document, to a car by its plate. */
async function serialMeaning(ctx: Context, staff: Staff, text: string): Promise<Meaning[]> {
  const digits = text.trim().replace(/^#/, '').replaceAll('-', '')
  if (!/^\d{1,8}$/.test(digits)) return []
  const pass = await ctx.storage.pass(Number(digits))
  if (pass === null || !mayTouch(staff, pass.community)) return []
  if (pass.kind === 'vehicle') return [{ by: 'serial', words: [`plate:${pass.label}`] }]
  const person = pass.documentIndex === null ? null : await ctx.storage.personByDocument(pass.documentIndex)
  const number = person === null ? null : (openPerson(ctx.signer, person.body).document?.number ?? null)
  return number === null ? [] : [{ by: 'serial', words: [`document:${number}`] }]
}

async function describe(ctx: Context, hits: readonly TokenHit[], by: By): Promise<SearchHit[]> {
  if (hits.length === 0) return []
  const ids = [...new Set(hits.map(({ household }) => household))]
  const [households, members] = await Promise.all([ctx.storage.householdsById(ids), ctx.storage.membersOf(ids)])
  const places = new Map(households.map(row => [row.id, row]))
  const bodies = new Map(members.map(({ household, person, body }) => [`${household}.${person}`, body]))
  return hits.flatMap(({ household, person }): SearchHit[] => {
    const row = places.get(household)
    if (row === undefined) return []
    const body = bodies.get(`${household}.${person}`)
    const name = body === undefined ? null : openPerson(ctx.signer, body).name
    return [{ household, person, name, community: row.community, site: row.site, address: addressText(row), by }]
  })
}

/** The very name first, then in the order of addresses; nobody twice. */
function rank(hits: readonly SearchHit[], name: string): SearchHit[] {
  const isWhole = ({ name: found }: SearchHit): boolean => found !== null && plainName(found) === name
  const unique = new Map(hits.map(hit => [`${hit.household}.${hit.person}`, hit]))
  return [...unique.values()].sort((a, b) => Number(isWhole(b)) - Number(isWhole(a)) || a.site - b.site)
}
