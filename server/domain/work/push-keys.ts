import { generateKeyPairSync } from 'node:crypto'
import type { Context } from '../context.ts'
import { openText, sealText } from '../pass-secrets.ts'

/** VAPID (RFC 8292): P-256, base64url, the public key uncompressed. */
export type PushKeys = { readonly publicKey: string; readonly privateKey: string }

const SETTING = 'push-keys'

/** Made once for an installation and kept sealed: browsers tie their subscriptions to it. */
export async function pushKeys(ctx: Context): Promise<PushKeys> {
  const kept = await ctx.storage.setting(SETTING)
  if (kept !== null) return JSON.parse(openText(ctx.signer, 'push-keys', kept) as string) as PushKeys
  return ctx.storage.exclusively(SETTING, async () => {
    const other = await ctx.storage.setting(SETTING)
    if (other !== null) return JSON.parse(openText(ctx.signer, 'push-keys', other) as string) as PushKeys
    const made = makeKeys()
    await ctx.storage.putSetting(SETTING, sealText(ctx.signer, 'push-keys', JSON.stringify(made)))
    return made
  })
}

function makeKeys(): PushKeys {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const { d } = privateKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x ?? '', 'base64url'), Buffer.from(y ?? '', 'base64url')])
  return { publicKey: point.toString('base64url'), privateKey: d ?? '' }
}
