import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { RosterAnswer } from '../../shared/schema/roster.ts'
import { fromBase64Url } from '../../shared/bytes.ts'

/** `site`: a phone that was enrolled elsewhere meanwhile must not look people up in its old roster. */
export type RosterHead = {
  readonly site: number
  readonly version: string
  readonly iterations: number
  readonly wraps: RosterAnswer['wraps']
}

interface RosterSchema extends DBSchema {
  head: { key: 'head'; value: RosterHead }
  chunks: { key: number; value: Uint8Array<ArrayBuffer> }
}

export type RosterStore = {
  head(): Promise<RosterHead | null>
  chunk(index: number): Promise<Uint8Array<ArrayBuffer> | null>
  /** All of an answer or nothing: a version names exactly its chunks. */
  take(site: number, answer: RosterAnswer): Promise<void>
}

const NAME = 'checkpoint-roster'

/** Apart from the log: what is fetched again may be thrown away, what is logged may not. */
export async function openRosterStore(name = NAME): Promise<RosterStore> {
  const db: IDBPDatabase<RosterSchema> = await openDB<RosterSchema>(name, 1, {
    upgrade(opened) {
      opened.createObjectStore('head')
      opened.createObjectStore('chunks')
    },
    blocking: () => db.close()
  })
  return {
    head: async () => (await db.get('head', 'head')) ?? null,
    chunk: async index => (await db.get('chunks', index)) ?? null,
    async take(site, { version, iterations, wraps, chunks }) {
      const transaction = db.transaction(['head', 'chunks'], 'readwrite')
      const known = await transaction.objectStore('head').get('head')
      if (known !== undefined && known.site !== site) await transaction.objectStore('chunks').clear()
      for (const [index, text] of chunks)
        await transaction.objectStore('chunks').put(new Uint8Array(fromBase64Url(text) ?? []), index)
      await transaction.objectStore('head').put({ site, version, iterations, wraps }, 'head')
      await transaction.done
    }
  }
}

/** The phone is given back. */
export const forgetRoster = (name = NAME): Promise<void> => deleteDB(name)
