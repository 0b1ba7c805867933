import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import QRCode from 'qrcode'
import { buildApp } from './app.ts'
import { makeBackup } from './backup/make-backup.ts'
import { type Config, lanAddress, readConfig, SERVE_HELP } from './config.ts'
import { type ControlAnswer, type ControlRequest, listenForControl } from './control/socket.ts'
import { fillDemo } from './demo/fill-demo.ts'
import { initialise, setupLink } from './domain/initialise.ts'
import { EXIT, explainFailure } from './exit-codes.ts'
import { serviceMetrics } from './http/metrics/service-metrics.ts'
import { type JobRunner, startJobs } from './jobs/run-jobs.ts'
import { importJobs } from './jobs/import-job.ts'
import { massIssueJob } from './jobs/mass-issue-job.ts'
import { workJobs } from './jobs/work-jobs.ts'
import { smsLogSender } from './notices/sms-log.ts'
import { webPushSender } from './notices/web-push.ts'
import { standardJobs } from './jobs/standard-jobs.ts'
import { openRuntime, type Runtime } from './runtime.ts'
import { removeOldUploads } from './sheets/temp-file.ts'
import { loadCertificate } from './tls/load-certificate.ts'

const REALM = { name: '示例街道', nameEn: 'Sample Subdistrict' }
const DIST = join(import.meta.dirname, '../dist')
/** Requests under way get this long when the service stops. */
const STOP_MS = 10_000

/** Starts the service and says where it is. Resolves when it answers. */
export async function serve(config: Config): Promise<void> {
  const local = `http://localhost:${config.port}`
  const lan = lanAddress()
  const publicUrl =
    config.publicUrl ?? (config.tls.kind === 'none' || lan === null ? local : `https://${lan}:${config.httpsPort}`)
  const runtime = await openRuntime({ ...config, publicUrl, onBusError: error => console.error(error) })
  const apps: FastifyInstance[] = []
  try {
    await initialise(runtime.ctx, REALM)
    const accounts = config.isDemo ? await fillDemo(runtime.ctx) : []
    const hosts = [
      'localhost',
      '127.0.0.1',
      ...(lan === null ? [] : [lan]),
      ...(config.publicUrl === null ? [] : [new URL(config.publicUrl).hostname])
    ]
    const certificate = await loadCertificate(config.tls, config.dataDir, [...new Set(hosts)], Date.now())
    const uploadDir = join(config.dataDir, 'uploads')
    removeOldUploads(uploadDir)
    const common = {
      ctx: runtime.ctx,
      distDir: DIST,
      logger: { level: config.logLevel },
      authority: certificate?.ca ?? null,
      trustProxy: config.trustProxy,
      metrics: serviceMetrics(runtime.ctx),
      metricsToken: config.metricsToken,
      uploadDir
    }
    const plain = await buildApp(common)
    apps.push(plain)
    await plain.listen({ port: config.port, host: certificate === null ? config.host : '127.0.0.1' })
    if (certificate !== null) {
      const secure = await buildApp({ ...common, https: certificate })
      apps.push(secure)
      await secure.listen({ port: config.httpsPort, host: config.host })
    }
    const senders = { push: webPushSender(), sms: smsLogSender(line => console.log(line)) }
    const jobs = startJobs({
      jobs: [
        ...standardJobs(runtime.ctx),
        massIssueJob(runtime.ctx),
        ...importJobs(runtime.ctx),
        ...workJobs(runtime.ctx, senders)
      ],
      storage: runtime.ctx.storage,
      server: runtime.server,
      now: Date.now,
      onError: error => console.error(error)
    })
    const control = await listenForControl(config.dataDir, request => answerControl(config, runtime, request))
    stopOnSignals(apps, { jobs, control }, runtime)
    await announce({ config, runtime, local, publicUrl, accounts, hasAuthority: certificate?.ca != null })
  } catch (error) {
    await Promise.all(apps.map(app => app.close()))
    await runtime.close()
    throw error
  }
}

async function answerControl(
  { dataDir, databaseUrl }: Config,
  { ctx }: Runtime,
  { file, passphrase }: ControlRequest
): Promise<ControlAnswer> {
  if (databaseUrl !== null) return { ok: false, message: 'PostgreSQL has its own backups: docs/operations.md' }
  const { storage, env } = ctx
  return { ok: true, bytes: await makeBackup(file, { storage, dataDir, passphrase, randomBytes: env.randomBytes }) }
}

type Announcement = {
  readonly config: Config
  readonly runtime: Runtime
  readonly local: string
  readonly publicUrl: string
  readonly accounts: readonly { username: string; password: string; role: string }[]
  readonly hasAuthority: boolean
}

async function announce({ config, runtime, local, publicUrl, accounts, hasAuthority }: Announcement): Promise<void> {
  const lines = [
    '',
    'Checkpoint 卡口',
    `  Console  控制台  ${local}/console/`,
    `  Portal   居民端  ${local}/portal/`,
    `  Gate     卡口端  ${local}/gate/`
  ]
  for (const { username, password, role } of accounts) lines.push(`  Account  账号    ${username} / ${password}  (${role})`)
  if (runtime.newMasterKey !== null) {
    lines.push(
      '',
      `  A master key was made: ${runtime.newMasterKey}`,
      '  Back it up apart from the data: without it no key and no name can be read again.'
    )
  }
  const setup = await setupLink(runtime.ctx)
  if (setup !== null) {
    const here = setup.replace(publicUrl, local)
    lines.push('', '  First administrator 首位管理员 (one-time link 一次性链接):', `  ${here}`)
  }
  console.log(lines.join('\n'))
  if (publicUrl !== local) {
    console.log(`\n  For phones in the same network 同一网络的手机: ${publicUrl}/gate/`)
    if (hasAuthority) console.log(`  Install this certificate on the phone once 手机先安装证书: ${publicUrl}/ca.crt`)
    console.log(await QRCode.toString(`${publicUrl}/gate/`, { type: 'terminal', small: true }))
  }
  console.log(`  Data 数据: ${config.dataDir}   Stop 停止: Ctrl+C`)
}

type Beside = { readonly jobs: JobRunner; readonly control: { close(): void } | null }

function stopOnSignals(apps: readonly FastifyInstance[], { jobs, control }: Beside, runtime: Runtime): void {
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(EXIT.broken), STOP_MS).unref()
    control?.close()
    await Promise.all(apps.map(app => app.close()))
    await jobs.stop()
    await runtime.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

export async function main(args: readonly string[]): Promise<void> {
  try {
    const config = readConfig(args, process.env)
    if (config === 'help') console.log(SERVE_HELP)
    else await serve(config)
  } catch (error) {
    const explained = explainFailure(error)
    console.error(explained?.message ?? error)
    process.exit(explained?.exitCode ?? EXIT.broken)
  }
}

if (import.meta.main) await main(process.argv.slice(2))
