import { createServer, connect, type Socket } from 'node:net'

/** Between a client and a server on this computer: cuts connections, holds bytes back. */
export type TcpProxy = { readonly port: number; cut(): void; delay(ms: number): void; close(): Promise<void> }

export async function createTcpProxy(targetPort: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  let delayMs = 0
  const forward = (from: Socket, to: Socket): void => {
    sockets.add(from)
    let turn = Promise.resolve()
    from.on('data', chunk => {
      if (delayMs === 0) return void to.write(chunk)
      const until = new Promise<void>(resolve => setTimeout(resolve, delayMs))
      turn = turn.then(() => until).then(() => void (to.destroyed || to.write(chunk)))
    })
    from.on('error', () => to.destroy())
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
  }
  const server = createServer(client => {
    const upstream = connect(targetPort, '127.0.0.1')
    forward(client, upstream)
    forward(upstream, client)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: address.port,
    cut,
    delay(ms) {
      delayMs = ms
    },
    async close() {
      const closed = new Promise(resolve => server.close(resolve))
      cut()
      await closed
    }
  }
}
