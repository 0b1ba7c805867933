import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { PROBLEMS, type ProblemCode } from '../../shared/schema/problem.ts'
import { type Outcome, type Refused, refused } from '../domain/context.ts'
import { StorageFailure } from '../ports/storage.ts'

/** Answers RFC 9457 problem details. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, { code, path, detail }: Refused): FastifyReply {
  const status = PROBLEMS[code]
  return reply
    .code(status)
    .type('application/problem+json')
    .send({
      type: `https://checkpoint.invalid/problems/${code}`,
      title: code.replaceAll('-', ' '),
      status,
      code,
      ...(detail === undefined ? {} : { detail }),
      ...(path === undefined ? {} : { path }),
      requestId: request.id
    })
}

/** A use case's outcome as an answer: the value with `status`, or the problem. */
export function sendOutcome<T>(request: FastifyRequest, reply: FastifyReply, outcome: Outcome<T>, status = 200): FastifyReply {
  return outcome.ok ? reply.code(status).send(outcome.value) : sendProblem(request, reply, outcome.failure)
}

const BY_FASTIFY_CODE: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-request',
  FST_ERR_RATE_LIMIT: 'too-many-requests'
}

/** What a thrown error tells the caller; a fault of ours tells nothing but its request id, and everything to the log. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.validation !== undefined) return sendProblem(request, reply, invalidField(error))
  if (error.statusCode === 429) return sendProblem(request, reply, { code: 'too-many-requests' })
  if (error instanceof StorageFailure && error.code === 'storage-full') {
    request.log.error({ err: error }, 'the disk is full')
    return sendProblem(request, reply, { code: 'storage-full' })
  }
  if (error instanceof StorageFailure && ['storage-unreachable', 'storage-busy'].includes(error.code)) {
    request.log.error({ err: error }, 'the database does not answer')
    return sendProblem(request, reply, { code: 'not-ready' })
  }
  const known = BY_FASTIFY_CODE[error.code]
  if (known !== undefined) return sendProblem(request, reply, { code: known })
  if (error.statusCode !== undefined && error.statusCode < 500)
    return sendProblem(request, reply, { code: 'bad-request', detail: error.code })
  request.log.error({ err: error }, 'request failed')
  return sendProblem(request, reply, { code: 'internal' })
}

function invalidField(error: FastifyError): Refused {
  const [first] = error.validation ?? []
  const missing = first?.params?.missingProperty ?? first?.params?.additionalProperty
  const path = `${first?.instancePath ?? ''}${typeof missing === 'string' ? `/${missing}` : ''}`
  return refused('invalid-field', path === '' ? '/' : path, first?.message).failure
}
