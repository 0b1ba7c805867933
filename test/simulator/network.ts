import { Compile } from 'typebox/compile'
import type { Upload } from '../../scanner/sync/deliver.ts'
import type { UploadCarried } from '../../scanner/sync/deliver-carried.ts'
import type { ApiAnswer } from '../../scanner/sync/gate-api.ts'
import type { Context } from '../../server/domain/context.ts'
import { receiveCarried } from '../../server/domain/receive-carried.ts'
import { receiveEntries } from '../../server/domain/receive-entries.ts'
import { type CarriedBody, type UploadAnswer, type UploadBody, WireEntry } from '../../shared/schema/gate.ts'
import type { Random } from '../support/frames/random.ts'
import type { Life } from './mortality.ts'

const compiled = Compile(WireEntry)
const isWireEntry = (value: unknown): value is WireEntry => compiled.Check(value)

export const OFFLINE = { ok: false, failure: { kind: 'offline' } } as const
type Answer<T> = ApiAnswer<T>

/** A network between phones and the real receive path: it loses requests and answers, doubles requests, and keeps some for later. */
export type Network = {
  uploadOf(device: string, life: Life, now: () => number): Upload
  uploadCarriedOf(device: string, life: Life): UploadCarried
  /** Requests that were on their way for long arrive now, in any order. */
  deliverLate(): Promise<void>
  calm(): void
}

/** `plant`: breaks what the simulator must notice. */
export type Plant = 'none' | 'acknowledges-what-it-lost' | 'forgets-the-copy' | 'scans-again' | 'names-no-gap'

export function createNetwork(ctx: Context, random: Random, faults: number, plant: Plant): Network {
  let chance = faults
  const late: (() => Promise<unknown>)[] = []
  const travel = async <T>(life: Life, receive: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    life.step()
    const fate = random.next() < chance ? random.below(4) : 4
    if (fate === 0) return OFFLINE
    if (fate === 1) {
      late.push(receive)
      return OFFLINE
    }
    const answer = await receive()
    if (fate === 2) return OFFLINE
    const again = fate === 3 ? await receive() : answer
    life.step()
    return again
  }
  return {
    uploadOf: (device, life, now) => async (entries, unsent) => {
      const body = wired<UploadBody>({ entries, unsent, deviceMs: now() })
      const answer = await travel(life, async () => {
        const row = await ctx.storage.device(device)
        if (row === null) throw new Error(`the server does not know ${device}`)
        return { ok: true, value: wired(await receiveEntries(ctx, isWireEntry, row, body)) }
      })
      return answer.ok || plant !== 'acknowledges-what-it-lost' ? answer : pretended(entries.at(-1)?.number ?? 0)
    },
    uploadCarriedOf: (device, life) => body =>
      travel(life, async () => {
        const row = await ctx.storage.device(device)
        if (row === null) throw new Error(`the server does not know ${device}`)
        const outcome = await receiveCarried(ctx, isWireEntry, { device: row }, wired<CarriedBody>(body))
        if (!outcome.ok) throw new Error(`carried entries were refused: ${outcome.failure.code}`)
        return { ok: true, value: outcome.value }
      }),
    async deliverLate() {
      while (late.length > 0) await late.splice(random.below(late.length), 1)[0]?.()
    },
    calm() {
      chance = 0
    }
  }
}

/** As JSON makes it. */
const wired = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const pretended = (contiguous: number): Answer<UploadAnswer> => ({
  ok: true,
  value: { contiguous, missing: [], quarantined: [], serverTime: 0 }
})
