import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInProcessBus } from './bus/in-process-bus.ts'
import { createRedisBus } from './bus/redis-bus.ts'
import { type ChangeWatch, watchChanges } from './bus/watch-changes.ts'
import type { Context } from './domain/context.ts'
import { openFileSigner } from './keys/file-signer.ts'
import { loadMasterKey, type MasterKeySource } from './keys/master-key.ts'
import { createRandomSource } from './keys/random-source.ts'
import { createScryptHasher } from './keys/scrypt-hasher.ts'
import { openStoredSigner } from './keys/stored-signer.ts'
import type { Bus } from './ports/bus.ts'
import type { Signer } from './ports/signer.ts'
import type { Storage } from './ports/storage.ts'
import { openPostgresStorage } from './storage/postgres/open.ts'
import { openSqliteStorage } from './storage/sqlite/open.ts'

export type Runtime = {
  readonly ctx: Context
  /** This process among several; new with every start. */
  readonly server: string
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
  /** null or left out: the embedded database and the key files in `dataDir`. */
  readonly databaseUrl?: string | null
  readonly redisUrl?: string | null
}

/** Without messages a change is found within this time; with them, only one that was lost has to be found. */
const LOOK_ALONE_MS = 1_000
const LOOK_JOINED_MS = 10_000

/**
 * The embedded installation in a folder, or this server of several: database, keys, bus. The database comes first,
 * because its lock keeps a second process from touching the keys.
 */
export async function openRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { dataDir, masterKey, databaseUrl = null } = options
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const storage =
    databaseUrl === null
      ? await openSqliteStorage({ file: join(dataDir, 'checkpoint.db') })
      : await openPostgresStorage({ url: databaseUrl, now: Date.now })
  try {
    const random = createRandomSource()
    const { key, createdAt } = loadMasterKey(masterKey, random)
    const signer =
      databaseUrl === null ? openFileSigner(join(dataDir, 'keys'), key, random) : await openStoredSigner(storage, key, random)
    const server = randomUUID()
    const { bus, stop } = startBus(options, storage, signer, server)
    let address = options.publicUrl
    const ctx: Context = {
      storage,
      bus,
      signer,
      passwords: createScryptHasher(random),
      env: { now: Date.now, randomBytes: random },
      publicUrl: () => address
    }
    return {
      ctx,
      server,
      newMasterKey: createdAt,
      setPublicUrl: url => {
        address = url
      },
      async close() {
        await stop()
        await storage.close()
      }
    }
  } catch (error) {
    await storage.close()
    throw error
  }
}

/** One server needs no watch; several find each other's changes in the database, sooner by Redis. */
function startBus(
  { databaseUrl = null, redisUrl = null, onBusError }: RuntimeOptions,
  storage: Storage,
  signer: Signer,
  server: string
): { bus: Bus; stop(): Promise<void> } {
  const local = createInProcessBus(onBusError)
  if (databaseUrl === null) return { bus: local, stop: () => local.close() }
  let watch: ChangeWatch | null = null
  const bus =
    redisUrl === null
      ? local
      : createRedisBus({
          url: redisUrl,
          name: Buffer.from(signer.mac('bus', Buffer.from('name')))
            .toString('base64url')
            .slice(0, 16),
          server,
          local,
          onJoin: () => void watch?.look(),
          onError: onBusError
        })
  watch = watchChanges({
    storage,
    local,
    pauseMs: () => (bus.state() === 'joined' ? LOOK_JOINED_MS : LOOK_ALONE_MS),
    onError: onBusError
  })
  return {
    bus,
    async stop() {
      await watch.stop()
      await bus.close()
    }
  }
}
