import type { Test } from 'tap'
import type { Bus, Change } from '../../server/ports/bus.ts'

/** Servers of one installation, each with its own view; the suite closes them. */
export type OpenServers = (count: number) => Promise<Bus[]>

const STATUS: Change = { kind: 'status', list: 3 }

export async function eventually(isSo: () => boolean | Promise<boolean>, ms = 5_000): Promise<boolean> {
  for (const until = performance.now() + ms; performance.now() < until; ) {
    if (await isSo()) return true
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  return isSo()
}

/** What `Bus` means. `servers`: how many the kind of bus can join. */
export function busContract(t: Test, open: OpenServers, servers: 1 | 3): void {
  const withBuses = (behaviour: string, prove: (t: Test, buses: [Bus, ...Bus[]]) => Promise<void>): void => {
    t.test(behaviour, async tt => {
      const buses = (await open(servers)) as [Bus, ...Bus[]]
      tt.teardown(() => Promise.all(buses.map(bus => bus.close())))
      await prove(tt, buses)
    })
  }
  withBuses('everybody hears a change once, who said it, too, and nobody after leaving', async (t, buses) => {
    const heard = buses.map((): Change[] => [])
    const leave = buses.map((bus, index) => bus.subscribe(change => heard[index]?.push(change)))
    buses[0].publish(STATUS)
    t.same(heard[0], [STATUS], 'the speaker at once')
    t.ok(await eventually(() => heard.every(changes => changes.length === 1)))
    for (const stop of leave) stop()
    buses.at(-1)?.publish({ kind: 'trust' })
    await new Promise(resolve => setTimeout(resolve, 50))
    t.same(
      heard,
      buses.map(() => [STATUS])
    )
  })
  withBuses('uses of a key are counted together within a window', async (t, buses) => {
    const counts: number[] = []
    for (let use = 0; use < 6; use++) counts.push((await (buses[use % servers] ?? buses[0]).countUse('a', 400)).count)
    t.same(counts, [1, 2, 3, 4, 5, 6])
    t.equal((await buses[0].countUse('b', 400)).count, 1)
    const { leftMs } = await buses[0].countUse('a', 400)
    t.ok(leftMs > 0 && leftMs <= 400, `${leftMs} ms are left`)
    await new Promise(resolve => setTimeout(resolve, 450))
    t.equal((await buses[0].countUse('a', 400)).count, 1, 'a new window')
  })
  withBuses('a word is taken once on all servers, until its life is over', async (t, buses) => {
    const taken = await Promise.all(buses.map(bus => bus.takeOnce('word', 150)))
    t.equal(taken.filter(Boolean).length, 1)
    t.equal(await buses[0].takeOnce('other', 150), true)
    await new Promise(resolve => setTimeout(resolve, 200))
    t.equal(await buses.at(-1)?.takeOnce('word', 150), true)
  })
  withBuses('who is connected to any server is present, until nobody says so any more', async (t, buses) => {
    await buses[0].present('d1', 150)
    for (const bus of buses) t.same([...(await bus.whoIsPresent(['d1', 'd2']))], ['d1'])
    t.same([...(await buses[0].whoIsPresent([]))], [])
    await new Promise(resolve => setTimeout(resolve, 200))
    for (const bus of buses) t.same([...(await bus.whoIsPresent(['d1']))], [])
  })
  withBuses('it says whether there are others', async (t, buses) => {
    for (const bus of buses) t.equal(bus.state(), servers === 1 ? 'alone' : 'joined')
  })
}
