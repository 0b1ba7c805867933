import { addressKey } from '../../../shared/register/address.ts'
import { plainName } from '../../../shared/register/plain-name.ts'
import { flagsOf, type KnownFacts } from '../../../shared/work/flags.ts'
import { daysToMs, type WorkPolicy } from '../../../shared/work/policy.ts'
import { isOpenWorkState } from '../../../shared/work/states.ts'
import type { WorkFlag } from '../../../shared/work/words.ts'
import type { WorkPass, WorkRow, WorkUse } from '../../ports/work-storage.ts'
import type { Context } from '../context.ts'
import { openPerson } from '../register/records.ts'
import { openWorkField, type WorkPerson } from './records.ts'

/** A card that ends sooner is being renewed, not used twice. */
const RENEWAL_MS = daysToMs(3)

type Subject = Pick<WorkRow, 'number' | 'documentIndex' | 'phoneIndex' | 'site' | 'person' | 'declaration' | 'renews'>

/** Where else documents and phones are used; asked for many applications at once. */
export async function usesOf(ctx: Context, subjects: readonly Pick<Subject, 'documentIndex' | 'phoneIndex'>[]) {
  const documents = [...new Set(subjects.map(({ documentIndex }) => documentIndex))]
  const phones = [...new Set(subjects.flatMap(({ phoneIndex }) => phoneIndex ?? []))]
  const [byDocument, byPhone, cards] = await Promise.all([
    ctx.storage.workOfDocuments(documents),
    ctx.storage.workOfPhones(phones),
    ctx.storage.workPasses(documents, Math.floor(ctx.env.now() / 1000))
  ])
  return { byDocument: grouped(byDocument), byPhone: grouped(byPhone), cards: grouped(cards) }
}
export type Uses = Awaited<ReturnType<typeof usesOf>>

/** Other open applications with this document. */
export function sameDocument({ number, documentIndex, renews }: Subject, uses: Uses): WorkUse[] {
  const others = uses.byDocument.get(documentIndex) ?? []
  return others.filter(
    use => use.number !== number && use.number !== renews && use.state !== 'draft' && isOpenWorkState(use.state)
  )
}
/** Standing cards that do not end soon; a renewal has one. */
const standingCards = ({ documentIndex, renews }: Subject, uses: Uses, nowMs: number): WorkPass[] =>
  renews !== null ? [] : (uses.cards.get(documentIndex) ?? []).filter(({ endsAt }) => endsAt * 1000 > nowMs + RENEWAL_MS)

/** Other people who gave the same phone. */
export function samePhone({ documentIndex, phoneIndex }: Subject, uses: Uses): number {
  const others = phoneIndex === null ? [] : (uses.byPhone.get(phoneIndex) ?? [])
  return new Set(others.map(use => use.documentIndex).filter(index => index !== documentIndex)).size
}

/** What the register says of the address and of the name under the document. */
async function registerFacts(ctx: Context, { site, documentIndex }: Subject, { name, address }: WorkPerson) {
  const [household, person] = await Promise.all([
    site === null || address === null ? null : ctx.storage.householdAt(site, addressKey(address)),
    ctx.storage.personByDocument(documentIndex)
  ])
  const known = person === null ? null : openPerson(ctx.signer, person.body).name
  return { isAddressRegistered: household !== null, doesRegisterDiffer: known !== null && plainName(known) !== plainName(name) }
}

/** Flags of an application now; nothing declared, nothing flagged. */
export async function currentFlags(ctx: Context, subject: Subject, policy: WorkPolicy): Promise<WorkFlag[]> {
  if (subject.declaration === null) return []
  const now = ctx.env.now()
  const person = openWorkField(ctx.signer, 'person', subject.person)
  const { health } = openWorkField(ctx.signer, 'declaration', subject.declaration)
  const uses = await usesOf(ctx, [subject])
  const facts: KnownFacts = {
    sameDocument: sameDocument(subject, uses).length + standingCards(subject, uses, now).length,
    samePhone: samePhone(subject, uses),
    ...(await registerFacts(ctx, subject, person))
  }
  return flagsOf(health, facts, policy, now)
}

/** Whether something came up since the submission that nobody saw: asked of many at once, so without the register. */
export const isUsedTwice = (subject: Subject, uses: Uses, policy: WorkPolicy, nowMs: number): boolean =>
  sameDocument(subject, uses).length + standingCards(subject, uses, nowMs).length > 0 ||
  samePhone(subject, uses) >= policy.phonesAtMost

function grouped<T extends { key: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.key, [...(groups.get(row.key) ?? []), row])
  return groups
}
