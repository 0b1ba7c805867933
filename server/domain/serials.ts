import { LIST_SIZE, listOf, serialAt } from '../../shared/status/status-list.ts'
import type { Signer } from '../ports/signer.ts'

/**
 * The serial of the n-th pass: within each status list a secret shuffle (Fisher–Yates on a key stream), so that serials
 * never collide and do not tell the order of issue. The same installation always finds the same order.
 */
export function serialSpreader(signer: Pick<Signer, 'keystream'>): (passNumber: number) => number {
  const shuffles = new Map<number, Uint32Array>()
  return passNumber => {
    const list = listOf(passNumber)
    const known = shuffles.get(list)
    const shuffle = known ?? shuffleOf(signer.keystream(`serials/${list}`, 4 * LIST_SIZE))
    if (known === undefined) shuffles.set(list, shuffle)
    return serialAt(list, shuffle[passNumber % LIST_SIZE] as number)
  }
}

function shuffleOf(stream: Uint8Array): Uint32Array {
  const random = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const order = Uint32Array.from({ length: LIST_SIZE }, (_, index) => index)
  for (let i = LIST_SIZE - 1; i > 0; i--) {
    const j = random.getUint32(4 * i) % (i + 1) // bias below 2^-15: order is hidden, nothing else rests on it
    const swapped = order[i] as number
    order[i] = order[j] as number
    order[j] = swapped
  }
  return order
}
