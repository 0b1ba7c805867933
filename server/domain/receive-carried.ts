import { createPublicKey, verify } from 'node:crypto'
import { type HeadSeal, headSealText } from '../../shared/log/head-seal.ts'
import { ok } from '../../shared/result.ts'
import type { CarriedAnswer, CarriedBody, WireEntry } from '../../shared/schema/gate.ts'
import type { DeviceRow } from '../ports/storage.ts'
import { type Context, type Outcome, refused, type Staff } from './context.ts'
import { visibleSites } from './directory.ts'
import { type Authentic, heldOf, type IsWireEntry, takeEntries } from './take-entries.ts'

/** Who brings the entries: a person of the office, or another phone of the realm. */
export type Carrier = { readonly staff: Staff } | { readonly device: DeviceRow }

/**
 * Entries of a device that somebody else brings: by file or from phone to phone. What the device signed, or what is
 * already known to be followed by an entry of its, goes into its log, also when it was revoked or is lost; anything else
 * is kept in quarantine. A phone may carry for every phone of the realm, an office only for those of its own sites.
 */
export async function receiveCarried(
  ctx: Context,
  isWireEntry: IsWireEntry,
  carrier: Carrier,
  body: CarriedBody
): Promise<Outcome<CarriedAnswer>> {
  const device = await ctx.storage.device(body.device)
  if (device === null || !(await mayCarry(ctx, carrier, device))) return refused('not-found', '/device')
  const seal = body.seal === null ? null : { device: device.id, ...body.seal }
  const isSealed = seal !== null && sealFits(device, seal)
  const authentic: Authentic = entries => linked(ctx, device.id, entries, isSealed ? seal.hash : null)
  const { stored, quarantined } = await takeEntries(ctx, isWireEntry, device, body.entries, { authentic })
  await ctx.storage.audit({
    at: ctx.env.now(),
    actor: 'staff' in carrier ? carrier.staff.id : carrier.device.id,
    action: 'carry-entries',
    object: device.id,
    detail: `${body.entries.length} brought, ${stored} new, ${isSealed ? 'signed' : 'not signed'}`
  })
  return ok({ ...(await heldOf(ctx, device.id, quarantined)), stored })
}

async function mayCarry(ctx: Context, carrier: Carrier, device: DeviceRow): Promise<boolean> {
  if ('device' in carrier) return true
  const sites = await visibleSites(ctx, carrier.staff)
  return sites === null || sites.includes(device.site)
}

/**
 * From the last entry back: an entry is the device's own when the seal names its hash, or an entry that is the device's
 * follows it, in this batch or in the log.
 */
async function linked(
  ctx: Context,
  device: string,
  entries: readonly WireEntry[],
  sealed: string | null
): Promise<ReadonlySet<WireEntry>> {
  const numbers = entries.map(({ number }) => number)
  const links = await ctx.storage.entryLinks(device, numbers)
  const known = new Set(links.flatMap(({ hash, previousHash }) => [hash, previousHash]))
  if (sealed !== null) known.add(sealed)
  const own = new Set<WireEntry>()
  for (const entry of entries.toSorted((a, b) => b.number - a.number)) {
    if (!known.has(entry.hash)) continue
    own.add(entry)
    known.add(entry.previousHash)
  }
  return own
}

const sealFits = ({ publicKey }: DeviceRow, seal: HeadSeal): boolean =>
  verify(
    'sha256',
    Buffer.from(headSealText(seal)),
    { key: createPublicKey({ key: publicKey, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(seal.signature, 'base64url')
  )
