import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import Fastify from 'fastify'
import t from 'tap'
import { type EventStream, openEventStream } from '../../server/http/event-stream.ts'

t.test('a reader that takes nothing is cut off, and one that reads gets everything', async t => {
  const app = Fastify()
  const streams: EventStream[] = []
  app.get('/events', (request, reply) => void streams.push(openEventStream(request, reply)))
  const address = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
  t.teardown(() => app.close())
  const open = async () => {
    const socket = connect(Number(address.port), '127.0.0.1')
    socket.write('GET /events HTTP/1.1\r\nhost: x\r\n\r\n')
    await once(socket, 'readable')
    return socket
  }
  const idle = await open()
  const reader = await open()
  let received = 0
  reader.on('data', data => {
    received += data.length
  })
  const [slow, fast] = streams
  let closed = false
  slow?.onClose(() => {
    closed = true
  })
  const news = 'x'.repeat(100_000)
  let sent = 0
  for (; sent < 200 && !closed; sent++) {
    slow?.send('news', news)
    fast?.send('news', news)
    await sleep(2)
  }
  t.ok(closed, `cut off after ${sent} messages`)
  t.ok(sent < 200, 'long before everything was kept in memory')
  while (received < sent * news.length) await sleep(5)
  t.pass('the other one has everything')
  idle.destroy()
  reader.destroy()
})
