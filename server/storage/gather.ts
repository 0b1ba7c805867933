type Call<In, Out> = { items: readonly In[]; resolve(out: Out[]): void; reject(error: unknown): void }

/**
 * Joins calls that wait at the same time into one run. `run` begins at once and calls `take` when its turn comes: until
 * then calls join it, up to `most` items. It answers one result per item, in order; each caller gets its own part, or the failure of the whole.
 */
export function gather<In, Out>(
  run: (take: () => In[]) => Promise<Out[]>,
  most: number = Number.POSITIVE_INFINITY
): (items: readonly In[]) => Promise<Out[]> {
  let open: Call<In, Out>[] | null = null
  let count = 0
  const begin = (): Call<In, Out>[] => {
    const calls: Call<In, Out>[] = []
    const shut = (): void => {
      if (open === calls) open = null
    }
    const take = (): In[] => {
      shut()
      return calls.flatMap(({ items }) => items)
    }
    void run(take).then(
      results => share(calls, results),
      (error: unknown) => {
        shut()
        for (const { reject } of calls) reject(error)
      }
    )
    return calls
  }
  return items =>
    items.length === 0
      ? Promise.resolve([])
      : new Promise((resolve, reject) => {
          if (open === null || count + items.length > most) {
            open = begin()
            count = 0
          }
          count += items.length
          open.push({ items, resolve, reject })
        })
}

function share<In, Out>(calls: readonly Call<In, Out>[], results: readonly Out[]): void {
  let from = 0
  for (const { items, resolve } of calls) {
    resolve(results.slice(from, from + items.length))
    from += items.length
  }
}
