import { ConfigFailure } from '../config.ts'
import { setupLink } from '../domain/initialise.ts'
import { addKey, MAX_PASSES_PER_KEY, PUBLISHED_AHEAD_SECONDS, publishTrust, withdrawKey } from '../domain/issuing-keys.ts'
import { existingRealm } from '../domain/trust.ts'
import { COMMON_HELP, type Command, dataDirOf, options, withRuntime } from './command.ts'

const print = (json: boolean | undefined, answer: object): void => {
  if (json === true) console.log(JSON.stringify(answer))
  else
    for (const [key, value] of Object.entries(answer))
      console.log(`${key.padEnd(14)}${typeof value === 'object' ? JSON.stringify(value) : value}`)
}

export const initCommand: Command = {
  summary: 'make realm and keys in an empty folder',
  help: `checkpoint init\nMakes realm, keys and the link for the first administrator; what is there stays as it is.\n${COMMON_HELP}`,
  async run(args): Promise<undefined> {
    const { values } = options(args, {})
    const answer = await withRuntime(values.data, async ({ ctx, newMasterKey }) => {
      const realm = await existingRealm(ctx)
      return { realm: realm.id, data: dataDirOf(values.data), masterKey: newMasterKey, setupLink: await setupLink(ctx) }
    })
    print(values.json, answer)
  }
}

export const statusCommand: Command = {
  summary: 'what this installation holds',
  help: `checkpoint status\n${COMMON_HELP}`,
  async run(args): Promise<undefined> {
    const { values } = options(args, {})
    const answer = await withRuntime(values.data, async ({ ctx }) => {
      const realm = await existingRealm(ctx)
      const exceptions = await ctx.storage.statusExceptions(Math.floor(ctx.env.now() / 1000))
      const count = (status: string): number => exceptions.filter(row => row.status === status).length
      return {
        realm: realm.id,
        name: realm.name,
        trustVersion: realm.trustVersion,
        passNumbers: realm.nextPassNumber,
        held: count('held'),
        revoked: count('revoked'),
        superseded: count('superseded'),
        sites: (await ctx.storage.sites()).length,
        devices: (await ctx.storage.devices()).length
      }
    })
    print(values.json, answer)
  }
}

export const keysCommand: Command = {
  summary: 'list, add or withdraw keys',
  help: `checkpoint keys list|rotate|withdraw [KEY]
  list           every key with its use
  rotate         publish a fresh issuing key now; it signs from tomorrow on
  withdraw KEY   no pass of this key opens a gate any more
${COMMON_HELP}`,
  async run(args): Promise<undefined> {
    const { values, positionals } = options(args, {})
    const [action, keyId] = positionals
    const answer = await withRuntime(values.data, async ({ ctx }) => {
      if (action === 'list')
        return {
          keys: (await ctx.storage.keys()).map(({ publicKey: _, ...key }) => ({
            ...key,
            free: MAX_PASSES_PER_KEY - key.signedCount
          }))
        }
      if (action === 'rotate') {
        const key = await addKey(ctx, 'issuing', PUBLISHED_AHEAD_SECONDS)
        await publishTrust(ctx)
        return { keyId: key.keyId, notBefore: new Date(key.notBefore * 1000).toISOString() }
      }
      if (action === 'withdraw' && keyId !== undefined) {
        if (!(await withdrawKey(ctx, keyId)))
          throw new ConfigFailure(`there is no such key, or it is withdrawn already: ${keyId}`)
        return { withdrawn: keyId }
      }
      throw new ConfigFailure('keys list, keys rotate or keys withdraw KEY')
    })
    print(values.json, answer)
  }
}
