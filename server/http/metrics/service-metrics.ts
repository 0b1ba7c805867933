import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Context } from '../../domain/context.ts'
import { createRegistry, type Registry } from './registry.ts'

/** Seconds: from a read in memory to what a phone on a bad network waits for. */
const REQUEST_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
/** Seconds from a passage to its arrival: pushed at once, after a synchronisation, after an outage, after a day. */
const DELAY_BOUNDS = [5, 30, 60, 300, 900, 3_600, 6 * 3_600, 24 * 3_600, 7 * 24 * 3_600]
const BUS_STATES = ['alone', 'joined', 'degraded'] as const

export type ServiceMetrics = {
  /** The context whose storage counts what it stores. */
  readonly observed: Context
  request(method: string, route: string, status: number, seconds: number): void
  render(now: { streams: number; statusAgeMs: number | null }): Promise<string>
}

/** What an operator has to see of this server; what belongs to the whole installation is read when asked. */
export function serviceMetrics(ctx: Context): ServiceMetrics {
  const registry = createRegistry()
  const requests = registry.histogram('checkpoint_http_request_seconds', 'Time to answer a request.', REQUEST_BOUNDS)
  const entries = registry.counter('checkpoint_entries_total', 'Entries stored by this server.')
  const delays = registry.histogram('checkpoint_entry_delay_seconds', 'From a passage to its arrival here.', DELAY_BOUNDS)
  const refused = registry.counter('checkpoint_quarantined_total', 'Entries put into quarantine by this server.')
  const gauges = createGauges(registry)
  const loop = monitorEventLoopDelay({ resolution: 20 })
  loop.enable()

  const readProcess = (): void => {
    const { user, system } = process.cpuUsage()
    gauges.memory.set({}, process.memoryUsage.rss())
    gauges.cpu.set({}, (user + system) / 1e6)
    gauges.loop.set({}, loop.max / 1e9)
    loop.reset()
    for (const state of BUS_STATES) gauges.bus.set({ state }, ctx.bus.state() === state ? 1 : 0)
  }
  const readStorage = async (): Promise<void> => {
    const begun = performance.now()
    await ctx.storage.check()
    gauges.storageSeconds.set({}, (performance.now() - begun) / 1000)
    const health = await ctx.storage.logHealth(ctx.env.now() - 3_600_000)
    for (const name of ['devices', 'silent', 'unsent', 'missing', 'quarantined'] as const) gauges[name].set({}, health[name])
    for (const { name, doneAt } of health.jobs) gauges.jobs.set({ job: name }, doneAt / 1000)
  }
  const storage: Context['storage'] = {
    ...ctx.storage,
    async appendEntries(rows) {
      const outcomes = await ctx.storage.appendEntries(rows)
      for (const [index, row] of rows.entries()) {
        if (outcomes[index] !== 'stored') continue
        entries.add({ verdict: row.verdict, direction: row.direction, admitted: String(row.admitted) })
        delays.observe({}, Math.max(0, row.receivedAt - row.at) / 1000)
      }
      return outcomes
    },
    async quarantine(rows) {
      await ctx.storage.quarantine(rows)
      for (const { reason } of rows) refused.add({ reason })
    }
  }
  return {
    observed: { ...ctx, storage },
    request: (method, route, status, seconds) => requests.observe({ method, route, status: String(status) }, seconds),
    async render({ streams, statusAgeMs }) {
      gauges.streams.set({}, streams)
      if (statusAgeMs !== null) gauges.statusAge.set({}, statusAgeMs / 1000)
      readProcess()
      await readStorage().then(
        () => gauges.storageUp.set({}, 1),
        () => gauges.storageUp.set({}, 0)
      )
      return registry.render()
    }
  }
}

function createGauges(registry: Registry) {
  const gauge = (name: string, help: string) => registry.gauge(`checkpoint_${name}`, help)
  return {
    streams: gauge('event_streams', 'Gates and consoles that are connected for pushes.'),
    statusAge: gauge('status_list_age_seconds', 'Since the status lists were signed.'),
    bus: gauge('bus_state', '1 for the state in which this server is with the others.'),
    storageUp: gauge('storage_up', '1 when the database can be written.'),
    storageSeconds: gauge('storage_check_seconds', 'Time of one durable write.'),
    devices: gauge('devices', 'Phones that are enrolled and not revoked.'),
    silent: gauge('devices_silent', 'Phones that were not heard of for an hour.'),
    unsent: gauge('device_entries_unsent', 'Entries that phones said they still hold.'),
    missing: gauge('entries_missing', 'Entries below the highest number of their phone that never came.'),
    quarantined: gauge('entries_in_quarantine', 'Entries that wait for a person to look at them.'),
    jobs: gauge('job_last_run_timestamp_seconds', 'When a job was done last, on any server.'),
    memory: gauge('resident_memory_bytes', 'Memory of this process.'),
    cpu: gauge('cpu_seconds', 'Processor time of this process since its start.'),
    loop: gauge('event_loop_delay_seconds', 'Highest delay of the event loop since the last look.')
  }
}
