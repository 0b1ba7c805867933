import type { RecentEntry } from '../../shared/gate/gate-input.ts'
import type { StatusList } from '../../shared/status/status-list.ts'
import { epochMs, secondsOf } from '../../shared/time.ts'
import { readerOf } from '../check/judge.ts'
import { mergeRecent } from '../check/merge-recent.ts'
import type { GateDatabase, Identity } from '../log/gate-database.ts'
import type { HeldData } from '../sync/synchronise.ts'
import { learnOffset, recallOffset, sawSigned } from './clock.ts'
import { offsetMs, recent, status, trust } from './gate-state.ts'

export type GateData = HeldData & { load(): Promise<void> }

/** The signature library is no part of the first page: a phone that is not enrolled has nothing to verify. */
const reader = () => import('../check/read-gate-data.ts')

/** The signed texts that this phone believes, kept beside the log and verified at every load. */
export function createGateData(db: GateDatabase, { root }: Pick<Identity, 'root'>): GateData {
  let trustText: string | null = null
  const lists = new Map<number, { readonly list: StatusList; readonly text: string }>()

  const takeTrust = async (jws: string): Promise<boolean> => {
    const { readTrust } = await reader()
    const bundle = await readTrust(jws, root, trust.value)
    if (!bundle.ok) return false
    trust.value = bundle.value
    sawSigned(bundle.value.issuedAt * 1000)
    trustText = jws
    return true
  }
  const takeStatus = async (jwt: string): Promise<boolean> => {
    if (trust.value === null) return false
    const { readStatus } = await reader()
    const read = await readStatus(jwt, trust.value)
    if (!read.ok) return false
    const held = lists.get(read.value.list)
    if (held !== undefined && held.list.issuedAt > read.value.issuedAt) return false
    sawSigned(read.value.issuedAt * 1000)
    lists.set(read.value.list, { list: read.value, text: jwt })
    status.value = readerOf([...lists.values()].map(({ list }) => list))
    return true
  }
  return {
    takeTrust,
    takeStatus,
    trustVersion: () => trust.value?.version ?? null,
    listIssuedAt: list => lists.get(list)?.list.issuedAt ?? 0,
    takeRecent(entries, successors) {
      if (entries.length > 0) addRecent(entries)
      for (const [old, next] of successors) addRecent(handedOn(recent.value, old, next))
    },
    learnOffset,
    async keep() {
      const texts = [...lists.values()].map(({ text }) => text)
      await db.put('gateData', { trust: trustText, lists: texts, offsetMs: offsetMs.value, offsetAt: Date.now() }, 'now')
    },
    async load() {
      const [kept, told] = [await db.get('gateData', 'now'), await db.get('recent', 'now')]
      if (kept?.offsetMs != null && kept.offsetAt !== null) recallOffset(kept.offsetMs, kept.offsetAt + kept.offsetMs)
      if (told !== undefined) addRecent(told)
      if (kept === undefined) return
      if (kept.trust === null || !(await takeTrust(kept.trust))) return
      for (const jwt of kept.lists) await takeStatus(jwt)
    }
  }
}

/** What the old pass used of a quota, the one that was issued in its place has used. */
const handedOn = (known: readonly RecentEntry[], old: number, next: number): RecentEntry[] =>
  known.filter(({ serial }) => serial === old).map(entry => ({ ...entry, serial: next }))

/** Passages that a repetition or a quota may ask about, from this phone and from others. */
export function addRecent(entries: readonly RecentEntry[]): void {
  recent.value = mergeRecent(recent.value, entries, secondsOf(epochMs(Date.now() + (offsetMs.value ?? 0))))
}
