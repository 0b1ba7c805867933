import type { Journal } from '../../scanner/log/copy/journal.ts'

type Assert = { equal(found: unknown, wanted: unknown): unknown }
type Behaviour = (behaviour: string, prove: (t: Assert, journal: Journal) => Promise<void>) => void

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const text = async (journal: Journal): Promise<string> => new TextDecoder().decode(await journal.read())

/** What `Journal` means, for every place that can be one; each behaviour begins with an empty journal. */
export function journalContract(test: Behaviour): void {
  test('an empty journal reads as nothing', async (t, journal) => {
    t.equal((await journal.read()).length, 0)
  })
  test('what is appended is read in the order of the calls', async (t, journal) => {
    await journal.append(bytes('one '))
    await Promise.all([journal.append(bytes('two ')), journal.append(bytes('three'))])
    t.equal(await text(journal), 'one two three')
  })
  test('a replacement takes the place of everything, and is appended to', async (t, journal) => {
    await journal.append(bytes('old'))
    await journal.replace(bytes('new'))
    t.equal(await text(journal), 'new')
    await journal.append(bytes('er'))
    await journal.replace(bytes('newest'))
    t.equal(await text(journal), 'newest')
    await journal.replace(new Uint8Array())
    t.equal(await text(journal), '')
    await journal.append(bytes('again'))
    t.equal(await text(journal), 'again')
  })
  test('a megabyte comes back whole', async (t, journal) => {
    const many = Uint8Array.from({ length: 1_000_000 }, (_, at) => at % 251)
    await journal.append(many)
    await journal.append(bytes('end'))
    const read = await journal.read()
    t.equal(read.length, 1_000_003)
    t.equal(
      read.subarray(0, 1_000_000).every((byte, at) => byte === at % 251),
      true
    )
  })
}
