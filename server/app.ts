import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jwt from '@fastify/jwt'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, type FastifyServerOptions } from 'fastify'
import type { Context } from './domain/context.ts'
import { deviceProver } from './domain/devices.ts'
import { passIssuer } from './domain/issue-passes.ts'
import { runImport } from './domain/import/run-import.ts'
import { runMassIssue } from './domain/mass-issue/run.ts'
import { serialSpreader } from './domain/serials.ts'
import { rosterPublisher } from './domain/roster/roster-publisher.ts'
import { statusPublisher } from './domain/status-lists.ts'
import { trustPublisher } from './domain/trust.ts'
import { ruleOf } from './http/authorisation.ts'
import { identify, isAllowed } from './http/caller.ts'
import type { EventStream } from './http/event-stream.ts'
import { addIdempotency } from './http/plugins/idempotency.ts'
import { addMetrics } from './http/plugins/metrics.ts'
import { addPages } from './http/plugins/pages.ts'
import { sharedLimits } from './http/plugins/shared-limits.ts'
import { type ServiceMetrics, serviceMetrics } from './http/metrics/service-metrics.ts'
import { logFields } from './http/log-fields.ts'
import { answerError, sendProblem } from './http/problem.ts'
import { requestId } from './http/request-id.ts'
import { myHouseholdRoutes } from './http/routes/survey-reports.ts'
import { fieldRoutes, surveyRoutes } from './http/routes/surveys.ts'
import { alertRoutes } from './http/routes/alerts.ts'
import { carriedRoutes } from './http/routes/carried.ts'
import { deviceHealthRoutes } from './http/routes/device-health.ts'
import { deviceRoutes } from './http/routes/devices.ts'
import { directoryRoutes } from './http/routes/directory.ts'
import { entryRoutes } from './http/routes/entries.ts'
import { gateRoutes } from './http/routes/gate.ts'
import { importRoutes } from './http/routes/imports.ts'
import { massIssueRoutes } from './http/routes/mass-issue.ts'
import { passRoutes } from './http/routes/passes.ts'
import { policyRoutes } from './http/routes/policies.ts'
import { drillSheetRoutes } from './http/routes/drill-sheet.ts'
import { printRoutes } from './http/routes/print.ts'
import { sheetRoutes } from './http/routes/print-sheets.ts'
import { gateRecordRoutes, recordRoutes } from './http/routes/records.ts'
import { registerRoutes } from './http/routes/register.ts'
import { gateShiftRoutes, myShiftRoutes, shiftRoutes } from './http/routes/shifts.ts'
import { retentionRoutes } from './http/routes/retention.ts'
import { rosterRoutes } from './http/routes/roster.ts'
import { serviceRoutes } from './http/routes/service.ts'
import { sessionRoutes } from './http/routes/session.ts'
import { employerRoutes, myEmployerRoutes } from './http/routes/my-employer.ts'
import { myWorkRoutes, workRoutes } from './http/routes/my-work.ts'
import { visitorPassRoutes } from './http/routes/visitor-passes.ts'
import { workOfficeRoutes, workReviewRoutes } from './http/routes/work-review.ts'

export type AppOptions = {
  readonly ctx: Context
  /** Folder of the built apps; null: the API alone. */
  readonly distDir: string | null
  readonly logger?: FastifyServerOptions['logger']
  readonly https?: { readonly key: string; readonly cert: string } | null
  /** false only where one address stands for many people, as in tests and benches. */
  readonly hasRateLimits?: boolean
  /** Addresses of proxies, with commas between, whose word about the caller's address is believed. */
  readonly trustProxy?: string | null
  /** Shared by the apps of one process. */
  readonly metrics?: ServiceMetrics
  /** Who knows it may read /metrics; null: only programs on this computer. */
  readonly metricsToken?: string | null
  /** The installation's own certificate authority (PEM), for phones to install. */
  readonly authority?: string | null
  /** Where files are kept while they are read. */
  readonly uploadDir?: string
}

declare module 'fastify' {
  interface FastifyInstance {
    eventStreams: Set<EventStream>
    /** Under way in this process. */
    massIssues: Set<Promise<void>>
    imports: Set<Promise<void>>
    /** `METHOD path` of everything that is served. */
    servedRoutes: Set<string>
  }
}

