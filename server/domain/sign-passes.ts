import { endOf, preparePass as layOut } from '../../shared/pass/codec.ts'
import type { PassContent } from '../../shared/pass/payload.ts'
import type { PassRow } from '../ports/storage.ts'
import type { Context, Staff } from './context.ts'
import { keysToSign } from './issuing-keys.ts'
import { documentIndexOf, nameIndexOf, sealText } from './pass-secrets.ts'
import type { PreparedPass } from './prepare-pass.ts'

export type PassToSign = { readonly prepared: PreparedPass; readonly community: string | null; readonly replaces: number | null }

type Signing = {
  readonly staff: Staff
  readonly wishes: readonly PassToSign[]
  /** Signatures that were begun before and are not counted on their keys yet. */
  readonly underWay?: number
}

/** Serials, keys and signatures for prepared passes; nothing is stored yet but the numbers that were taken. */
export const signPasses = async (
  ctx: Context,
  serialOf: (passNumber: number) => number,
  staff: Staff,
  wishes: readonly PassToSign[]
): Promise<PassRow[]> => (await beginSigning(ctx, serialOf, { staff, wishes }))()

/** The same in two: resolves when the signatures are under way, to what waits for them. */
export async function beginSigning(
  ctx: Context,
  serialOf: (passNumber: number) => number,
  { staff, wishes, underWay = 0 }: Signing
): Promise<() => Promise<PassRow[]>> {
  if (wishes.length === 0) return async () => []
  const keys = await keysToSign(ctx, wishes.length, underWay)
  const first = await ctx.storage.takePassNumbers(wishes.length)
  const stamp = { issuedAt: ctx.env.now(), issuedBy: staff.id }
  const parts: (() => Promise<PassRow[]>)[] = []
  let from = 0
  for (const { keyId, free } of keys) {
    const part = wishes.slice(from, from + free)
    const numbered = part.map((wish, at) => ({ ...wish, serial: serialOf(first + from + at) }))
    parts.push(signAll(ctx, numbered, { ...stamp, keyId }))
    from += part.length
  }
  return async () => (await Promise.all(parts.map(part => part()))).flat()
}

type Stamp = { readonly keyId: string; readonly issuedAt: number; readonly issuedBy: string }
type Numbered = PassToSign & { readonly serial: number }

/** Signs with one key; what is to be encrypted is encrypted meanwhile. */
function signAll({ signer }: Context, wishes: readonly Numbered[], stamp: Stamp): () => Promise<PassRow[]> {
  const keyId = Buffer.from(stamp.keyId, 'hex')
  const layouts = wishes.map(({ prepared: { kind, site, start, hours, documentTail, label }, serial }) => {
    const content: PassContent = { kind, serial, start, hours, site, documentTail, label }
    return { ...layOut(content, keyId), endsAt: endOf(content) }
  })
  const signing = signer.signMany(
    stamp.keyId,
    layouts.map(({ signedBytes }) => signedBytes)
  )
  signing.catch(() => {}) // told to who waits for it, and maybe nobody does
  const rows = wishes.map((wish, at) => unsignedRow(signer, wish, stamp, layouts[at]?.endsAt as number))
  return async () => {
    const signatures = await signing
    return rows.map((row, at) => ({ ...row, text: (layouts[at] as Layout).seal(signatures[at] as Uint8Array) }))
  }
}

type Layout = ReturnType<typeof layOut>

const unsignedRow = (
  signer: Context['signer'],
  { prepared, community, replaces, serial }: Numbered,
  { keyId, issuedAt, issuedBy }: Stamp,
  endsAt: number
): Omit<PassRow, 'text'> => ({
  serial,
  kind: prepared.kind,
  label: prepared.label,
  documentTail: prepared.documentTail,
  site: prepared.site,
  community,
  startMinute: prepared.start,
  hours: prepared.hours,
  endsAt,
  keyId,
  status: 'valid',
  statusAt: issuedAt,
  nameSealed: prepared.name === null ? null : sealText(signer, 'name', prepared.name),
  documentSealed: prepared.document === null ? null : sealText(signer, 'document', prepared.document.number),
  documentIndex: indexOf(signer, prepared.document),
  nameIndex: prepared.name === null ? null : nameIndexOf(signer, prepared.name),
  linkVersion: 1,
  replaces,
  replacedBy: null,
  issuedAt,
  issuedBy
})

const indexOf = (signer: Context['signer'], document: PreparedPass['document']): string | null =>
  document === null ? null : (document.index ?? documentIndexOf(signer, document.key))
