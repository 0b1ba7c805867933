type Call<In, Out> = { items: readonly In[]; resolve(out: Out[]): void; reject(error: unknown): void }

/**
 * Joins the calls of one turn of the event loop into one call of `work`, which answers one result per item, in order;
 * each caller gets its own part, or the failure of the whole.
 */
export function gather<In, Out>(work: (items: In[]) => Promise<Out[]>): (items: readonly In[]) => Promise<Out[]> {
  let waiting: Call<In, Out>[] = []
  const run = async (): Promise<void> => {
    const calls = waiting
    waiting = []
    try {
      const results = await work(calls.flatMap(({ items }) => [...items]))
      let from = 0
      for (const { items, resolve } of calls) {
        resolve(results.slice(from, from + items.length))
        from += items.length
      }
    } catch (error) {
      for (const { reject } of calls) reject(error)
    }
  }
  return items =>
    items.length === 0
      ? Promise.resolve([])
      : new Promise((resolve, reject) => {
          waiting.push({ items, resolve, reject })
          if (waiting.length === 1) setImmediate(() => void run())
        })
}
