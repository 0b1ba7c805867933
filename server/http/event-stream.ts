import type { FastifyReply, FastifyRequest } from 'fastify'

export type EventStream = {
  send(event: string, data: unknown): void
  onClose(done: () => void): void
  end(): void
}

/** Proxies drop silent connections after a minute. */
const HEARTBEAT_MS = 25_000
/** A reader that takes nothing is cut off rather than kept in memory. */
const MAX_WAITING_BYTES = 1_000_000

/** Server-Sent Events (WHATWG HTML §9.2) on a hijacked reply. */
export function openEventStream(request: FastifyRequest, reply: FastifyReply): EventStream {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  const write = (text: string): void => {
    if (raw.writableLength > MAX_WAITING_BYTES) raw.destroy()
    else raw.write(text)
  }
  write(': open\n\n')
  const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS)
  raw.on('close', () => clearInterval(heartbeat))
  raw.on('error', error => request.log.debug({ err: error }, 'event stream broke'))
  return {
    send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    onClose: done => raw.on('close', done),
    end: () => raw.end()
  }
}
