import { toBase64Url } from '../../shared/bytes.ts'
import { type HeadSeal, headSealText } from '../../shared/log/head-seal.ts'
import type { LogHead } from './gate-database.ts'

/** Port: ES256 with the phone's key over a text. */
export type SignText = (text: string) => Promise<Uint8Array>

export async function sealHead(device: string, { number, hash }: LogHead, sign: SignText): Promise<HeadSeal> {
  return { device, number, hash, signature: toBase64Url(await sign(headSealText({ device, number, hash }))) }
}

/** Seals the newest head after the verdict is shown, one at a time: what a queue adds meanwhile is sealed at once. */
export function createSealer(
  device: string,
  sign: SignText,
  keep: (seal: HeadSeal) => Promise<void>
): (head: LogHead) => Promise<void> {
  let newest: LogHead | null = null
  let work: Promise<void> | null = null
  const run = async (): Promise<void> => {
    while (newest !== null) {
      const head = newest
      newest = null
      await keep(await sealHead(device, head, sign))
    }
  }
  return head => {
    newest = head
    work ??= run().finally(() => {
      work = null
    })
    return work
  }
}
