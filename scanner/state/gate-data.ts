import type { StatusList } from '../../shared/status/status-list.ts'
import { readerOf } from '../check/judge.ts'
import { readStatus, readTrust } from '../check/read-gate-data.ts'
import type { GateDatabase } from '../log/gate-database.ts'
import { identity, offsetMs, status, trust } from './gate-state.ts'

/** The signed texts that are in use, by list number; kept beside the log and verified at every load. */
const texts = { trust: null as string | null, lists: new Map<number, string>() }
const lists = new Map<number, StatusList>()

/** Takes a trust bundle if its root signed it and it is not older; false: refused. */
export async function takeTrust(jws: string): Promise<boolean> {
  const self = identity.value
  if (self === null) return false
  const bundle = await readTrust(jws, self.root, trust.value)
  if (!bundle.ok) return false
  trust.value = bundle.value
  texts.trust = jws
  return true
}

/** Takes a status list if a trusted status key signed it and it is not older than the one that is held. */
export async function takeStatus(jwt: string): Promise<boolean> {
  if (trust.value === null) return false
  const list = await readStatus(jwt, trust.value)
  if (!list.ok) return false
  const held = lists.get(list.value.list)
  if (held !== undefined && held.issuedAt > list.value.issuedAt) return false
  lists.set(list.value.list, list.value)
  texts.lists.set(list.value.list, jwt)
  status.value = readerOf([...lists.values()])
  return true
}

export async function keepGateData(db: GateDatabase): Promise<void> {
  await db.put(
    'gateData',
    { trust: texts.trust, lists: [...texts.lists.values()], offsetMs: offsetMs.value, offsetAt: Date.now() },
    'now'
  )
}

export async function loadGateData(db: GateDatabase): Promise<void> {
  const kept = await db.get('gateData', 'now')
  if (kept === undefined) return
  offsetMs.value = kept.offsetMs
  if (kept.trust === null || !(await takeTrust(kept.trust))) return
  for (const jwt of kept.lists) await takeStatus(jwt)
}

export const listIssuedAt = (list: number): number => lists.get(list)?.issuedAt ?? 0
