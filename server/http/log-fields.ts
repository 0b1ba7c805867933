import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * What the log says of a request: the route, never the address with its parameters, where a name or a number may stand,
 * and nobody's network address. The request id leads from a gate's answer to these lines.
 */
export const logFields = {
  req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions?.url ?? null }),
  res: ({ statusCode }: Pick<FastifyReply, 'statusCode'>) => ({ statusCode }),
  err: errorFields
}

type ErrorFields = { [field: string]: unknown; type: string; message: string; stack: string }

/** Without the details of a database's error, which quote the row; quoted values in its message are left out, too. */
function errorFields(error: unknown): ErrorFields {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error', stack: '' }
  const isFromDatabase = 'severity' in error
  const message = isFromDatabase ? withoutValues(error.message) : error.message
  return {
    type: error.name,
    message,
    ...('code' in error ? { code: String(error.code) } : {}),
    stack: (error.stack ?? '').replace(error.message, message),
    ...(error.cause instanceof Error ? { cause: errorFields(error.cause) } : {})
  }
}

const withoutValues = (message: string): string => message.replaceAll(/"[^"]*"/g, '"…"').replaceAll(/\([^)]*\)/g, '(…)')
