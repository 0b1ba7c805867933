import type { KeyObject } from 'node:crypto'
import type { SharedStorage } from '../ports/shared-storage.ts'
import type { Signer } from '../ports/signer.ts'
import { agree } from './agree.ts'
import { KeyFailure } from './key-failure.ts'
import { makeKey, openKey, requireMasterKey, sealCheck, signInThread } from './private-key.ts'
import { createSealing } from './sealing.ts'
import { signMany } from './sign-many.ts'

export type KeyShelf = Pick<SharedStorage, 'sealedKeys' | 'addSealedKey'>

/** The row that only the right master key opens; no key id looks like it. */
const CHECK = 'check'
const WHERE = 'the database'

/**
 * Private keys of several servers, encrypted under the master key that they all are given, in the database that they
 * share. What another server made is found when it is needed.
 */
export async function openStoredSigner(
  shelf: KeyShelf,
  masterKey: Uint8Array,
  randomBytes: (count: number) => Uint8Array
): Promise<Signer> {
  const sealing = createSealing(masterKey, randomBytes)
  await shelf.addSealedKey(CHECK, sealCheck(sealing))
  const keys = new Map<string, KeyObject>()
  const refresh = async (): Promise<void> => {
    const rows = await shelf.sealedKeys()
    const check = rows.find(({ keyId }) => keyId === CHECK)
    if (check !== undefined) requireMasterKey(sealing, check.sealed, WHERE)
    for (const { keyId, sealed } of rows) {
      if (keyId !== CHECK && !keys.has(keyId)) keys.set(keyId, openKey(sealing, sealed, `The private key ${keyId} in ${WHERE}`))
    }
  }
  await refresh()
  const keyOf = async (keyId: string): Promise<KeyObject> => {
    if (!keys.has(keyId)) await refresh()
    const key = keys.get(keyId)
    if (key === undefined) throw new KeyFailure('key-file-broken', `The private key ${keyId} is not in ${WHERE}.`)
    return key
  }

  return {
    async createKey() {
      for (;;) {
        const { handle, privateKey, sealed } = makeKey(sealing)
        if (!(await shelf.addSealedKey(handle.keyId, sealed))) continue // four bytes can meet again
        keys.set(handle.keyId, privateKey)
        return handle
      }
    },
    has: keyId => keys.has(keyId),
    refresh,
    sign: async (keyId, data) => signInThread(await keyOf(keyId), data),
    signMany: async (keyId, data) => signMany(await keyOf(keyId), data),
    agree: async (keyId, publicKey) => agree(await keyOf(keyId), publicKey),
    ...sealing
  }
}
