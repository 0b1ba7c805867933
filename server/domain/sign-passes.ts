import { endOf, preparePass as layOut } from '../../shared/pass/codec.ts'
import type { PassContent } from '../../shared/pass/payload.ts'
import type { PassRow } from '../ports/storage.ts'
import type { Context, Staff } from './context.ts'
import { keysToSign } from './issuing-keys.ts'
import { documentIndexOf, nameIndexOf, sealText } from './pass-secrets.ts'
import type { PreparedPass } from './prepare-pass.ts'

export type PassToSign = { readonly prepared: PreparedPass; readonly community: string | null; readonly replaces: number | null }

/** Serials, keys and signatures for prepared passes; nothing is stored yet but the numbers that were taken. */
export async function signPasses(
  ctx: Context,
  serialOf: (passNumber: number) => number,
  staff: Staff,
  wishes: readonly PassToSign[]
): Promise<PassRow[]> {
  const keys = await keysToSign(ctx, wishes.length)
  const first = await ctx.storage.takePassNumbers(wishes.length)
  const issuedAt = ctx.env.now()
  const rows: Promise<PassRow>[] = []
  for (const { keyId, free } of keys) {
    for (let used = 0; used < free && rows.length < wishes.length; used++) {
      const wish = wishes[rows.length] as PassToSign
      rows.push(signOne(ctx, wish, { keyId, serial: serialOf(first + rows.length), issuedAt, issuedBy: staff.id }))
    }
  }
  return Promise.all(rows)
}

type Stamp = { readonly keyId: string; readonly serial: number; readonly issuedAt: number; readonly issuedBy: string }

async function signOne({ signer }: Context, { prepared, community, replaces }: PassToSign, stamp: Stamp): Promise<PassRow> {
  const { kind, site, start, hours, label, documentTail } = prepared
  const content: PassContent = { kind, serial: stamp.serial, start, hours, site, documentTail, label }
  const { signedBytes, seal } = layOut(content, Buffer.from(stamp.keyId, 'hex'))
  const signature = signer.sign(stamp.keyId, signedBytes) // under way while the fields are encrypted
  const row: Omit<PassRow, 'text'> = {
    serial: stamp.serial,
    kind,
    label,
    documentTail,
    site,
    community,
    startMinute: start,
    hours,
    endsAt: endOf(content),
    keyId: stamp.keyId,
    status: 'valid',
    statusAt: stamp.issuedAt,
    nameSealed: prepared.name === null ? null : sealText(signer, 'name', prepared.name),
    documentSealed: prepared.document === null ? null : sealText(signer, 'document', prepared.document.number),
    documentIndex: prepared.document === null ? null : documentIndexOf(signer, prepared.document.key),
    nameIndex: prepared.name === null ? null : nameIndexOf(signer, prepared.name),
    linkVersion: 1,
    replaces,
    replacedBy: null,
    issuedAt: stamp.issuedAt,
    issuedBy: stamp.issuedBy
  }
  return { ...row, text: seal(await signature) }
}
