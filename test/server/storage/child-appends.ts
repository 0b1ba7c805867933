import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts'
import { anEntry, entriesOf } from '../../contract/samples.ts'

/** A process of its own: `hold FILE` opens and waits; `append FILE` appends for ever and names what was acknowledged. */
const [task, file = ''] = process.argv.slice(2)
const storage = await openSqliteStorage({ file })
console.log('open')
setInterval(() => {}, 60_000)

async function appendForEver(device: string, size: number): Promise<void> {
  for (let first = 1; ; first += size) {
    await storage.appendEntries(size === 1 ? [anEntry(device, first)] : entriesOf(device, first, first + size - 1))
    console.log(`${device} ${first + size - 1}`)
  }
}

if (task === 'append') await Promise.all([appendForEver('d1', 1), appendForEver('d2', 7), appendForEver('d3', 50)])
