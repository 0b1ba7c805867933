import { exportMark } from '../../../shared/register/export-mark.ts'
import type { ImportField } from '../../../shared/register/import-fields.ts'
import { IMPORT_FIELDS } from '../../../shared/register/import-fields.ts'
import { neutralCell } from '../../../shared/register/neutral-cell.ts'
import { maskDocument } from '../../../shared/mask/document.ts'
import { maskName } from '../../../shared/mask/name.ts'
import { maskPhone } from '../../../shared/mask/phone.ts'
import { ok } from '../../../shared/result.ts'
import type { ExportWish } from '../../../shared/schema/imports.ts'
import type { StaffRole } from '../../../shared/schema/session.ts'
import type { HouseholdRow, MemberRow, VehicleRow } from '../../ports/register-storage.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from '../context.ts'
import { spell } from '../import/cell-words.ts'
import { HEADINGS } from '../import/recognise.ts'
import { type HouseholdData, openHousehold, openPerson, type PersonData } from '../register/records.ts'

export type RegisterExport = { readonly fileName: string; readonly rows: AsyncGenerator<string[], void> }

/** Who may have names and numbers in full, for a reason that is written down. */
const MAY_UNMASK: readonly StaffRole[] = ['administrator', 'community-worker']
/** Households read at a time. */
const STEP = 500
/** All but the address in one piece: it stands in its parts. */
const FIELDS = IMPORT_FIELDS.filter(field => field !== 'address')

/**
 * The register as a list that can be taken in again: masked, or in full for a reason. Its first line and the last column
 * say who had it made, and when. The rows come while they are read; a whole subdistrict never waits in memory.
 */
export async function exportRegister(ctx: Context, staff: Staff, wish: ExportWish): Promise<Outcome<RegisterExport>> {
  const community = wish.community ?? staff.community
  const known = community === null || (await ctx.storage.communities()).some(({ id }) => id === community)
  if (!known || !mayTouch(staff, community)) return refused('community-unknown', '/community')
  const site = (await ctx.storage.sites()).find(({ number }) => number === wish.site)
  const isForeign = site === undefined || !mayTouch(staff, site.community) || (community !== null && site.community !== community)
  if (wish.site !== undefined && isForeign) return refused('site-unknown', '/site')
  if (wish.unmasked !== undefined && !MAY_UNMASK.includes(staff.role)) return refused('not-allowed')
  const at = ctx.env.now()
  const detail = wish.unmasked === undefined ? 'masked' : `unmasked: ${wish.unmasked.reason}`
  await ctx.storage.audit({
    at,
    actor: staff.id,
    action: 'export-register',
    object: String(wish.site ?? community ?? 'realm'),
    detail
  })
  const day = new Date(at + 8 * 3_600_000).toISOString()
  return ok({ fileName: `register-${day.slice(0, 10)}.${wish.format}`, rows: rowsOf(ctx, staff, wish, community, at) })
}

async function* rowsOf(
  ctx: Context,
  staff: Staff,
  wish: ExportWish,
  community: string | null,
  at: number
): AsyncGenerator<string[], void> {
  const isChinese = wish.language === 'zh'
  const time = new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  const mark = neutralCell(`${staff.displayName} ${time}`)
  const kind = wish.unmasked === undefined ? (isChinese ? '已遮盖' : 'masked') : isChinese ? '未遮盖' : 'unmasked'
  yield [isChinese ? '住户登记' : 'Register', mark, kind, exportMark(new Date(at).toISOString())]
  yield [...FIELDS.map(field => headingOf(field, isChinese)), isChinese ? '导出人和时间' : 'exported by']
  const grids = new Map((await ctx.storage.grids()).map(({ id, name }) => [id, name]))
  const show = shower(wish, grids)
  let after: { site: number; addressKey: string } | undefined
  for (;;) {
    const households = await ctx.storage.households({
      community,
      ...(wish.site === undefined ? {} : { site: wish.site }),
      ...(after === undefined ? {} : { after }),
      limit: STEP
    })
    const last = households.at(-1)
    if (last === undefined) return
    after = { site: last.site, addressKey: last.addressKey }
    const ids = households.map(({ id }) => id)
    const members = Map.groupBy(await ctx.storage.memberRowsOf(ids), ({ household }) => household)
    const vehicles = Map.groupBy(await ctx.storage.vehicleRowsOf(ids), ({ household }) => household)
    for (const household of households) {
      const data = openHousehold(ctx.signer, household.body)
      const people: (MemberRow | null)[] = [...(members.get(household.id) ?? [])]
      if (people.length === 0) people.push(null)
      for (const [index, member] of people.entries()) {
        const person = member === null ? null : openPerson(ctx.signer, member.body)
        const cars = index === 0 ? (vehicles.get(household.id) ?? []) : []
        const cells = show({ household, data, member, person, cars })
        yield [...FIELDS.map(field => neutralCell(cells[field] ?? '')), mark]
      }
    }
  }
}

const headingOf = (field: ImportField, isChinese: boolean): string =>
  HEADINGS[field].find(word => isChinese || /^[a-z]+$/.test(word)) ?? field

type Shown = {
  readonly household: HouseholdRow
  readonly data: HouseholdData
  readonly member: MemberRow | null
  readonly person: PersonData | null
  readonly cars: readonly VehicleRow[]
}

/** A row's cells; masked, nothing names anybody, and notes, which may, are left out. */
function shower({ unmasked, language }: ExportWish, grids: ReadonlyMap<string, string>) {
  const isFull = unmasked !== undefined
  const name = (text: string | undefined): string => (text === undefined ? '' : isFull ? text : maskName(text))
  const phone = (text: string | null | undefined): string => (text == null ? '' : isFull ? text : maskPhone(text))
  const note = (text: string | null | undefined): string => (isFull ? (text ?? '') : '')
  const word = (code: string | null | undefined): string => (code == null || code === 'unknown' ? '' : spell(code, language))
  return ({ household, data, member, person, cars }: Shown): Partial<Record<ImportField, string>> => ({
    site: String(household.site),
    building: household.building,
    unit: household.unit,
    room: household.room,
    tenure: word(household.tenure),
    grid: household.grid === null ? '' : (grids.get(household.grid) ?? ''),
    landlordName: name(data.landlord?.name),
    landlordPhone: phone(data.landlord?.phone),
    householdNote: note(data.note),
    name: name(person?.name),
    sex: word(person?.sex),
    relation: word(member?.relation),
    documentType: word(person?.document?.type),
    documentNumber: person?.document == null ? '' : isFull ? person.document.number : maskDocument(person.document.number),
    country: person?.document?.country ?? '',
    phone: phone(person?.phone),
    nationality: person?.nationality ?? '',
    needs: (person?.needs ?? []).map(word).join('、'),
    arrivalFrom: word(person?.arrival?.from),
    arrivalOn: person?.arrival?.on ?? '',
    note: note(person?.note),
    plates: cars.map(({ plate }) => plate).join('、'),
    version: String(household.version)
  })
}
