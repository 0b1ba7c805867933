import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Writable } from 'node:stream'

const MAX_HEAD = 1_000

/** Splits the plain stream into its members; `open` says where the bytes of a name go. */
export async function unpack(plain: AsyncIterable<Buffer>, open: (name: string) => Writable): Promise<void> {
  let rest: Buffer = Buffer.alloc(0)
  let left = 0
  let output: Writable | null = null
  const close = async (): Promise<void> => {
    output?.end()
    if (output !== null) await finished(output)
    output = null
  }
  for await (const chunk of plain) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    while (rest.length > 0) {
      if (output === null) {
        const end = rest.indexOf(10)
        if (end < 0 && rest.length > MAX_HEAD) throw new RangeError('a member without a head')
        if (end < 0) break
        const { name, length } = JSON.parse(rest.subarray(0, end).toString()) as { name: string; length: number }
        output = open(name)
        left = length
        rest = rest.subarray(end + 1)
      }
      const part = rest.subarray(0, left)
      if (part.length > 0 && !output.write(part)) await once(output, 'drain')
      rest = rest.subarray(part.length)
      left -= part.length
      if (left === 0) await close()
      else break
    }
  }
  if (output !== null || rest.length > 0) throw new RangeError('the last member is cut off')
}
