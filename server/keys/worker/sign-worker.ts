import { type KeyObject, sign } from 'node:crypto'
import { parentPort } from 'node:worker_threads'

/** `data`: all messages one behind the other, `lengths` (bytes) tells where each ends. */
export type SignOrder = {
  readonly id: number
  readonly key: KeyObject
  readonly data: Uint8Array
  readonly lengths: Uint16Array
}
/** r‖s of each message, one behind the other. */
export type SignAnswer = { readonly id: number; readonly signatures: Uint8Array }

parentPort?.on('message', ({ id, key, data, lengths }: SignOrder) => {
  const signatures = new Uint8Array(64 * lengths.length)
  let from = 0
  lengths.forEach((length, at) => {
    signatures.set(sign('sha256', data.subarray(from, from + length), { key, dsaEncoding: 'ieee-p1363' }), 64 * at)
    from += length
  })
  parentPort?.postMessage({ id, signatures } satisfies SignAnswer, [signatures.buffer])
})
