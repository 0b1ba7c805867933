import { fail, ok, type Result } from '../result.ts'

export type LabelFailure = 'label-length' | 'label-utf8' | 'label-characters' | 'label-normal-form'

/** A person with a three- or four-character name fits version 6 with 8 bytes; 40 leaves room for names of minorities and foreigners. */
export const MAX_LABEL_BYTES = 40
/** Controls, line breaks, and marks that change the reading direction of what a volunteer sees. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function encodeLabel(label: string): Result<Uint8Array, LabelFailure> {
  const failure = whatIsWrongWith(label)
  if (failure !== null) return fail(failure)
  const bytes = encoder.encode(label)
  return bytes.length > MAX_LABEL_BYTES ? fail('label-length') : ok(bytes)
}

export function decodeLabel(bytes: Uint8Array): Result<string, LabelFailure> {
  if (bytes.length > MAX_LABEL_BYTES) return fail('label-length')
  const label = decodeUtf8(bytes)
  if (label === null) return fail('label-utf8')
  const failure = whatIsWrongWith(label)
  return failure === null ? ok(label) : fail(failure)
}

function whatIsWrongWith(label: string): LabelFailure | null {
  if (label.length === 0) return 'label-length'
  if (FORBIDDEN.test(label)) return 'label-characters'
  return label.normalize('NFC') === label ? null : 'label-normal-form'
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null // the only way in which the strict decoder says that these bytes are no UTF-8
  }
}
