import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { FieldDoor } from '../../shared/schema/survey-field.ts'
import type { Outgoing } from './outgoing.ts'

type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly data: ArrayBuffer }
/** Names of the places, for when nobody can be asked. */
export type PlaceName = { readonly number: number; readonly name: string; readonly nameEn: string }
export type Meta = {
  readonly sites: readonly PlaceName[]
  readonly rounds: readonly { readonly id: string; readonly name: string }[]
  readonly fetchedAt: number
}

interface FieldSchema extends DBSchema {
  keys: { key: 'field'; value: CryptoKey }
  doors: { key: number; value: Sealed }
  outbox: { key: string; value: Sealed & { readonly at: number } }
  meta: { key: 'meta'; value: Sealed }
}

/** What a grid worker's phone holds, for one account. Everything is sealed by a key that the browser never gives out. */
export type Kept = {
  doors(): Promise<FieldDoor[]>
  /** Replaces the list; doors that are not on it any more go, unless something of theirs is still to be sent. */
  putDoors(doors: readonly FieldDoor[], keep: ReadonlySet<number>): Promise<void>
  outbox(): Promise<Outgoing[]>
  /** Durable when it resolves. */
  putOutgoing(item: Outgoing): Promise<void>
  removeOutgoing(id: string): Promise<void>
  /** One for the other, in one step. */
  replaceOutgoing(before: string | null, after: Outgoing | null): Promise<void>
  meta(): Promise<Meta | null>
  putMeta(meta: Meta): Promise<void>
  /** Everything, with the key. The caller has seen that nothing is unsent. */
  destroy(): Promise<void>
}

const nameOf = (account: string): string => `checkpoint-field-${account}`

export async function openKept(account: string): Promise<Kept> {
  const db = await openDB<FieldSchema>(nameOf(account), 1, {
    upgrade(fresh) {
      fresh.createObjectStore('keys')
      fresh.createObjectStore('doors')
      fresh.createObjectStore('outbox')
      fresh.createObjectStore('meta')
    },
    // The same phone signs out in another page: nothing may hold the list there.
    blocking: (_before, _after, event) => (event.target as IDBDatabase).close()
  })
  const key = await keyOf(db)
  const seal = async (value: object): Promise<Sealed> => {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const text = new TextEncoder().encode(JSON.stringify(value))
    return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text) }
  }
  const open = async <T>({ iv, data }: Sealed): Promise<T> =>
    JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data))) as T
  return {
    async doors() {
      return Promise.all((await db.getAll('doors')).map(row => open<FieldDoor>(row)))
    },
    async putDoors(doors, keep) {
      const sealed = await Promise.all(doors.map(async door => [door.sheet.id, await seal(door)] as const))
      const listed = new Set(doors.map(({ sheet }) => sheet.id))
      const tx = db.transaction('doors', 'readwrite')
      for (const id of await tx.store.getAllKeys()) if (!listed.has(id) && !keep.has(id)) await tx.store.delete(id)
      for (const [id, row] of sealed) await tx.store.put(row, id)
      await tx.done
    },
    async outbox() {
      const rows = (await db.getAll('outbox')).sort((a, b) => a.at - b.at)
      return Promise.all(rows.map(row => open<Outgoing>(row)))
    },
    putOutgoing: item => write(db, seal, null, item),
    removeOutgoing: id => db.delete('outbox', id),
    replaceOutgoing: (before, after) => write(db, seal, before, after),
    async meta() {
      const row = await db.get('meta', 'meta')
      return row === undefined ? null : open<Meta>(row)
    },
    async putMeta(meta) {
      await db.put('meta', await seal(meta), 'meta')
    },
    async destroy() {
      db.close()
      await deleteDB(nameOf(account))
    }
  }
}

async function write(
  db: IDBPDatabase<FieldSchema>,
  seal: (value: object) => Promise<Sealed>,
  before: string | null,
  after: Outgoing | null
): Promise<void> {
  const sealed = after === null ? null : { ...(await seal(after)), at: after.body.at }
  const tx = db.transaction('outbox', 'readwrite', { durability: 'strict' })
  if (before !== null && before !== after?.id) await tx.store.delete(before)
  if (sealed !== null && after !== null) await tx.store.put(sealed, after.id)
  await tx.done
}

/** Made here once; two pages that come at the same time take the same one. */
async function keyOf(db: IDBPDatabase<FieldSchema>): Promise<CryptoKey> {
  const known = await db.get('keys', 'field')
  if (known !== undefined) return known
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const tx = db.transaction('keys', 'readwrite', { durability: 'strict' })
  const key = (await tx.store.get('field')) ?? fresh
  await tx.store.put(key, 'field')
  await tx.done
  return key
}
