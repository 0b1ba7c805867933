import { createGunzip, type Gunzip } from 'node:zlib'
import type { RequestPayload, preParsingHookHandler } from 'fastify'

/** 500 entries of about 700 bytes, and as much again. */
export const MAX_UPLOAD_BYTES = 1_000_000

/** The inflated body; Fastify's bound on the body's size counts what comes out, and the header's length what went in. */
function unzipped(payload: RequestPayload): RequestPayload {
  const stream: RequestPayload = createGunzip()
  stream.receivedEncodedLength = 0
  payload.on('data', (chunk: Buffer) => {
    stream.receivedEncodedLength = (stream.receivedEncodedLength ?? 0) + chunk.length
  })
  payload.on('error', error => stream.destroy(error))
  return payload.pipe(stream as Gunzip)
}

export const unzipIfZipped: preParsingHookHandler = (request, _reply, payload, done) =>
  done(null, request.headers['content-encoding'] === 'gzip' ? unzipped(payload) : payload)
