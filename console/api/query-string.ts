export type Query = Readonly<Record<string, string | number | null | undefined>>

/** `?a=1&b=2` of what is set; empty words are left out. */
export function queryString(query: Query): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return set.length === 0 ? '' : `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}`
}
