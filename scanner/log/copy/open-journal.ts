import { createCacheJournal } from './cache-journal.ts'
import { createFileJournal } from './file-journal.ts'
import type { Journal } from './journal.ts'

/** Where the second copy is kept; `none`: this browser has no second place, and the screen says so. */
export type CopyPlace = 'file' | 'cache' | 'none'
export type OpenedJournal = { readonly journal: Journal; readonly place: 'file' | 'cache' } | { readonly place: 'none' }

/** The best place that this browser has and that can be read. */
export async function openJournal(): Promise<OpenedJournal> {
  const file = await tried(() => ('getDirectory' in (navigator.storage ?? {}) ? createFileJournal() : null))
  if (file !== null) return { journal: file, place: 'file' }
  const cache = await tried(() => ('caches' in globalThis ? createCacheJournal(caches) : null))
  return cache === null ? { place: 'none' } : { journal: cache, place: 'cache' }
}

async function tried(make: () => Journal | null): Promise<Journal | null> {
  try {
    const journal = make()
    await journal?.read()
    return journal
  } catch (error) {
    console.error(error) // private windows have the interface and refuse its use
    return null
  }
}
