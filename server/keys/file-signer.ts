import type { KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Signer } from '../ports/signer.ts'
import { agree } from './agree.ts'
import { KeyFailure } from './key-failure.ts'
import { makeKey, openKey, requireMasterKey, sealCheck, signInThread } from './private-key.ts'
import { createSealing, type Sealing } from './sealing.ts'
import { signMany } from './sign-many.ts'
import { writeDurably } from './write-durably.ts'

const CHECK_FILE = 'check.sealed'

/** Private keys as one encrypted file each (PKCS #8 under the master key) in `dir`. */
export function openFileSigner(dir: string, masterKey: Uint8Array, randomBytes: (count: number) => Uint8Array): Signer {
  const sealing = createSealing(masterKey, randomBytes)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  checkMasterKey(dir, sealing)
  const keys = new Map<string, KeyObject>()
  for (const file of readdirSync(dir).filter(name => name.endsWith('.key'))) {
    keys.set(file.slice(0, -'.key'.length), openKey(sealing, readFileSync(join(dir, file), 'utf8'), join(dir, file)))
  }

  const keyOf = (keyId: string): KeyObject => {
    const key = keys.get(keyId)
    if (key === undefined) throw new KeyFailure('key-file-broken', `The private key ${keyId} is not in ${dir}.`)
    return key
  }

  return {
    async createKey() {
      for (;;) {
        const { handle, privateKey, sealed } = makeKey(sealing)
        if (keys.has(handle.keyId)) continue // four bytes can meet again; a bundle must not hold two
        writeDurably(join(dir, `${handle.keyId}.key`), sealed)
        keys.set(handle.keyId, privateKey)
        return handle
      }
    },
    has: keyId => keys.has(keyId),
    refresh: async () => {},
    sign: async (keyId, data) => signInThread(keyOf(keyId), data),
    signMany: async (keyId, data) => signMany(keyOf(keyId), data),
    agree: async (keyId, publicKey) => agree(keyOf(keyId), publicKey),
    ...sealing
  }
}

function checkMasterKey(dir: string, sealing: Sealing): void {
  const file = join(dir, CHECK_FILE)
  if (existsSync(file)) requireMasterKey(sealing, readFileSync(file, 'utf8'), dir)
  else writeDurably(file, sealCheck(sealing))
}

/** What is kept in `dir`, still sealed, as servers on a shared database keep it. */
export function sealedKeysIn(dir: string): { keyId: string; sealed: string }[] {
  const keys = readdirSync(dir).filter(name => name.endsWith('.key'))
  const read = (name: string): string => readFileSync(join(dir, name), 'utf8')
  return [
    { keyId: 'check', sealed: read(CHECK_FILE) },
    ...keys.map(name => ({ keyId: name.slice(0, -'.key'.length), sealed: read(name) }))
  ]
}
