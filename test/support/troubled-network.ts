import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './running-service.ts'

/** What a network does to one answer. `cut`: the connection ends before anything came back. */
export type Trouble = { readonly cut: boolean; readonly latencyMs: number; readonly bytesPerSecond: number | null }

export type TroubledNetwork = {
  readonly url: string
  trouble: Trouble
  /** Changes the text of what is answered under a path; the rest goes through as it is. */
  rewrite: ((path: string, text: string) => string) | null
  close(): Promise<void>
}

export const STEADY: Trouble = { cut: false, latencyMs: 0, bytesPerSecond: null }
/** 2G: 50 kbit/s and most of a second for each answer. */
export const TWO_G: Trouble = { cut: false, latencyMs: 700, bytesPerSecond: 6_250 }
const REWRITTEN = /\.js$/

/** A network between phone and service, which the test makes slow, cuts, or lets deliver a newer version. */
export async function troubledNetwork(port: number, target: () => string): Promise<TroubledNetwork> {
  const network: TroubledNetwork = { url: `http://localhost:${port}`, trouble: STEADY, rewrite: null, close: () => closing() }
  const server = createServer((incoming, answer) => {
    void pass(network, target(), incoming, answer).catch(() => answer.destroy())
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const closing = (): Promise<void> =>
    new Promise(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return network
}

export const troubledPort = freePort

async function pass(network: TroubledNetwork, target: string, incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
  if (network.trouble.cut) return void answer.destroy()
  const { latencyMs } = network.trouble
  if (latencyMs > 0) await wait(latencyMs)
  const path = incoming.url ?? '/'
  const { 'if-none-match': _known, 'if-modified-since': _since, ...headers } = incoming.headers // always whole answers
  const upstream = request(target + path, { method: incoming.method ?? 'GET', headers })
  incoming.pipe(upstream)
  upstream.on('error', () => answer.destroy())
  const got = await new Promise<IncomingMessage>(resolve => upstream.on('response', resolve))
  const { rewrite } = network
  if (rewrite !== null && REWRITTEN.test(path)) {
    const text = rewrite(path, await textOf(got))
    const { 'content-length': _length, 'content-encoding': _encoding, etag: _etag, ...kept } = got.headers
    return void answer.writeHead(got.statusCode ?? 502, kept).end(text)
  }
  answer.writeHead(got.statusCode ?? 502, got.headers)
  for await (const chunk of got as AsyncIterable<Buffer>) {
    if (network.trouble.cut) return void answer.destroy()
    if (network.trouble.bytesPerSecond !== null) await wait((chunk.length / network.trouble.bytesPerSecond) * 1000)
    answer.write(chunk)
  }
  answer.end()
}

async function textOf(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
