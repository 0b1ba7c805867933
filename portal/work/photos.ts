import { signal } from '@preact/signals'
import type { WorkPhotoKind } from '../../shared/work/words.ts'
import { sendPhoto } from './api.ts'
import { inWorkDb } from './db.ts'
import type { WorkProof } from './kept.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { isPassing } from './submission.ts'

/** Kinds that wait on this phone, by secret. */
export const waitingPhotos = signal<Readonly<Record<string, readonly WorkPhotoKind[]>>>({})

/** How many photos were taken by the service in this visit: what is shown of them is then asked for again. */
export const deliveredPhotos = signal(0)

async function look(secret: string): Promise<void> {
  const kinds = await inWorkDb(async db => (await db.getAllFromIndex('photos', 'secret', secret)).map(({ kind }) => kind))
  waitingPhotos.value = { ...waitingPhotos.value, [secret]: kinds }
}

export const loadWaitingPhotos = (secret: string): Promise<void> => look(secret).catch(console.error)

/** Kept first, so that closing the page loses no photo. */
export async function keepPhoto(secret: string, kind: WorkPhotoKind, photo: Blob): Promise<void> {
  await inWorkDb(db => db.put('photos', { secret, kind, photo }))
  await look(secret)
}

export async function dropPhotos(secret: string): Promise<void> {
  await inWorkDb(async db => {
    for (const key of await db.getAllKeysFromIndex('photos', 'secret', secret)) await db.delete('photos', key)
  }).catch(console.error)
}

/** Sends what waits for an application; the code of what was refused, null: everything was taken or waits for a network. */
export const deliverPhotos = (proof: WorkProof): Promise<{ refused: string | null }> =>
  oneAtATime('work-photos', () => deliver(proof))

async function deliver(proof: WorkProof): Promise<{ refused: string | null }> {
  const waiting = await inWorkDb(db => db.getAllFromIndex('photos', 'secret', proof.secret))
  let refused: string | null = null
  for (const { kind, photo } of waiting) {
    const answer = await sendPhoto(proof, kind, photo)
    if (!answer.ok && isPassing(answer.failure)) continue
    if (answer.ok) deliveredPhotos.value++
    else refused = answer.failure.code
    await inWorkDb(db => db.delete('photos', [proof.secret, kind]))
  }
  await look(proof.secret)
  return { refused }
}
