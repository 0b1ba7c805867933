import { SheetFailure } from '../ports/sheet-file.ts'
import type { TempFile } from './temp-file.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
export type FileKind = { readonly kind: 'zip' } | { readonly kind: 'text'; readonly encoding: TextEncoding }

const HEAD_BYTES = 65_536
/** Old Excel, and new Excel under a password: an OLE container. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')
const OTHERS: readonly (readonly [name: string, magic: Buffer])[] = [
  ['PDF', Buffer.from('%PDF')],
  ['PNG', Buffer.from('89504e47', 'hex')],
  ['JPEG', Buffer.from('ffd8ff', 'hex')],
  ['RTF', Buffer.from('{\\rtf')],
  ['gzip', Buffer.from('1f8b', 'hex')],
  ['RAR', Buffer.from('Rar!')],
  ['7z', Buffer.from('377abcaf', 'hex')]
]

/** What a file is by what stands in it; its name is not asked. Throws `SheetFailure`. */
export async function sniff(file: TempFile): Promise<FileKind> {
  const head = await bytesOf(file, 0, Math.min(HEAD_BYTES, file.size))
  if (head.every(byte => byte === 0 || byte === 0x20 || byte === 0x0d || byte === 0x0a)) throw new SheetFailure('file-empty')
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return { kind: 'zip' }
  if (head.subarray(0, 8).equals(OLE)) throw new SheetFailure((await isEncrypted(file)) ? 'file-encrypted' : 'file-old-excel')
  for (const [name, magic] of OTHERS) if (head.subarray(0, magic.length).equals(magic)) throw new SheetFailure('file-kind', name)
  const encoding = await encodingOf(file, head)
  // What many programs call .xls is a page of HTML.
  const start = new TextDecoder(encoding)
    .decode(head)
    .replace(/^\ufeff/, '')
    .trimStart()
  if (/^<(!doctype|html|table|\?xml|meta|head|body)/i.test(start)) throw new SheetFailure('file-kind', 'HTML or XML')
  return { kind: 'text', encoding }
}

async function encodingOf(file: TempFile, head: Buffer): Promise<TextEncoding> {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const nulls = [0, 0]
  head.forEach((byte, index) => {
    if (byte === 0) nulls[index % 2] = (nulls[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = nulls
  if (even + odd > 0) {
    // Separators and digits have a zero beside them in UTF-16; no text has both kinds in numbers.
    if (odd > 8 * even && odd > head.length / 64) return 'utf-16le'
    if (even > 8 * odd && even > head.length / 64) return 'utf-16be'
    throw new SheetFailure('file-kind', 'binary')
  }
  for (const encoding of ['utf-8', 'gb18030'] as const) if (await decodes(file, encoding)) return encoding
  throw new SheetFailure('file-encoding')
}

/** Whether the whole file is of this encoding: the first foreign character may stand in its last line. */
async function decodes(file: TempFile, encoding: TextEncoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of file.read(0, file.size)) decoder.decode(chunk as Buffer, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

async function isEncrypted(file: TempFile): Promise<boolean> {
  let rest = Buffer.alloc(0)
  for await (const chunk of file.read(0, file.size)) {
    const bytes = Buffer.concat([rest, chunk as Buffer])
    if (bytes.includes(ENCRYPTED)) return true
    rest = bytes.subarray(-ENCRYPTED.length)
  }
  return false
}

export async function bytesOf(file: TempFile, start: number, end: number): Promise<Buffer> {
  if (end <= start) return Buffer.alloc(0)
  const chunks: Buffer[] = []
  for await (const chunk of file.read(start, end)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
