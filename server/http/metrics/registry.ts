export type Labels = Readonly<Record<string, string>>

export type Counter = { add(labels: Labels, count?: number): void }
export type Gauge = { set(labels: Labels, value: number): void }
export type Histogram = { observe(labels: Labels, value: number): void }

export type Registry = {
  counter(name: string, help: string): Counter
  gauge(name: string, help: string): Gauge
  /** `bounds`: upper ones, ascending; the unbounded one is added. */
  histogram(name: string, help: string, bounds: readonly number[]): Histogram
  /** Prometheus text exposition format 0.0.4. */
  render(): string
}

/** Labels come from fixed lists, never from what callers send; a fault of ours must still not eat the memory. */
const MAX_SERIES = 2_000

type Metric = { readonly lines: () => string[] }

export function createRegistry(): Registry {
  const metrics: Metric[] = []
  const series = (name: string, type: 'counter' | 'gauge', help: string): Map<string, number> => {
    const values = new Map<string, number>()
    metrics.push({
      lines: () => [...headOf(name, type, help), ...[...values].map(([labels, value]) => `${name}${labels} ${value}`)]
    })
    return values
  }
  return {
    counter(name, help) {
      const values = series(name, 'counter', help)
      return { add: (labels, count = 1) => put(values, textOf(labels), before => (before ?? 0) + count) }
    },
    gauge(name, help) {
      const values = series(name, 'gauge', help)
      return { set: (labels, value) => put(values, textOf(labels), () => value) }
    },
    histogram(name, help, bounds) {
      const kept = new Map<string, HistogramValues>()
      metrics.push({
        lines: () => [...headOf(name, 'histogram', help), ...[...kept.values()].flatMap(one => linesOf(name, bounds, one))]
      })
      return {
        observe(labels, value) {
          put(kept, textOf(labels), before => {
            const values = before ?? { labels, counts: bounds.map(() => 0), count: 0, sum: 0 }
            const bucket = bounds.findIndex(bound => value <= bound)
            if (bucket >= 0) values.counts[bucket] = (values.counts[bucket] ?? 0) + 1
            return { ...values, count: values.count + 1, sum: values.sum + value }
          })
        }
      }
    },
    render: () => `${metrics.flatMap(metric => metric.lines()).join('\n')}\n`
  }
}

type HistogramValues = { readonly labels: Labels; readonly counts: number[]; readonly count: number; readonly sum: number }

function linesOf(name: string, bounds: readonly number[], { labels, counts, count, sum }: HistogramValues): string[] {
  let below = 0
  const buckets = bounds.map((bound, index) => {
    below += counts[index] ?? 0
    return `${name}_bucket${textOf({ ...labels, le: String(bound) })} ${below}`
  })
  const all = `${name}_bucket${textOf({ ...labels, le: '+Inf' })} ${count}`
  return [...buckets, all, `${name}_sum${textOf(labels)} ${sum}`, `${name}_count${textOf(labels)} ${count}`]
}

function put<T>(values: Map<string, T>, key: string, change: (before: T | undefined) => T): void {
  const before = values.get(key)
  if (before !== undefined || values.size < MAX_SERIES) values.set(key, change(before))
}

const headOf = (name: string, type: string, help: string): string[] => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

function textOf(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
