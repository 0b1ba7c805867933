import { createClient, createCluster } from 'redis'

/** What is used of a client, of one server or of a cluster. */
export type RedisConnection = {
  readonly isReady: () => boolean
  readonly send: (firstKey: string, command: readonly string[]) => Promise<unknown>
  readonly listen: (channel: string, onMessage: (text: string) => void) => Promise<void>
  readonly end: () => void
}

export type RedisEvents = { readonly onReady: () => void; readonly onError: (error: unknown) => void }

const CONNECT_MS = 2_000
/** Waits before the next try; a server that comes back is found within two seconds. */
const reconnectStrategy = (tries: number): number => Math.min(2_000, 50 * 2 ** tries) * (0.5 + Math.random() / 2)
/** Whoever must answer a request does not wait for a Redis that hangs. */
const COMMAND_MS = 500

/**
 * `redis://host:port` is one server, `redis://host:port,host:port` the first nodes of a cluster. Resolves at once; the
 * connection is made in the background and made again for as long as it takes. Commands fail while there is none.
 */
export const connectRedis = (url: string, events: RedisEvents): RedisConnection =>
  url.includes(',') ? connectCluster(url, events) : connectOne(url, events)

const clientOptions = {
  socket: { reconnectStrategy, connectTimeout: CONNECT_MS },
  disableOfflineQueue: true,
  commandOptions: { timeout: COMMAND_MS },
  pingInterval: 5_000
}

function connectOne(url: string, { onReady, onError }: RedisEvents): RedisConnection {
  const commands = createClient({ url, ...clientOptions })
  // Subscriptions are kept while there is no connection and made again with it.
  const listener = createClient({ url, socket: clientOptions.socket, pingInterval: clientOptions.pingInterval })
  const ready = (): void => {
    if (commands.isReady && listener.isReady) onReady()
  }
  for (const client of [commands, listener]) {
    client.on('error', onError)
    client.on('ready', ready)
    client.connect().catch(onError)
  }
  return {
    isReady: () => commands.isReady && listener.isReady,
    send: (_key, command) => commands.sendCommand([...command]),
    listen: (channel, onMessage) => listener.subscribe(channel, onMessage),
    end() {
      for (const client of [commands, listener]) client.destroy()
    }
  }
}

function connectCluster(url: string, { onReady, onError }: RedisEvents): RedisConnection {
  const [first = '', ...rest] = url.split(',')
  const scheme = first.slice(0, first.indexOf('//') + 2)
  const rootNodes = [first, ...rest.map(node => (node.includes('//') ? node : scheme + node))].map(node => ({ url: node }))
  const cluster = createCluster({ rootNodes, defaults: clientOptions })
  let isConnected = false
  cluster.on('error', onError)
  const connect = async (tries: number): Promise<void> => {
    try {
      await cluster.connect()
      isConnected = true
      onReady()
    } catch (error) {
      onError(error)
      setTimeout(() => void connect(tries + 1), reconnectStrategy(tries)).unref()
    }
  }
  const connected = connect(0)
  return {
    isReady: () => isConnected && cluster.isOpen,
    send: (key, command) => cluster.sendCommand(key, false, [...command]),
    listen: async (channel, onMessage) => {
      await connected
      await cluster.subscribe(channel, onMessage)
    },
    end: () => cluster.destroy()
  }
}
