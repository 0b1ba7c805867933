import { ok } from '../../shared/result.ts'
import type { Page } from '../../shared/schema/common.ts'
import type { RecordAnswer, RecordBodies, RecordKind, RecordQuery } from '../../shared/schema/records.ts'
import type { StoredGateRecord } from '../ports/record-storage.ts'
import type { DeviceRow } from '../ports/storage.ts'
import { type Context, type Outcome, refused, type Staff } from './context.ts'
import { visibleSites } from './directory.ts'
import { operatorNames } from './operators.ts'
import { DEFAULT_PAGE } from './read-passes.ts'

/** Takes one record of a gate. What it says is kept as it came; the site is the phone's. */
export async function receiveRecord<K extends RecordKind>(
  ctx: Context,
  device: DeviceRow,
  kind: K,
  record: RecordBodies[K]
): Promise<RecordAnswer> {
  const receivedAt = ctx.env.now()
  const { id, at } = record
  const body = JSON.stringify(record)
  const outcome = await ctx.storage.addGateRecord({ device: device.id, id, kind, site: device.site, at, receivedAt, body })
  if (outcome === 'stored') ctx.bus.publish({ kind: 'records', sites: [device.site] })
  return { id, outcome, serverTime: ctx.env.now() }
}

type Described<K extends RecordKind> = RecordBodies[K] & {
  device: string
  deviceName: string
  site: number
  receivedAt: number
  operatorName: string | null
}

/** A page of one kind of records at the caller's sites, newest first. */
export async function listRecords<K extends RecordKind>(
  ctx: Context,
  staff: Staff,
  kind: K,
  query: RecordQuery
): Promise<Outcome<Page<Described<K>>>> {
  const visible = await visibleSites(ctx, staff)
  if (query.site !== undefined && visible !== null && !visible.includes(query.site)) return refused('site-unknown', '/site')
  const beforeSequence = query.cursor === undefined ? undefined : Number(query.cursor)
  if (beforeSequence !== undefined && !Number.isSafeInteger(beforeSequence)) return refused('invalid-field', '/cursor')
  const limit = query.limit ?? DEFAULT_PAGE
  const rows = await ctx.storage.gateRecords({
    kind,
    sites: query.site === undefined ? visible : [query.site],
    limit: limit + 1,
    ...(beforeSequence === undefined ? {} : { beforeSequence })
  })
  const page = rows.slice(0, limit)
  return ok({
    items: await describeRecords(ctx, kind, page),
    next: rows.length > limit ? String(page.at(-1)?.sequence) : null
  })
}

async function describeRecords<K extends RecordKind>(
  ctx: Context,
  _kind: K,
  rows: readonly StoredGateRecord[]
): Promise<Described<K>[]> {
  const devices = new Map((await ctx.storage.devices()).map(({ id, name }) => [id, name]))
  const records = rows.map(row => ({ row, record: JSON.parse(row.body) as RecordBodies[K] }))
  const names = await operatorNames(
    ctx,
    records.map(({ record }) => record.operator)
  )
  return records.map(({ row: { device, site, receivedAt }, record }) => ({
    ...record,
    device,
    deviceName: devices.get(device) ?? device,
    site,
    receivedAt,
    operatorName: names.get(record.operator ?? '') ?? null
  }))
}

/** A page of hand-overs, with the names of those who took over. */
export async function listHandovers(ctx: Context, staff: Staff, query: RecordQuery) {
  const page = await listRecords(ctx, staff, 'handovers', query)
  if (!page.ok) return page
  const names = await operatorNames(
    ctx,
    page.value.items.map(({ next }) => next)
  )
  const items = page.value.items.map(async item => ({
    ...item,
    open: await Promise.all(item.open.map(async open => ({ ...open, label: await labelOf(ctx, open.serial) }))),
    nextName: names.get(item.next ?? '') ?? null
  }))
  return ok({ items: await Promise.all(items), next: page.value.next })
}

/** A phone knows numbers; the register knows the masked name. */
const labelOf = async (ctx: Context, serial: number | null): Promise<string | null> =>
  serial === null ? null : ((await ctx.storage.pass(serial))?.label ?? null)
