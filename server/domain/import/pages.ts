import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Signer } from '../../ports/signer.ts'

export type Cells = { readonly line: number; readonly cells: readonly string[] }
type Field = 'import-page' | 'import-row' | 'import-finding'

/** Packed, then sealed: the rows of a file are people's numbers, and there are many. */
export const sealPacked = (signer: Pick<Signer, 'seal'>, field: Field, value: object): string =>
  signer.seal(`field/${field}`, deflateRawSync(Buffer.from(JSON.stringify(value)), { level: 1 }))

export function openPacked<T>(signer: Pick<Signer, 'open'>, field: Field, sealed: string): T {
  return JSON.parse(inflateRawSync(opened(signer, field, sealed)).toString()) as T
}

/** Small ones are not packed: it would take longer than it saves. */
export const sealPlain = (signer: Pick<Signer, 'seal'>, field: Field, value: object): string =>
  signer.seal(`field/${field}`, Buffer.from(JSON.stringify(value)))
export const openPlain = <T>(signer: Pick<Signer, 'open'>, field: Field, sealed: string): T =>
  JSON.parse(opened(signer, field, sealed).toString()) as T

function opened(signer: Pick<Signer, 'open'>, field: Field, sealed: string): Buffer {
  const bytes = signer.open(`field/${field}`, sealed)
  if (bytes === null) throw new Error(`a sealed ${field} cannot be opened`)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
