import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { CHAIN_START, chainEntry } from '../../shared/log/chain.ts'
import { NO_DETAILS, type LogEntry } from '../../shared/log/entry.ts'
import { toWire } from '../../shared/log/wire.ts'
import { deviceProof } from '../../shared/schema/devices.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'
import { epochMs } from '../../shared/time.ts'
import { sha256 } from '../../server/keys/node-crypto.ts'

/** A phone as the server sees it. */
export type TestDevice = { readonly id: string; readonly privateKey: KeyObject; token: string }

export async function enrol(app: FastifyInstance, staffCookie: string, site: number, now: number): Promise<TestDevice> {
  const made = await app.inject({
    method: 'POST',
    url: '/api/v1/enrolments',
    headers: { cookie: staffCookie },
    payload: { site }
  })
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const payload = { code: made.json().code, name: '测试手机', publicKey: { kty: 'EC', crv: 'P-256', x, y } }
  const enrolled = await app.inject({ method: 'POST', url: '/api/v1/devices', payload })
  if (enrolled.statusCode !== 201) throw new Error(`enrolment failed: ${enrolled.body}`)
  const device = { id: enrolled.json().device as string, privateKey, token: '' }
  device.token = (await app.inject({ method: 'POST', url: '/api/v1/devices/token', payload: proofOf(device, now) })).json().token
  return device
}

export function proofOf(device: Pick<TestDevice, 'id' | 'privateKey'>, issuedAt: number) {
  const nonce = randomBytes(16).toString('base64url')
  const signature = sign('sha256', Buffer.from(deviceProof(device.id, issuedAt, nonce)), {
    key: device.privateKey,
    dsaEncoding: 'ieee-p1363'
  })
  return { device: device.id, issuedAt, nonce, signature: signature.toString('base64url') }
}

const SAMPLE: Omit<LogEntry, 'number' | 'gate' | 'deviceMs'> = {
  site: 1,
  direction: 'in',
  monotonicMs: 1,
  boot: 'boot-1',
  offsetMs: 0,
  method: 'camera',
  keyId: null,
  serial: null,
  kind: null,
  verdict: 'CHECK',
  reasons: ['UNREADABLE'],
  admitted: false,
  ...NO_DETAILS
}

/** A chain of `count` entries of a device, as it travels. */
export async function chainOf(
  device: string,
  gate: string,
  count: number,
  now: number,
  change: Partial<LogEntry> | ((number: number) => Partial<LogEntry>) = {}
): Promise<WireEntry[]> {
  const wires: WireEntry[] = []
  let previous = CHAIN_START
  for (let number = 1; number <= count; number++) {
    const chained = await chainEntry(
      device,
      { ...SAMPLE, gate, deviceMs: epochMs(now + number), number, ...(typeof change === 'function' ? change(number) : change) },
      previous,
      sha256
    )
    wires.push(toWire(chained))
    previous = chained.hash
  }
  return wires
}
