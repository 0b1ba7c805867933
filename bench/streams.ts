import { mkdtempSync, rmSync } from 'node:fs'
import { type ClientRequest, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { administrator, call, enrolRemote } from '../test/support/remote.ts'
import { runService } from '../test/support/running-service.ts'
import { option } from './support/installation.ts'

const OPENED_AT_ONCE = 100
const addressOf = (number: number): string => `10.${1 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}`

type Stream = {
  readonly call: ClientRequest
  /** When the newest manifest came. */
  pushedAt: number
}

/**
 * Phones that wait for changes, and a crowd of idle streams beside them: how much memory each costs, whether others are
 * still served, and how long a hold takes to all phones.
 */
export async function run(args: string[]): Promise<object> {
  const phones = option(args, 'phones', 160)
  const idle = option(args, 'idle', 10_000)
  const dir = mkdtempSync(join(tmpdir(), 'checkpoint-bench-'))
  process.env.CHECKPOINT_TRUST_PROXY = '127.0.0.1' // each phone has an address of its own, as behind a real proxy
  const service = await runService(dir)
  const streams: Stream[] = []
  try {
    const staff = await administrator(service.url)
    const site: number = (await call(service.url, staff, ['GET', '/api/v1/directory'])).body.sites[0].number
    const tokens: string[] = []
    for (let number = 0; number < phones; number++)
      tokens.push((await enrolRemote(service.url, { ...staff, address: addressOf(number) }, site, addressOf(number))).token)
    const tokenOf = (number: number): string => tokens[number % phones] ?? ''
    const before = await memoryOf(service.url)
    const openedFrom = performance.now()
    for (let number = 0; number < phones + idle; number += OPENED_AT_ONCE) {
      const part = Math.min(OPENED_AT_ONCE, phones + idle - number)
      const opened = Array.from({ length: part }, (_, index) => open(service.url, tokenOf(number + index), number + index))
      streams.push(...(await Promise.all(opened)))
    }
    const openSeconds = (performance.now() - openedFrom) / 1000
    const after = await memoryOf(service.url)
    const healthP95Ms = await askedBeside(service.url)
    const [slowestPhoneMs, slowestMs] = await holdReaches(service.url, staff, { site, streams, phones })
    const peak = await memoryOf(service.url)
    return {
      phones,
      idle,
      openSeconds: round(openSeconds),
      kilobytesAStream: round((after - before) / 1024 / streams.length),
      memoryMb: round(Math.max(after, peak) / 1024 / 1024),
      healthP95Ms: round(healthP95Ms),
      slowestPhoneMs: round(slowestPhoneMs),
      slowestMs: round(slowestMs)
    }
  } finally {
    for (const stream of streams) stream.call.destroy()
    await service.kill()
    rmSync(dir, { recursive: true, force: true })
  }
}

function open(url: string, token: string, number: number): Promise<Stream> {
  const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': addressOf(number) }
  return new Promise((resolve, reject) => {
    const stream: Stream = {
      call: request(`${url}/api/v1/gate/events`, { agent: false, headers }, answer => {
        if (answer.statusCode !== 200) return reject(new Error(`stream ${number}: ${answer.statusCode}`))
        answer.setEncoding('utf8').on('data', (text: string) => {
          if (text.includes('event: manifest')) stream.pushedAt = performance.now()
        })
        answer.on('error', () => {}) // the bench cuts them off at its end
        resolve(stream)
      }),
      pushedAt: 0
    }
    stream.call.on('error', reject).end()
  })
}

async function memoryOf(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const bytes = /resident_memory_bytes(?:\{[^}]*\})? (\d+(?:\.\d+)?(?:e\+?\d+)?)/.exec(text)?.[1]
  if (bytes === undefined) throw new Error('no memory in the metrics')
  return Number(bytes)
}

/** Milliseconds of the 95th of 100 requests while the streams stand open. */
async function askedBeside(url: string): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < 100; turn++) {
    const from = performance.now()
    const answer = await fetch(`${url}/.well-known/jwks.json`, { headers: { 'x-forwarded-for': '10.200.0.1' } })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`beside the streams: ${answer.status}`)
    times.push(performance.now() - from)
  }
  return times.sort((a, b) => a - b)[94] ?? 0
}

/** From the hold's request to its push: on the slowest of the phones, and on the slowest stream of all. */
async function holdReaches(
  url: string,
  staff: Awaited<ReturnType<typeof administrator>>,
  { site, streams, phones }: { site: number; streams: readonly Stream[]; phones: number }
): Promise<[number, number]> {
  const wish = { kind: 'person', name: '陈小明', site, hours: 24 }
  const pass = await call(url, staff, ['POST', '/api/v1/passes'], wish)
  if (pass.status !== 201) throw new Error(`no pass: ${pass.status}`)
  await new Promise(resolve => setTimeout(resolve, 2_000)) // what the issue pushed is over
  const from = performance.now()
  const hold = { action: 'hold', reason: 'other' }
  const held = await call(url, staff, ['POST', `/api/v1/passes/${pass.body.serial}/status`], hold)
  if (held.status !== 200) throw new Error(`no hold: ${held.status}`)
  while (streams.some(({ pushedAt }) => pushedAt < from)) {
    if (performance.now() - from > 60_000) throw new Error('a minute later some streams have heard nothing')
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  const waits = streams.map(({ pushedAt }) => pushedAt - from)
  return [Math.max(...waits.slice(0, phones)), Math.max(...waits)]
}

const round = (value: number): number => Math.round(value * 10) / 10
