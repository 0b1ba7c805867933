import { createPublicKey, verify } from 'node:crypto'
import { ok } from '../../shared/result.ts'
import {
  type DeviceTokenBody,
  type DeviceView,
  deviceProof,
  type EnrolledDevice,
  type Enrolment,
  type NewDevice
} from '../../shared/schema/devices.ts'
import type { EcPublicJwk } from '../../shared/trust/trust-bundle.ts'
import type { DeviceRow } from '../ports/storage.ts'
import { tokenHash } from './accounts.ts'
import { type Context, mayTouch, type Outcome, refused, type Staff } from './context.ts'
import { visibleSites } from './directory.ts'
import { newCode, newId } from './ids.ts'
import { existingRealm, rootKey } from './trust.ts'

const CODE_LIFE_MS = 10 * 60_000
/** A proof of possession is good for this long; nonces of that time are remembered. */
const PROOF_LIFE_MS = 5 * 60_000

export async function createEnrolment(ctx: Context, staff: Staff, site: number): Promise<Outcome<Enrolment>> {
  const row = (await ctx.storage.sites()).find(({ number }) => number === site)
  if (row === undefined || !mayTouch(staff, row.community)) return refused('site-unknown', '/site')
  const code = newCode(ctx.env)
  const expiresAt = ctx.env.now() + CODE_LIFE_MS
  await ctx.storage.addEnrolment({ codeHash: tokenHash(code), site, createdBy: staff.id, expiresAt, usedAt: null })
  return ok({ code, link: `${ctx.publicUrl()}/gate/#enrol=${code}`, site, expiresAt })
}

export async function enrolDevice(ctx: Context, body: NewDevice): Promise<Outcome<EnrolledDevice>> {
  if (!isPointOnCurve(body.publicKey)) return refused('invalid-field', '/publicKey', 'not a point on P-256')
  const now = ctx.env.now()
  const device = await ctx.storage.redeemEnrolment(tokenHash(body.code), now, {
    id: newId(ctx.env),
    name: body.name,
    publicKey: body.publicKey,
    enrolledAt: now,
    lastSeenAt: now,
    revokedAt: null,
    unsent: null,
    offsetMs: null
  })
  if (device === null) return refused('code-invalid', '/code')
  await ctx.storage.audit({ at: now, actor: device.enrolledBy, action: 'enrol-device', object: device.id, detail: '' })
  const realm = await existingRealm(ctx)
  const root = rootKey(await ctx.storage.keys()).publicKey
  return ok({
    device: device.id,
    realm: { id: realm.id, name: realm.name, nameEn: realm.nameEn },
    site: device.site,
    root,
    serverTime: now
  })
}

export type DeviceProver = (body: DeviceTokenBody) => Promise<Outcome<DeviceRow>>

/**
 * Checks that a phone holds its key. The phone's clock may be wrong by any amount: a first refusal (`clock-wrong`)
 * tells it the server's time, and it proves again with that.
 */
export function deviceProver(ctx: Context): DeviceProver {
  return async body => {
    const now = ctx.env.now()
    if (Math.abs(now - body.issuedAt) > PROOF_LIFE_MS) return refused('clock-wrong', '/issuedAt', String(now))
    const device = await ctx.storage.device(body.device)
    if (device === null || !signatureFits(device.publicKey, body)) return refused('signature-invalid')
    if (!(await ctx.bus.takeOnce(`proof/${body.device}.${body.nonce}`, 2 * PROOF_LIFE_MS)))
      return refused('signature-invalid', '/nonce', 'used before')
    await ctx.storage.touchDevice(device.id, { at: now })
    return ok(device)
  }
}

export async function listDevices(ctx: Context, staff: Staff): Promise<DeviceView[]> {
  const sites = await visibleSites(ctx, staff)
  const devices = (await ctx.storage.devices()).filter(({ site }) => sites === null || sites.includes(site))
  return Promise.all(devices.map(device => deviceView(ctx, device)))
}

export async function revokeDevice(ctx: Context, staff: Staff, id: string): Promise<Outcome<DeviceView>> {
  const device = await ctx.storage.device(id)
  const sites = await visibleSites(ctx, staff)
  if (device === null || (sites !== null && !sites.includes(device.site))) return refused('not-found')
  const now = ctx.env.now()
  if (await ctx.storage.revokeDevice(id, now)) {
    await ctx.storage.audit({ at: now, actor: staff.id, action: 'revoke-device', object: id, detail: '' })
    ctx.bus.publish({ kind: 'device', device: id })
  }
  return ok(await deviceView(ctx, { ...device, revokedAt: device.revokedAt ?? now }))
}

async function deviceView(ctx: Context, device: DeviceRow): Promise<DeviceView> {
  const log = await ctx.storage.deviceLog(device.id, 50)
  const { id, name, site, enrolledAt, lastSeenAt, revokedAt, unsent, offsetMs } = device
  const missing = log.missing.reduce((sum, [first, last]) => sum + last - first + 1, 0)
  return { id, name, site, enrolledAt, lastSeenAt, revokedAt, lastNumber: log.last, missing, unsent, offsetMs }
}

function isPointOnCurve(jwk: EcPublicJwk): boolean {
  try {
    createPublicKey({ key: jwk, format: 'jwk' })
    return true
  } catch {
    return false // OpenSSL's only way to say that x and y are no point
  }
}

const signatureFits = (jwk: EcPublicJwk, { device, issuedAt, nonce, signature }: DeviceTokenBody): boolean =>
  verify(
    'sha256',
    Buffer.from(deviceProof(device, issuedAt, nonce)),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url')
  )
