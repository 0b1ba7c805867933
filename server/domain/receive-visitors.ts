import { createHash } from 'node:crypto'
import parseForeign from 'libphonenumber-js/min'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type ParsedVisitor, parseVisitor, readTyped } from '../../shared/visitor/visitor-record.ts'
import type { NewStoredEntry } from '../ports/log-storage.ts'
import type { VisitorRow } from '../ports/visitor-storage.ts'
import { localDayOf } from './local-day.ts'
import type { Context } from './context.ts'
import { openSealed, type SealFailure } from './open-sealed.ts'
import { documentIndexOf, nameIndexOf, phoneIndexOf, sealText } from './pass-secrets.ts'
import { raiseAlert } from './raise-alert.ts'

/** `content`: opened, but no visitor's record. `foreign`: another phone's. */
export type VisitorFailure = SealFailure | 'content' | 'foreign'

export const digestOf = (sealed: string): string => createHash('sha256').update(sealed).digest('base64url')

/**
 * Opens what phones sealed and keeps it under the installation's own key. What cannot be opened goes nowhere: the entry
 * stays as it is, and staff are told.
 */
export async function receiveVisitors(ctx: Context, entries: readonly NewStoredEntry[]): Promise<void> {
  const visitors = entries.flatMap(entry => (entry.sealed === null ? [] : [{ entry, sealed: entry.sealed }]))
  if (visitors.length === 0) return
  const keyIds = (await ctx.storage.keys()).filter(({ purpose }) => purpose === 'sealing').map(({ keyId }) => keyId)
  for (const { entry, sealed } of visitors) {
    const digest = digestOf(sealed)
    // A passage's later entries carry the same text; a copy in another phone's log is looked at by itself.
    const known = await ctx.storage.visitor(digest)
    if (known !== null && known.device === entry.device) continue
    const opened = await openVisitor(ctx, keyIds, entry, sealed)
    if (known === null) await ctx.storage.addVisitor(rowOf(ctx, entry, digest, opened))
    if (!opened.ok) await tell(ctx, entry, opened.failure)
  }
}

async function openVisitor(
  ctx: Context,
  keyIds: readonly string[],
  entry: NewStoredEntry,
  sealed: string
): Promise<Result<ParsedVisitor, VisitorFailure>> {
  const plain = await openSealed(ctx.signer, keyIds, sealed)
  if (!plain.ok) return plain
  const typed = readTyped(jsonOf(plain.value))
  if (typed === null) return fail('content')
  if (typed.device !== entry.device) return fail('foreign')
  const parsed = parseVisitor(typed, localDayOf(entry.receivedAt), foreignPhone)
  return parsed.ok ? ok(parsed.value) : fail('content')
}

function rowOf(
  { signer }: Context,
  { device, number, site, at }: NewStoredEntry,
  digest: string,
  opened: Result<ParsedVisitor, VisitorFailure>
): VisitorRow {
  const place = { digest, device, number, site, at }
  if (!opened.ok)
    return { ...place, record: null, failure: opened.failure, phoneIndex: null, documentIndex: null, nameIndex: null }
  const { record, documentKey } = opened.value
  return {
    ...place,
    record: sealText(signer, 'visitor', JSON.stringify(record)),
    failure: null,
    phoneIndex: phoneIndexOf(signer, record.phone),
    documentIndex: documentKey === null ? null : documentIndexOf(signer, documentKey),
    nameIndex: nameIndexOf(signer, record.name)
  }
}

const tell = (ctx: Context, { device, number, site, gate, at }: NewStoredEntry, failure: VisitorFailure): Promise<void> =>
  raiseAlert(ctx, {
    kind: 'sealed',
    device,
    number,
    site,
    gate,
    community: null,
    at,
    serial: null,
    label: null,
    held: false,
    note: failure
  })

const foreignPhone = (text: string): string | null => {
  const number = parseForeign(text)
  return number?.isValid() ? number.number : null
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch {
    return null // not JSON
  }
}