const MAX_BODY_BYTES = 32_768
/** For each address; a whole office may stand behind one. */
const REQUESTS_PER_MINUTE = 1_200

/** The whole service without a socket: what it is made of, in the order in which a request meets it. */
export async function buildApp({
  ctx: given,
  distDir,
  logger = false,
  https = null,
  hasRateLimits = true,
  trustProxy = null,
  metrics = serviceMetrics(given),
  metricsToken = null,
  authority = null,
  uploadDir = join(tmpdir(), 'checkpoint-uploads')
}: AppOptions): Promise<FastifyInstance> {
  const ctx = metrics.observed
  const app = Fastify({
    logger: typeof logger === 'object' ? { serializers: logFields, ...logger } : logger,
    https: https as never,
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: trustProxy ?? false,
    genReqId: requestId,
    routerOptions: { maxParamLength: 100 },
    forceCloseConnections: 'idle',
    // Addresses that no route can read are refused before a request meets any hook: in the same words, with the same headers.
    frameworkErrors(error, request, reply) {
      setApiHeaders(request, reply)
      answerError(error, request, reply)
    },
    // Bodies are taken as they are; only query strings and parameters, which are text, are read as numbers.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: true } }
  }) as unknown as FastifyInstance
  app.setValidatorCompiler(await queryCoercingCompiler())
  app.decorate('eventStreams', new Set<EventStream>())
  app.decorate('massIssues', new Set<Promise<void>>())
  app.decorate('imports', new Set<Promise<void>>())
  app.decorate('servedRoutes', new Set<string>())
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, { code: 'not-found' }))
  await app.register(jwt, {
    secret: Buffer.from(ctx.signer.mac('session', Buffer.from('1'))),
    sign: { algorithm: 'HS256' },
    verify: { algorithms: ['HS256'] }
  })
  if (hasRateLimits)
    await app.register(rateLimit, { max: REQUESTS_PER_MINUTE, timeWindow: '1 minute', store: sharedLimits(ctx.bus) })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Checkpoint', version: '1', description: 'Passes, gates and their log' } }
  })
  addAuthorisation(app, ctx)
  addIdempotency(app, ctx)
  addApiHeaders(app)
  const { statusAgeMs } = await addRoutes(app, ctx, uploadDir)
  addMetrics(app, { metrics, token: metricsToken, statusAgeMs })
  await app.register(swaggerUi, { routePrefix: '/api/docs' })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  if (authority !== null)
    app.get('/ca.crt', { schema: { hide: true } }, async (_request, reply) =>
      reply.type('application/x-x509-ca-cert').send(authority)
    )
  if (distDir !== null) await addPages(app, distDir)
  app.addHook('preClose', async () => {
    for (const stream of app.eventStreams) stream.end()
  })
  return app
}

