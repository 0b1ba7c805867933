/** Lengths of lists in statements: SQLite takes 32,766 parameters. */
const LENGTHS = [16, 128, 1_000, 4_000] as const
const AT_ONCE = 4_000

/**
 * Reads for many values, a part of them at a time. Each part is filled up to one of few lengths with its last value, so
 * that the engine prepares a handful of statements, and not one, with thousands of parameters, for every length.
 */
export async function inParts<T, R>(values: readonly T[], read: (part: T[]) => Promise<R[]>): Promise<R[]> {
  const found: R[] = []
  for (let from = 0; from < values.length; from += AT_ONCE) {
    const part = values.slice(from, from + AT_ONCE)
    const length = LENGTHS.find(one => one >= part.length) ?? AT_ONCE
    const last = part.at(-1) as T
    found.push(...(await read([...part, ...Array<T>(length - part.length).fill(last)])))
  }
  return found
}
