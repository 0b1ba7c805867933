import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInProcessBus } from './bus/in-process-bus.ts'
import type { Context } from './domain/context.ts'
import { openFileSigner } from './keys/file-signer.ts'
import { loadMasterKey, type MasterKeySource } from './keys/master-key.ts'
import { createRandomSource } from './keys/random-source.ts'
import { createScryptHasher } from './keys/scrypt-hasher.ts'
import { openSqliteStorage } from './storage/sqlite/open.ts'

export type Runtime = {
  readonly ctx: Context
  /** Where a master key was just made, to be backed up; null: it was there. */
  readonly newMasterKey: string | null
  setPublicUrl(url: string): void
  close(): Promise<void>
}

export type RuntimeOptions = {
  readonly dataDir: string
  readonly masterKey: MasterKeySource
  readonly publicUrl: string
  readonly onBusError: (error: unknown) => void
}

/**
 * The embedded installation in a folder: database, keys, bus. The database comes first, because its lock keeps a
 * second process from touching the keys.
 */
export async function openRuntime({ dataDir, masterKey, publicUrl, onBusError }: RuntimeOptions): Promise<Runtime> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const storage = await openSqliteStorage({ file: join(dataDir, 'checkpoint.db') })
  try {
    const random = createRandomSource()
    const { key, createdAt } = loadMasterKey(masterKey, random)
    const bus = createInProcessBus(onBusError)
    let address = publicUrl
    const ctx: Context = {
      storage,
      bus,
      signer: openFileSigner(join(dataDir, 'keys'), key, random),
      passwords: createScryptHasher(random),
      env: { now: Date.now, randomBytes: random },
      publicUrl: () => address
    }
    return {
      ctx,
      newMasterKey: createdAt,
      setPublicUrl: url => {
        address = url
      },
      async close() {
        await bus.close()
        await storage.close()
      }
    }
  } catch (error) {
    await storage.close()
    throw error
  }
}
