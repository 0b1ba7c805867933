import { fail, ok, type Result } from '../result.ts'
import { type PassMinute, passMinute } from '../time.ts'
import { decodeDocumentTail, encodeDocumentTail, NO_TAIL } from './document-tail.ts'
import { kindOfNumber, PASS_KINDS, type PassKind } from './kinds.ts'
import { decodeLabel, encodeLabel, type LabelFailure } from './label.ts'

/** What a pass says; every number in the unit of the format, so that encoding cannot lose anything. */
export type PassContent = {
  readonly kind: PassKind
  /** 24 bits, unique within the realm. */
  readonly serial: number
  readonly start: PassMinute
  /** Length of validity in hours, 1–16,383. */
  readonly hours: number
  /** Site number 1–65,535, or 0 for every site of the realm. */
  readonly site: number
  /** Last four characters of the document (three digits, then a digit or X); null when there is none. Never on a vehicle. */
  readonly documentTail: string | null
  /** Masked name, or the normalised plate of a vehicle: NFC, 1–40 bytes of UTF-8. */
  readonly label: string
}

export type PayloadFailure = 'payload-length' | 'version' | 'kind' | 'hours' | 'flags' | 'document-tail' | LabelFailure

const VERSION = 1
const FLAG_BITS = 0xc000
export const MAX_SERIAL = 0xffffff
export const MAX_HOURS = 0x3fff
export const MAX_SITE = 0xffff
/** Version, serial, start, hours and site: the fields that every kind has. */
const HEAD_BYTES = 11
const TAIL_BYTES = 2

/** Layout of docs/protocol.md, big-endian. Throws a RangeError on a value that the format cannot hold: the caller's mistake. */
export function encodePayload(pass: PassContent): Uint8Array<ArrayBuffer> {
  assertRange('serial', pass.serial, 0, MAX_SERIAL)
  assertRange('start', pass.start, 0, 0xffffff)
  assertRange('hours', pass.hours, 1, MAX_HOURS)
  assertRange('site', pass.site, 0, MAX_SITE)
  const label = encodeLabel(pass.label)
  if (!label.ok) throw new RangeError(`label: ${label.failure}`)
  const labelAt = HEAD_BYTES + (hasTail(pass.kind) ? TAIL_BYTES : 0)
  const bytes = new Uint8Array(labelAt + label.value.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, pass.serial)
  view.setUint8(0, (VERSION << 4) | PASS_KINDS[pass.kind])
  view.setUint16(4, pass.start >>> 8)
  view.setUint8(6, pass.start & 255)
  view.setUint16(7, pass.hours)
  view.setUint16(9, pass.site)
  if (hasTail(pass.kind)) view.setUint16(HEAD_BYTES, encodeDocumentTail(pass.documentTail))
  else if (pass.documentTail !== null) throw new RangeError('documentTail: a vehicle has none')
  bytes.set(label.value, labelAt)
  return bytes
}

/** Strict inverse of {@link encodePayload}. */
export function decodePayload(bytes: Uint8Array): Result<PassContent, PayloadFailure> {
  if (bytes.length < HEAD_BYTES + 1) return fail('payload-length')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = view.getUint8(0)
  if (head >> 4 !== VERSION) return fail('version')
  const kind = kindOfNumber(head & 15)
  if (kind === undefined) return fail('kind')
  const lengthField = view.getUint16(7)
  if ((lengthField & FLAG_BITS) !== 0) return fail('flags')
  if (lengthField === 0) return fail('hours')
  const labelAt = HEAD_BYTES + (hasTail(kind) ? TAIL_BYTES : 0)
  if (bytes.length <= labelAt) return fail('payload-length')
  const tail = hasTail(kind) ? decodeDocumentTail(view.getUint16(HEAD_BYTES)) : decodeDocumentTail(NO_TAIL)
  if (!tail.ok) return tail
  const label = decodeLabel(bytes.subarray(labelAt))
  if (!label.ok) return label
  return ok({
    kind,
    serial: view.getUint32(0) & MAX_SERIAL,
    start: passMinute((view.getUint16(4) << 8) | view.getUint8(6)),
    hours: lengthField,
    site: view.getUint16(9),
    documentTail: tail.value,
    label: label.value
  })
}

const hasTail = (kind: PassKind): boolean => kind !== 'vehicle'

function assertRange(field: string, value: number, min: number, max: number): void {
  if (!Number.isInteger(value) || value < min || value > max) throw new RangeError(`${field}: ${value} is not in ${min}–${max}`)
}
