import pg from 'pg'
import { fromRanges } from './ranges.ts'
import type { Desk } from './desk.ts'
import type { SimulatedPhone } from './phone.ts'

export type Damage = {
  readonly lost: number
  readonly duplicated: number
  readonly unnamedGaps: number
  readonly contradictions: readonly string[]
  readonly passes: { readonly acknowledged: number; readonly unknown: number; readonly lost: number; readonly twice: number }
}

/** What the database holds against what the servers promised. */
export async function findDamage(
  url: string,
  phones: readonly SimulatedPhone[],
  desks: readonly Desk[],
  passesBefore: number
): Promise<Damage> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const all: Awaited<ReturnType<typeof damageOf>>[] = []
    for (const phone of phones) all.push(await damageOf(client, phone))
    const { rows } = await client.query('select count(*)::int - count(distinct sequence)::int as twice from entry')
    const sum = (pick: (damage: (typeof all)[0]) => number): number => all.reduce((total, damage) => total + pick(damage), 0)
    return {
      lost: sum(({ lost }) => lost),
      duplicated: sum(({ duplicated }) => duplicated) + rows[0].twice,
      unnamedGaps: sum(({ unnamedGaps }) => unnamedGaps),
      contradictions: phones.flatMap(({ contradictions }) => contradictions),
      passes: await passDamage(client, desks, passesBefore)
    }
  } finally {
    await client.end()
  }
}

async function damageOf(client: pg.Client, phone: SimulatedPhone) {
  const held = await client.query('select number from entry where device = $1', [phone.device])
  const gaps = await client.query('select first, last from entry_gap where device = $1', [phone.device])
  const quarantined = await client.query('select number from quarantine where device = $1', [phone.device])
  const numbers = new Set<number>(held.rows.map(({ number }) => number))
  const named = fromRanges(gaps.rows.map(({ first, last }) => [first, last] as const))
  const highest = Math.max(0, ...numbers)
  let unnamedGaps = 0
  for (let number = 1; number <= highest; number++) if (numbers.has(number) === named.has(number)) unnamedGaps++
  return {
    lost: [...phone.acknowledged].filter(number => !numbers.has(number)).length,
    duplicated: held.rows.length - numbers.size + quarantined.rows.length,
    unnamedGaps
  }
}

async function passDamage(client: pg.Client, desks: readonly Desk[], before: number): Promise<Damage['passes']> {
  const serials = desks.flatMap(desk => desk.serials)
  const unknown = desks.reduce((total, desk) => total + desk.unknown, 0)
  const { rows } = await client.query('select serial from pass')
  const held = new Set<number>(rows.map(({ serial }) => serial))
  return {
    acknowledged: serials.length,
    unknown,
    lost: new Set(serials.filter(serial => !held.has(serial))).size + serials.length - new Set(serials).size,
    twice: Math.max(0, held.size - before - serials.length - unknown)
  }
}
