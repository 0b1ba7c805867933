import { createCacheJournal } from '../../../scanner/log/copy/cache-journal.ts'
import { createFileJournal } from '../../../scanner/log/copy/file-journal.ts'
import type { Journal } from '../../../scanner/log/copy/journal.ts'
import { journalContract } from '../journal-contract.ts'

export type Finding = { readonly place: string; readonly behaviour: string; readonly failures: string[] }

const PLACES: Readonly<Record<string, () => Journal>> = { file: createFileJournal, cache: () => createCacheJournal(caches) }
const APPENDS = 200

/** Runs the journals' contract in the places that a browser really has; the test reads the findings off the window. */
async function findAll(): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [place, open] of Object.entries(PLACES)) {
    const journal = open()
    const behaviours: (() => Promise<void>)[] = []
    journalContract((behaviour, prove) => {
      const failures: string[] = []
      const assert = {
        equal: (found: unknown, wanted: unknown) => found === wanted || failures.push(`${String(found)}, not ${String(wanted)}`)
      }
      behaviours.push(async () => {
        await journal.replace(new Uint8Array())
        await prove(assert, journal).catch(error => failures.push(String(error)))
        findings.push({ place, behaviour, failures })
      })
    })
    for (const run of behaviours) await run()
  }
  return findings
}

/** Two tabs of one origin write to the same file. */
async function writeTogether(): Promise<number> {
  const [one, other] = [createFileJournal(), createFileJournal()]
  await one.replace(new Uint8Array())
  const byte = new Uint8Array([1])
  await Promise.all(Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? one : other).append(byte)))
  return (await other.read()).length
}

async function medianAppendMs(place: string): Promise<number> {
  const journal = PLACES[place]?.()
  const times: number[] = []
  for (let each = 0; each < APPENDS; each++) {
    const from = performance.now()
    await journal?.append(new Uint8Array(800))
    times.push(performance.now() - from)
  }
  return times.sort((a, b) => a - b)[APPENDS / 2] ?? 0
}

Object.assign(window, { findAll, writeTogether, medianAppendMs })
