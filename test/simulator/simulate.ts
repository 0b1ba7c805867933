import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEnrolment, enrolDevice } from '../../server/domain/devices.ts'
import type { Context, Staff } from '../../server/domain/context.ts'
import { seededRandom } from '../support/frames/random.ts'
import { must, startService } from '../support/service.ts'
import { createNetwork, type Plant } from './network.ts'
import { createSimPhone, type SimPhone } from './sim-phone.ts'
import { createTruth } from './truth.ts'

export type SimOptions = {
  readonly scans: number
  readonly seed: number
  readonly devices?: number
  /** Both stores of a phone may go at once: entries are then destroyed, and must all be named. */
  readonly bothEvicted?: boolean
  readonly plant?: Plant
  /** How much oftener than on an ordinary day everything goes wrong. */
  readonly fierceness?: number
  readonly onProgress?: (scans: number) => void
}

export type SimResult = {
  readonly scans: number
  readonly lost: number
  readonly duplicated: number
  readonly unnamedGaps: number
  readonly seed: number
  readonly shown: number
  readonly destroyed: number
  readonly quarantined: number
  readonly events: Readonly<Record<string, number>>
}

const DAY_MS = 86_400_000
const DEATH_RATE = 1 / 4_000
const NETWORK_FAULTS = 0.15

/** What happens beside scanning, with the chance of it before each scan. */
const CHANCES = {
  sync: 0.03,
  network: 0.01,
  clock: 0.0005,
  evictDatabase: 0.0002,
  evictCopy: 0.0003,
  swap: 0.002,
  late: 0.002,
  gaps: 0.0005
} as const
type Event = keyof typeof CHANCES

/**
 * The whole chain from a phone's log to the server's, with everything going wrong that can: the same seed does the same
 * again. Nothing may be lost, nothing may be there twice, and every missing number must be named, at any moment.
 */
export async function simulate({
  scans,
  seed,
  devices = 160,
  bothEvicted = false,
  plant = 'none',
  fierceness = 1,
  onProgress
}: SimOptions) {
  const run = ++runs
  const dir = mkdtempSync(join(tmpdir(), 'checkpoint-sim-'))
  const service = await startService(dir)
  try {
    const random = seededRandom(seed)
    const ctx = plant === 'names-no-gap' ? withoutGaps(service.ctx) : service.ctx
    const truth = createTruth()
    const network = createNetwork(ctx, random, NETWORK_FAULTS, plant)
    const parts = {
      random,
      network,
      truth,
      enrol: enroller(ctx),
      now: () => service.clock.now,
      hasCopy: plant !== 'forgets-the-copy',
      keepsDelivered: plant !== 'acknowledges-what-it-lost'
    }
    const phones = Array.from({ length: devices }, (_, at) =>
      createSimPhone({ ...parts, name: `sim-${run}-${at}`, deathRate: DEATH_RATE * fierceness })
    )
    const events: Record<string, number> = {}
    let unnamedGaps = 0
    const perform: Readonly<Record<Event, (phone: SimPhone) => Promise<unknown>>> = {
      sync: async phone => phone.online && phone.sync(random.next() < 0.1),
      network: async phone => {
        phone.online = random.next() < 0.6
      },
      clock: async phone => {
        phone.clockErrorMs = Math.round(random.between(-1, 365) * DAY_MS)
      },
      evictDatabase: async phone => {
        await phone.evict('database')
        if (bothEvicted && random.next() < 0.5) await phone.evict('copy')
      },
      evictCopy: phone => phone.evict(bothEvicted && random.next() < 0.5 ? 'tail' : 'copy'),
      swap: phone => phone.swap(),
      late: () => network.deliverLate(),
      gaps: async () => {
        const all = await ctx.storage.devices()
        unnamedGaps += await truth.unnamed(ctx.storage, all[random.below(all.length)]?.id ?? '')
      }
    }
    const may = async (event: Event, phone: SimPhone): Promise<void> => {
      if (random.next() >= CHANCES[event] * (event === 'sync' ? 1 : fierceness)) return
      events[event] = (events[event] ?? 0) + 1
      await perform[event](phone)
    }
    for (let serial = 1; serial <= scans; serial++) {
      const phone = phones[random.below(devices)] as SimPhone
      service.clock.now += 1 + random.below(2_000)
      for (const event of Object.keys(CHANCES) as Event[]) await may(event, phone)
      await phone.scan(plant === 'scans-again' && random.next() < 0.01 ? Math.max(1, serial - 1) : serial)
      if (serial % 10_000 === 0) onProgress?.(serial)
    }
    await settle(phones, network)
    const audit = await truth.audit(ctx.storage)
    const lost = audit.lost + (bothEvicted ? 0 : audit.destroyed)
    return { ...audit, scans, lost, unnamedGaps: unnamedGaps + audit.unnamedGaps, seed, events } satisfies SimResult
  } finally {
    await service.close()
    rmSync(dir, { recursive: true })
  }
}

/** Everything comes right again: all that is anywhere must arrive. */
async function settle(phones: readonly SimPhone[], network: { calm(): void; deliverLate(): Promise<void> }): Promise<void> {
  network.calm()
  await network.deliverLate()
  for (const phone of phones) {
    phone.calm()
    for (let round = 0; round < 5 && !(await phone.isDelivered()); round++) await phone.sync(false)
    if (!(await phone.isDelivered())) console.error('a phone cannot deliver')
  }
}

/** Each run has databases of its own. */
let runs = 0

const OFFICE: Staff = { id: 'office', displayName: 'office', role: 'administrator', community: null }

const enroller = (ctx: Context) => async (publicKey: { kty: 'EC'; crv: 'P-256'; x: string; y: string }) => {
  const { code } = must(await createEnrolment(ctx, OFFICE, 1))
  return must(await enrolDevice(ctx, { code, name: randomBytes(3).toString('hex'), publicKey })).device
}

const withoutGaps = (ctx: Context): Context => ({
  ...ctx,
  storage: new Proxy(ctx.storage, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (name !== 'deviceLog') return typeof value === 'function' ? value.bind(target) : value
      return async (device: string) => ({ ...(await target.deviceLog(device, 1)), missing: [] })
    }
  })
})