async function addRoutes(app: FastifyInstance, ctx: Context, uploadDir: string): Promise<{ statusAgeMs: () => number | null }> {
  const publishers = {
    trust: trustPublisher(ctx),
    status: statusPublisher(ctx),
    roster: rosterPublisher(ctx, error => app.log.error({ err: error }, 'a roster was not built'))
  }
  const stopListening = ctx.bus.subscribe(change => {
    if (change.kind === 'status') publishers.status.forget(change.list)
  })
  app.addHook('onClose', async () => stopListening())
  const serialOf = serialSpreader(ctx.signer)
  const issuer = passIssuer(ctx, serialOf)
  const stopping = new AbortController()
  const beside = (works: Set<Promise<void>>, work: Promise<void>, what: string): void => {
    const done = work.catch(error => app.log.error({ err: error }, what))
    works.add(done)
    void done.then(() => works.delete(done))
  }
  const run = (id: string): void =>
    beside(app.massIssues, runMassIssue(ctx, serialOf, id, stopping.signal), 'a mass issue stopped')
  const runList = (id: string): void => beside(app.imports, runImport(ctx, id, stopping.signal), 'an import stopped')
  // What a crash left running goes on at once; two who do the same step do it once.
  app.addHook('onReady', async () => {
    for (const { id, state } of await ctx.storage.massIssues(null, 1_000)) if (state === 'running') run(id)
    for (const { id, state } of await ctx.storage.registerImports(null, 1_000))
      if (state === 'checking' || state === 'importing') runList(id)
  })
  // A stop waits for the step under way, and no longer.
  app.addHook('onClose', async () => {
    stopping.abort()
    await Promise.all([...app.massIssues, ...app.imports])
  })
  await app.register(serviceRoutes(ctx))
  await app.register(
    async api => {
      await api.register(sessionRoutes(ctx))
      await api.register(directoryRoutes(ctx))
      await api.register(passRoutes(ctx, issuer))
      await api.register(policyRoutes(ctx))
      await api.register(printRoutes(ctx))
      await api.register(sheetRoutes(ctx))
      await api.register(deviceRoutes(ctx, deviceProver(ctx)))
      await api.register(registerRoutes(ctx))
      await api.register(surveyRoutes(ctx))
      await api.register(fieldRoutes(ctx), { prefix: '/field' })
      await api.register(importRoutes({ ctx, uploadDir, run: runList }))
      await api.register(massIssueRoutes(ctx, run))
      await api.register(deviceHealthRoutes(ctx))
      await api.register(entryRoutes(ctx))
      await api.register(carriedRoutes(ctx))
      await api.register(alertRoutes(ctx))
      await api.register(retentionRoutes(ctx))
      await api.register(recordRoutes(ctx))
      await api.register(drillSheetRoutes(ctx, serialOf))
      await api.register(shiftRoutes(ctx))
      await api.register(myShiftRoutes(ctx), { prefix: '/my-shifts' })
      await api.register(myHouseholdRoutes(ctx), { prefix: '/my-household' })
      await api.register(workRoutes(ctx))
      await api.register(myWorkRoutes(ctx), { prefix: '/my-work' })
      await api.register(employerRoutes(ctx))
      await api.register(myEmployerRoutes(ctx, serialOf), { prefix: '/my-employer' })
      await api.register(workReviewRoutes(ctx, serialOf))
      await api.register(workOfficeRoutes(ctx))
      await api.register(gateShiftRoutes(ctx), { prefix: '/gate' })
      await api.register(gateRecordRoutes(ctx), { prefix: '/gate' })
      await api.register(visitorPassRoutes(ctx, issuer), { prefix: '/gate' })
      await api.register(gateRoutes(ctx, publishers), { prefix: '/gate' })
      await api.register(rosterRoutes(ctx, publishers.roster), { prefix: '/gate' })
    },
    { prefix: '/api/v1' }
  )
  return { statusAgeMs: publishers.status.ageMs }
}

/** Every request is somebody's and every route has a rule; a route without one is a broken program. */
function addAuthorisation(app: FastifyInstance, ctx: Context): void {
  app.decorateRequest('caller', null as never)
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) {
      app.servedRoutes.add(`${one} ${url}`)
      if (ruleOf(one, url) === null) throw new Error(`no authorisation rule for ${one} ${url}`)
    }
  })
  app.addHook('onRequest', async (request, reply) => {
    request.caller = await identify(app, ctx, request)
    const path = request.routeOptions.url
    if (path === undefined) return // nothing is there: the handler for that answers
    const rule = ruleOf(request.method, path)
    if (rule !== null && isAllowed(rule.roles, request.caller)) return
    if (request.caller.role === 'public') return sendProblem(request, reply, { code: 'sign-in-needed' })
    return sendProblem(request, reply, { code: request.caller.role === 'revoked-device' ? 'device-revoked' : 'not-allowed' })
  })
}

/** Three fixed headers for answers without pages; the pages' own come from helmet. */
function addApiHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    setApiHeaders(request, reply)
    return payload
  })
}

function setApiHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('x-request-id', request.id)
  if (!request.url.startsWith('/api/')) return
  reply.header('x-content-type-options', 'nosniff')
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  if (!request.url.startsWith('/api/docs')) reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
}

/** Ajv twice: strict for bodies, reading numbers from text for query strings and path parameters. */
async function queryCoercingCompiler(): Promise<Parameters<FastifyInstance['setValidatorCompiler']>[0]> {
  const { Ajv } = await import('ajv')
  const strict = new Ajv({ removeAdditional: false, coerceTypes: false, useDefaults: true, allErrors: false, strict: false })
  const coercing = new Ajv({ removeAdditional: false, coerceTypes: true, useDefaults: true, allErrors: false, strict: false })
  return ({ schema, httpPart }) => (httpPart === 'body' ? strict : coercing).compile(schema as object)
}
