export type SpreadDoor = {
  readonly household: number
  readonly grid: string | null
  readonly site: number
  readonly building: string
}
export type SpreadGrid = { readonly id: string; readonly worker: string | null }

/** As many doors of one building in a row go to one person: nobody likes to climb to four floors of one house in turn. */
const RUN = 25

/**
 * Doors in the order of their addresses → who asks there; null when there is nobody. A grid's doors go to its worker. Doors
 * without a grid, and those of a grid without a worker, go run by run to whoever has fewest. `even`: whoever has more than the
 * fair share then gives the last runs away, so that nobody has more than a run above the share.
 */
export function spread(
  doors: readonly SpreadDoor[],
  grids: readonly SpreadGrid[],
  workers: readonly string[],
  { even = false }: { readonly even?: boolean } = {}
): Map<number, string | null> {
  const byGrid = new Map(grids.map(({ id, worker }) => [id, worker]))
  const everybody = [...new Set([...grids.flatMap(({ worker }) => worker ?? []), ...workers])]
  const lists = new Map<string, SpreadDoor[][]>(everybody.map(worker => [worker, []]))
  const loose: SpreadDoor[][] = []
  for (const run of runsOf(doors)) {
    const worker = run[0]?.grid == null ? null : (byGrid.get(run[0].grid) ?? null)
    if (worker === null) loose.push(run)
    else lists.get(worker)?.push(run)
  }
  if (everybody.length > 0) for (const run of loose) lists.get(fewest(lists))?.push(run)
  if (even) evenOut(lists, Math.ceil(doors.length / Math.max(1, everybody.length)))
  const result = new Map<number, string | null>(doors.map(({ household }) => [household, null]))
  for (const [worker, runs] of lists) for (const { household } of runs.flat()) result.set(household, worker)
  return result
}

/** Neighbours of one building and grid, at most `RUN` of them. */
function runsOf(doors: readonly SpreadDoor[]): SpreadDoor[][] {
  const runs: SpreadDoor[][] = []
  for (const door of doors) {
    const run = runs.at(-1)
    const first = run?.[0]
    const goesOn = first?.site === door.site && first.building === door.building && first.grid === door.grid
    if (run !== undefined && goesOn && run.length < RUN) run.push(door)
    else runs.push([door])
  }
  return runs
}

const sizeOf = (runs: readonly SpreadDoor[][]): number => runs.reduce((sum, run) => sum + run.length, 0)

const fewest = (lists: ReadonlyMap<string, SpreadDoor[][]>): string =>
  [...lists].reduce((best, one) => (sizeOf(one[1]) < sizeOf(best[1]) ? one : best))[0]

function evenOut(lists: ReadonlyMap<string, SpreadDoor[][]>, share: number): void {
  for (const [worker, runs] of lists) {
    let run = runs.at(-1)
    while (run !== undefined && sizeOf(runs) - run.length >= share) {
      const other = fewest(lists)
      if (other === worker) break
      runs.pop()
      lists.get(other)?.push(run)
      run = runs.at(-1)
    }
  }
}
