import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { MasterKeySource } from './keys/master-key.ts'

export type TlsSource =
  | { readonly kind: 'own' }
  | { readonly kind: 'files'; readonly cert: string; readonly key: string }
  | { readonly kind: 'none' }

export type Config = {
  readonly dataDir: string
  readonly host: string
  readonly port: number
  readonly httpsPort: number
  /** What people type; null: found out from the network. */
  readonly publicUrl: string | null
  readonly tls: TlsSource
  readonly masterKey: MasterKeySource
  /** null: the embedded database in the data folder. */
  readonly databaseUrl: string | null
  /** null: one server, or several that find each other's changes in the database. */
  readonly redisUrl: string | null
  /** Addresses of proxies whose word about the caller is believed; null: none. */
  readonly trustProxy: string | null
  /** Who knows it may read /metrics; null: only programs on this computer. */
  readonly metricsToken: string | null
  readonly isDemo: boolean
  readonly logLevel: string
}

/** Wrong words on the command line or in the environment. */
export class ConfigFailure extends Error {
  readonly code = 'usage'
}

export const SERVE_HELP = `Starts the service.
  --data DIR        where everything is kept (default ./data)
  --port N          http on this computer (default 8080)
  --https-port N    https for phones in the network (default 8443)
  --host ADDRESS    where https listens (default 0.0.0.0)
  --public-url URL  address in links and QR codes
  --tls-cert FILE --tls-key FILE   your own certificate
  --no-tls          http only, behind a proxy of yours
  --demo            a sample community in ./data/demo
Environment: CHECKPOINT_MASTER_KEY or CHECKPOINT_MASTER_KEY_FILE, CHECKPOINT_LOG_LEVEL;
  DATABASE_URL            postgres://… instead of the embedded database, for several servers
  REDIS_URL               redis://… for several servers (of a cluster: addresses with commas between)
  CHECKPOINT_TRUST_PROXY  addresses of your proxies, with commas between
  CHECKPOINT_METRICS_TOKEN  who brings it may read /metrics (else only programs on this computer)`

const OPTIONS = {
  data: { type: 'string' },
  port: { type: 'string' },
  'https-port': { type: 'string' },
  host: { type: 'string' },
  'public-url': { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'no-tls': { type: 'boolean' },
  demo: { type: 'boolean' },
  help: { type: 'boolean' }
} as const

export function readConfig(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Config | 'help' {
  const values = parse(args)
  if (values.help === true) return 'help'
  const isDemo = values.demo === true
  const dataDir = resolve(values.data ?? environment.CHECKPOINT_DATA ?? (isDemo ? 'data/demo' : 'data'))
  return {
    dataDir,
    host: values.host ?? '0.0.0.0',
    port: portOf('--port', values.port, 8080),
    httpsPort: portOf('--https-port', values['https-port'], 8443),
    publicUrl: urlOf(values['public-url'] ?? environment.CHECKPOINT_PUBLIC_URL),
    tls: tlsOf(values),
    masterKey: masterKeySource(dataDir, environment),
    ...serverSources(environment),
    trustProxy: given(environment.CHECKPOINT_TRUST_PROXY),
    metricsToken: given(environment.CHECKPOINT_METRICS_TOKEN),
    isDemo,
    logLevel: environment.CHECKPOINT_LOG_LEVEL ?? 'warn'
  }
}

const given = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text)

type Environment = Readonly<Record<string, string | undefined>>

/** What several servers share; several of them need one master key that they all are given. */
export function serverSources(environment: Environment): Pick<Config, 'databaseUrl' | 'redisUrl'> {
  const databaseUrl = given(environment.DATABASE_URL)
  const redisUrl = given(environment.REDIS_URL)
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new ConfigFailure('DATABASE_URL begins with postgres://')
  if (redisUrl !== null && !/^rediss?:\/\//.test(redisUrl)) throw new ConfigFailure('REDIS_URL begins with redis:// or rediss://')
  if (redisUrl !== null && databaseUrl === null)
    throw new ConfigFailure('REDIS_URL is for several servers, which share a DATABASE_URL')
  return { databaseUrl, redisUrl }
}

export function masterKeySource(dataDir: string, environment: Readonly<Record<string, string | undefined>>): MasterKeySource {
  if (environment.CHECKPOINT_MASTER_KEY !== undefined) return { kind: 'text', text: environment.CHECKPOINT_MASTER_KEY }
  if (environment.CHECKPOINT_MASTER_KEY_FILE !== undefined) return { kind: 'file', file: environment.CHECKPOINT_MASTER_KEY_FILE }
  return { kind: 'data', dir: dataDir }
}

/** First address of this computer in its network; null without one. */
export function lanAddress(): string | null {
  const addresses = Object.values(networkInterfaces()).flatMap(list => list ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null
}

type Values = ReturnType<typeof parse>

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values
  } catch (error) {
    throw new ConfigFailure(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

function tlsOf(values: Values): TlsSource {
  if (values['no-tls'] === true) return { kind: 'none' }
  const cert = values['tls-cert']
  const key = values['tls-key']
  if (cert === undefined && key === undefined) return { kind: 'own' }
  if (cert === undefined || key === undefined) throw new ConfigFailure('--tls-cert and --tls-key go together')
  return { kind: 'files', cert, key }
}

function portOf(option: string, text: string | undefined, standard: number): number {
  const port = text === undefined ? standard : Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new ConfigFailure(`${option}: ${text} is no port`)
  return port
}

function urlOf(text: string | undefined): string | null {
  if (text === undefined) return null
  const url = URL.parse(text)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) throw new ConfigFailure(`--public-url: ${text} is no address`)
  return url.origin
}
