import type { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Id, Strict } from '../../../shared/schema/common.ts'
import {
  ConflictChoice,
  ExportWish,
  FindingPage,
  FindingQuery,
  ImportAction,
  ImportList,
  ImportMapping,
  ImportPreview,
  ImportView,
  PreviewQuery,
  RowFix,
  UploadQuery
} from '../../../shared/schema/imports.ts'
import { type Context, refused } from '../../domain/context.ts'
import { exportRegister } from '../../domain/export/export-register.ts'
import { chooseSide, fixRow, listFindings } from '../../domain/import/findings.ts'
import { listImports, readImport } from '../../domain/import/import-view.ts'
import { actOnImport, mapImport, previewImport } from '../../domain/import/manage.ts'
import { takeUpload } from '../../domain/import/take-upload.ts'
import { SheetFailure } from '../../ports/sheet-file.ts'
import { MAX_FILE_BYTES } from '../../sheets/limits.ts'
import { readSheets } from '../../sheets/read-sheets.ts'
import { writeCsv, writeXlsx, XLSX_TYPE } from '../../sheets/write-sheets.ts'
import { keepUpload, type TempFile } from '../../sheets/temp-file.ts'
import { staffOfCaller } from '../caller.ts'
import { sendOutcome, sendProblem } from '../problem.ts'

const Param = Strict({ import: Id })
const LineParam = Strict({ import: Id, line: Type.Integer({ minimum: 1, maximum: 2_000_000 }) })
/** Two hundred cells of a thousand characters. */
const ROW_BYTES = 1_000_000
const MAPPING_BYTES = 65_536
/** Files at a time: each may fill a gigabyte of the disk. */
const MAX_UPLOADS = 3

export type ImportRoutes = {
  readonly ctx: Context
  readonly uploadDir: string
  /** Begins or goes on with an import; it answers at once and the work goes on beside. */
  readonly run: (id: string) => void
}

export const importRoutes =
  ({ ctx, uploadDir, run }: ImportRoutes): FastifyPluginAsyncTypebox =>
  async app => {
    app.get('/register/imports', { schema: { response: { 200: ImportList } } }, async request =>
      listImports(ctx, staffOfCaller(request))
    )
    app.get('/register/imports/:import', { schema: { params: Param, response: { 200: ImportView } } }, async (request, reply) =>
      sendOutcome(request, reply, await readImport(ctx, staffOfCaller(request), request.params.import))
    )
    app.get(
      '/register/imports/:import/preview',
      { schema: { params: Param, querystring: PreviewQuery, response: { 200: ImportPreview } } },
      async (request, reply) =>
        sendOutcome(request, reply, await previewImport(ctx, staffOfCaller(request), request.params.import, request.query.sheet))
    )
    app.put(
      '/register/imports/:import/mapping',
      { bodyLimit: MAPPING_BYTES, schema: { params: Param, body: ImportMapping, response: { 200: ImportView } } },
      async (request, reply) => {
        const mapped = await mapImport(ctx, staffOfCaller(request), request.params.import, request.body)
        if (mapped.ok) run(mapped.value.id)
        return sendOutcome(request, reply, mapped)
      }
    )
    app.post(
      '/register/imports/:import/state',
      { schema: { params: Param, body: ImportAction, response: { 200: ImportView } } },
      async (request, reply) => {
        const changed = await actOnImport(ctx, staffOfCaller(request), request.params.import, request.body)
        if (changed.ok) run(changed.value.id)
        return sendOutcome(request, reply, changed)
      }
    )
    app.post('/register/exports', { schema: { body: ExportWish } }, async (request, reply) => {
      const made = await exportRegister(ctx, staffOfCaller(request), request.body)
      if (!made.ok) return sendProblem(request, reply, made.failure)
      const { fileName, rows } = made.value
      reply.header('content-disposition', `attachment; filename="${fileName}"`).header('cache-control', 'no-store')
      return request.body.format === 'csv'
        ? reply.type('text/csv; charset=utf-8').send(writeCsv(rows))
        : reply.type(XLSX_TYPE).send(writeXlsx(rows))
    })
    await app.register(findingRoutes(ctx))
    await app.register(uploadRoute(ctx, uploadDir))
  }

const findingRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async app => {
    app.get(
      '/register/imports/:import/findings',
      { schema: { params: Param, querystring: FindingQuery, response: { 200: FindingPage } } },
      async (request, reply) =>
        sendOutcome(request, reply, await listFindings(ctx, staffOfCaller(request), request.params.import, request.query))
    )
    app.put(
      '/register/imports/:import/rows/:line',
      { bodyLimit: ROW_BYTES, schema: { params: LineParam, body: RowFix, response: { 200: Type.Null() } } },
      async (request, reply) =>
        sendOutcome(
          request,
          reply,
          await fixRow(ctx, staffOfCaller(request), request.params.import, request.params.line, request.body)
        )
    )
    app.post(
      '/register/imports/:import/conflicts',
      { schema: { params: Param, body: ConflictChoice, response: { 200: Type.Null() } } },
      async (request, reply) =>
        sendOutcome(request, reply, await chooseSide(ctx, staffOfCaller(request), request.params.import, request.body))
    )
  }

/** The file is the body as it is: it goes to the disk while it comes, and is read from there. */
const uploadRoute =
  (ctx: Context, uploadDir: string): FastifyPluginAsyncTypebox =>
  async app => {
    let uploads = 0
    app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
    app.post(
      '/register/imports',
      { bodyLimit: MAX_FILE_BYTES, schema: { querystring: UploadQuery, response: { 201: ImportView } } },
      async (request, reply) => {
        const body = request.body as Readable | undefined
        if (typeof body?.pipe !== 'function') return sendProblem(request, reply, { code: 'unsupported-media-type' })
        if (uploads >= MAX_UPLOADS) return sendProblem(request, reply, { code: 'too-many-requests' })
        uploads++
        let file: TempFile | null = null
        try {
          const kept = await keepUpload(uploadDir, body, MAX_FILE_BYTES)
          file = kept
          const taken = await takeUpload(ctx, staffOfCaller(request), request.query, () => readSheets(kept))
          return sendOutcome(request, reply, taken, 201)
        } catch (error) {
          if (!(error instanceof SheetFailure)) throw error
          return sendOutcome(request, reply, refused(error.code, undefined, error.detail))
        } finally {
          uploads--
          file?.close()
        }
      }
    )
  }
