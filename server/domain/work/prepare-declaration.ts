import { parseCreditCode } from '../../../shared/identity/credit-code.ts'
import { maskName } from '../../../shared/mask/name.ts'
import { encodeLabel, MAX_LABEL_BYTES } from '../../../shared/pass/label.ts'
import { type Address, addressKey, parseAddress } from '../../../shared/register/address.ts'
import { ok } from '../../../shared/result.ts'
import type { WorkDeclaration, WorkplaceInput } from '../../../shared/schema/work.ts'
import { dayNumberOf, localDayNumber } from '../../../shared/work/local-days.ts'
import { parseName } from '../../../shared/mask/name.ts'
import type { SiteRow } from '../../ports/storage.ts'
import type { WorkFields } from '../../ports/work-storage.ts'
import { type Context, type Outcome, refused } from '../context.ts'
import { localDayOf } from '../local-day.ts'
import { documentIndexOf, phoneIndexOf } from '../pass-secrets.ts'
import { readPhone } from '../register/foreign-phone.ts'
import { preparePerson } from '../register/prepare-person.ts'
import { sealWork, type WorkDeclared, type WorkPerson } from './records.ts'

export type PreparedHolder = { readonly person: WorkPerson; readonly documentKey: string }
/** A declaration whose every field was checked. */
export type PreparedDeclaration = PreparedHolder & {
  readonly site: SiteRow
  readonly address: Address
  readonly addressKey: string
  readonly declared: WorkDeclared
  /** Whom to call: the holder's, or the proxy's. */
  readonly phone: string | null
}

type HolderInput = Pick<WorkDeclaration['holder'], 'name' | 'document' | 'phone'>

/** Name, document and phone as typed; the name has to fit the code of a card. */
export function prepareHolder({ name, document, phone }: HolderInput, nowMs: number): Outcome<PreparedHolder> {
  const input = { name, document, phone, sex: 'unknown' as const, nationality: null, needs: [], arrival: null, note: null }
  const prepared = preparePerson(input, localDayOf(nowMs))
  if (!prepared.ok) return prepared
  const { data, documentKey } = prepared.value
  if (data.document === null || documentKey === null) return refused('document-invalid', '/document')
  if (!encodeLabel(maskName(data.name, { maxBytes: MAX_LABEL_BYTES })).ok)
    return refused('name-invalid', '/name', 'cannot be written on a card')
  return ok({ person: { name: data.name, document: data.document, phone: data.phone, address: null }, documentKey })
}

export async function prepareDeclaration(ctx: Context, input: WorkDeclaration): Promise<Outcome<PreparedDeclaration>> {
  if (!input.committed) return refused('commitment-needed', '/committed')
  const holder = prepareHolder(input.holder, ctx.env.now())
  if (!holder.ok) return below('/holder', holder)
  const site = (await ctx.storage.sites()).find(({ number }) => number === input.holder.site)
  if (site === undefined) return refused('site-unknown', '/holder/site')
  const { building, unit, room } = input.holder
  const address = parseAddress({ building, unit: unit ?? '', room })
  if (!address.ok) return refused('address-invalid', `/holder/${address.failure}`)
  const workplace = prepareWorkplace(input.workplace)
  if (!workplace.ok) return below('/workplace', workplace)
  const proxy = prepareProxy(input.proxy)
  if (!proxy.ok) return below('/proxy', proxy)
  const health = checkReturn(input, ctx.env.now())
  if (!health.ok) return health
  return ok({
    person: { ...holder.value.person, address: address.value },
    documentKey: holder.value.documentKey,
    site,
    address: address.value,
    addressKey: addressKey(address.value),
    declared: {
      workplace: workplace.value,
      health: { ...input.health, symptoms: [...input.health.symptoms] },
      proxy: proxy.value
    },
    phone: holder.value.person.phone ?? proxy.value?.phone ?? null
  })
}

function prepareWorkplace(input: WorkplaceInput): Outcome<WorkplaceInput> {
  const code = input.creditCode === null ? ok({ code: null }) : parseCreditCode(input.creditCode)
  if (!code.ok) return refused('credit-code-invalid', '/creditCode', code.failure)
  const phone = input.phone === null ? ok(null) : readPhone(input.phone)
  if (!phone.ok) return refused('phone-invalid', '/phone', phone.failure)
  return ok({ ...input, creditCode: code.value.code, phone: phone.value })
}

function prepareProxy(input: WorkDeclaration['proxy']): Outcome<WorkDeclaration['proxy']> {
  if (input === null) return ok(null)
  const name = parseName(input.name)
  if (!name.ok) return refused('name-invalid', '/name', name.failure)
  const phone = readPhone(input.phone)
  if (!phone.ok) return refused('phone-invalid', '/phone', phone.failure)
  return ok({ name: name.value, phone: phone.value, relation: input.relation })
}

/** A day of return exists, goes with having been away, and is not to come. */
function checkReturn({ health }: WorkDeclaration, nowMs: number): Outcome<null> {
  const path = '/health/returnedOn'
  if (health.returnedOn === null)
    return health.leftProvince ? refused('invalid-field', path, 'the day of return is missing') : ok(null)
  const day = dayNumberOf(health.returnedOn)
  if (day === null || !health.leftProvince) return refused('invalid-field', path, 'no such day, or not away')
  return day > localDayNumber(nowMs) ? refused('invalid-field', path, 'to come') : ok(null)
}

export const below = (path: string, { failure }: { ok: false; failure: { code: string; path?: string; detail?: string } }) =>
  refused(failure.code as never, `${path}${failure.path ?? ''}`, failure.detail)

/** As it is stored: sealed, with the keyed hashes by which it is found. */
export const sealDeclaration = (
  ctx: Context,
  { purpose, language }: WorkDeclaration,
  { person, documentKey, declared, site, phone }: PreparedDeclaration
): Pick<
  WorkFields,
  'purpose' | 'language' | 'community' | 'site' | 'person' | 'declaration' | 'documentIndex' | 'phoneIndex' | 'committedAt'
> => ({
  purpose,
  language,
  community: site.community,
  site: site.number,
  person: sealWork(ctx.signer, 'person', person),
  declaration: sealWork(ctx.signer, 'declaration', declared),
  documentIndex: documentIndexOf(ctx.signer, documentKey),
  phoneIndex: phone === null ? null : phoneIndexOf(ctx.signer, phone),
  committedAt: ctx.env.now()
})
