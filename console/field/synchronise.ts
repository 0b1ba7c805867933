import type { Delivered, Delivery, FieldDoor, FieldPage } from '../../shared/schema/survey-field.ts'
import type { Answer, Failure } from '../../ui/api/client.ts'
import type { Kept, Meta, PlaceName } from './kept.ts'
import { afterAnswer, nextDelivery } from './outgoing.ts'

export type FieldApi = {
  deliver(body: Delivery): Promise<Answer<Delivered>>
  page(after: number | null): Promise<Answer<FieldPage>>
  sites(): readonly PlaceName[]
}

/** Delivers first, then fetches the list. Null: all went well. What was not acknowledged stays on the phone. */
export async function synchronise(kept: Kept, api: FieldApi, now: () => number): Promise<Failure | null> {
  const failure = await deliverAll(kept, api)
  return failure ?? fetchList(kept, api, now)
}

async function deliverAll(kept: Kept, api: FieldApi): Promise<Failure | null> {
  for (;;) {
    const next = nextDelivery(await kept.outbox())
    if (next === null) return null
    // Written down before it leaves: from now on it may have arrived.
    for (const item of next.items) if (item.kind === 'change' && !item.sent) await kept.putOutgoing({ ...item, sent: true })
    const answer = await api.deliver(next.body)
    if (!answer.ok) return answer.failure
    const results = new Map(answer.value.results.map(result => [result.id, result]))
    let settled = 0
    for (const item of next.items) {
      const result = results.get(item.id)
      if (result === undefined) continue
      await kept.replaceOutgoing(item.id, afterAnswer(item, result))
      settled++
    }
    if (settled === 0) return { code: 'unexpected', path: null, status: 200, requestId: null }
  }
}

async function fetchList(kept: Kept, api: FieldApi, now: () => number): Promise<Failure | null> {
  const doors: FieldDoor[] = []
  let meta: Meta = { sites: api.sites(), rounds: [], fetchedAt: now() }
  for (let after: number | null = null; ; ) {
    const answer: Answer<FieldPage> = await api.page(after)
    if (!answer.ok) return answer.failure
    doors.push(...answer.value.doors)
    meta = { sites: api.sites(), rounds: answer.value.rounds.map(({ id, name }) => ({ id, name })), fetchedAt: now() }
    after = answer.value.next
    if (after === null) break
  }
  // The whole list at once: half a list would take the other half for handed on.
  await kept.putDoors(doors, new Set((await kept.outbox()).map(({ household }) => household)))
  await kept.putMeta(meta)
  return null
}
