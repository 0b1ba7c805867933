import { CHAIN_START, chainEntry } from '../../shared/log/chain.ts'
import { type LogEntry, NO_DETAILS } from '../../shared/log/entry.ts'
import { toWire } from '../../shared/log/wire.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'
import { epochMs } from '../../shared/time.ts'
import { sha256 } from '../../server/keys/node-crypto.ts'
import type { TestDevice } from '../support/device.ts'
import { bearer, call, renewToken } from '../support/remote.ts'
import { type Chance, sleep } from './chance.ts'

export type SimulatedPhone = {
  readonly device: string
  /** Numbers that the server said it has. */
  readonly acknowledged: ReadonlySet<number>
  /** Numbers that never leave the phone: the server must name them. */
  readonly withheld: ReadonlySet<number>
  readonly count: number
  /** Answers that contradict an earlier one. */
  readonly contradictions: readonly string[]
  deliver(): Promise<void>
}

export type PhoneParts = {
  readonly device: TestDevice
  readonly gate: string
  readonly site: number
  readonly count: number
  readonly address: string
  readonly servers: readonly string[]
  readonly chance: Chance
}

/** Many small batches meet more faults than few large ones; half are of a tenth of the server's bound. */
const batchLimit = (chance: Chance): number => (chance.isOneIn(2) ? 500 : 50)
const PAUSE_MS = 400
const WITHHELD_ONE_IN = 1_000

/** Delivers its chain in batches of any size, also again and out of order, to any server, until all is acknowledged. */
export async function createPhone({ device, gate, site, count, address, servers, chance }: PhoneParts): Promise<SimulatedPhone> {
  const entries = await chainOf(device.id, gate, site, count)
  const withheld = new Set(
    entries.filter(({ number }) => number < count && chance.isOneIn(WITHHELD_ONE_IN)).map(({ number }) => number)
  )
  const acknowledged = new Set<number>()
  const contradictions: string[] = []
  let waiting = entries.filter(({ number }) => !withheld.has(number))
  let contiguous = 0
  let again: readonly WireEntry[] = []

  const nextBatch = (): readonly WireEntry[] => {
    if (again.length > 0 && chance.isOneIn(8)) return again
    const from = chance.isOneIn(8) ? chance.below(Math.min(waiting.length, 1_000)) : 0
    return waiting.slice(from, from + 1 + chance.below(batchLimit(chance)))
  }
  const take = (batch: readonly WireEntry[], answer: { contiguous: number; quarantined: number[] }): void => {
    if (answer.contiguous < contiguous) contradictions.push(`${answer.contiguous} after ${contiguous}`)
    contiguous = Math.max(contiguous, answer.contiguous)
    for (const number of answer.quarantined) contradictions.push(`${number} was put into quarantine`)
    for (const { number } of batch) acknowledged.add(number)
    waiting = waiting.filter(({ number }) => !acknowledged.has(number))
    again = batch
  }
  return {
    device: device.id,
    acknowledged,
    withheld,
    count,
    contradictions,
    async deliver() {
      let server = chance.pick(servers)
      while (waiting.length > 0) {
        const batch = nextBatch()
        const body = { entries: batch, unsent: waiting.length, deviceMs: Date.now() }
        try {
          const answer = await call(server, bearer(device, address), ['POST', '/api/v1/gate/entries'], body)
          if (answer.status === 200) take(batch, answer.body)
          else if (answer.status === 401) await renewToken(server, device, address)
          else throw new Error(`${answer.status}`)
        } catch {
          server = chance.pick(servers)
        }
        await sleep(chance.below(PAUSE_MS))
      }
    }
  }
}

async function chainOf(device: string, gate: string, site: number, count: number): Promise<WireEntry[]> {
  const wires: WireEntry[] = []
  let previous = CHAIN_START
  for (let number = 1; number <= count; number++) {
    const chained = await chainEntry(device, entryOf(gate, site, number), previous, sha256)
    wires.push(toWire(chained))
    previous = chained.hash
  }
  return wires
}

const entryOf = (gate: string, site: number, number: number): LogEntry => ({
  gate,
  site,
  number,
  direction: number % 2 === 0 ? 'out' : 'in',
  deviceMs: epochMs(1_790_000_000_000 + 1000 * number),
  monotonicMs: 1000 * number,
  boot: 'boot-1',
  offsetMs: 0,
  method: 'camera',
  keyId: '0123abcd',
  serial: (number * 7919) % 120_000,
  kind: 'person',
  verdict: 'PASS',
  reasons: ['OK'],
  admitted: true,
  ...NO_DETAILS
})
