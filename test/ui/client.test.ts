import t, { type Test } from 'tap'
import { failureOf, newIdempotencyKey, request } from '../../ui/api/client.ts'
import { fieldOf } from '../../ui/api/field-of.ts'
import { problemSentence } from '../../ui/api/problem-sentence.ts'

type Call = { path: string; init: RequestInit & { headers: Record<string, string> } }

/** Puts an answer in place of the network, and gives what was asked. */
function answering(t: Test, answer: () => Response | Promise<Response>): Call[] {
  const calls: Call[] = []
  t.intercept(globalThis, 'fetch', {
    value: async (path: string, init: Call['init']) => {
      calls.push({ path, init })
      return answer()
    }
  })
  return calls
}
const json = (status: number, body: unknown): Response => Response.json(body, { status })

t.test('a read asks for JSON and carries no key', async t => {
  const calls = answering(t, () => json(200, { items: [] }))
  t.strictSame(await request('GET', '/api/v1/passes'), { ok: true, value: { items: [] } })
  t.strictSame(calls[0]?.init.headers, { accept: 'application/json' })
})

t.test('a write sends JSON with the key that it was given, or a fresh one', async t => {
  const calls = answering(t, () => json(201, {}))
  await request('POST', '/api/v1/passes', { body: { a: 1 }, idempotencyKey: 'same' })
  await request('POST', '/api/v1/passes', { body: { a: 1 } })
  await request('POST', '/api/v1/passes', { body: { a: 1 } })
  const keys = calls.map(({ init }) => init.headers['idempotency-key'])
  t.equal(keys[0], 'same')
  t.equal(new Set(keys).size, 3)
  t.equal(calls[0]?.init.body, '{"a":1}')
  t.equal(calls[0]?.init.headers['content-type'], 'application/json')
})

t.test('an answer without content is a success', async t => {
  answering(t, () => new Response(null, { status: 204 }))
  t.strictSame(await request('DELETE', '/api/v1/session'), { ok: true, value: undefined })
})

t.test('a problem keeps its code, its path and its number', async t => {
  answering(t, () => json(400, { code: 'document-invalid', path: '/document', requestId: 'r1' }))
  t.strictSame(await request('POST', '/api/v1/passes', { body: {} }), {
    ok: false,
    failure: { code: 'document-invalid', path: '/document', status: 400, requestId: 'r1' }
  })
})

t.test('no network is told apart from an answer that is not ours', async t => {
  answering(t, () => Promise.reject(new TypeError('failed to fetch')))
  t.match(await request('GET', '/x'), { ok: false, failure: { code: 'network', status: 0 } })
  t.equal(failureOf(502, undefined).code, 'network', 'a proxy without its service')
  t.equal(failureOf(503, { code: 'not-ready' }).code, 'not-ready')
  t.equal(failureOf(404, '<html>').code, 'unexpected')
  t.equal(failureOf(500, { code: 'toString' }).code, 'unexpected', 'a word that every object knows is no code')
})

t.test('a page of HTML with status 200 is a failure, not data', async t => {
  answering(t, () => new Response('<!doctype html>', { status: 200 }))
  t.match(await request('GET', '/x'), { ok: false, failure: { code: 'unexpected' } })
})

t.test('a key can be made where a page has no randomUUID', async t => {
  t.intercept(crypto, 'randomUUID', { value: undefined })
  t.match(newIdempotencyKey(), /^[0-9a-f]{32}$/)
})

t.test('a problem is shown at the field that its pointer names', async t => {
  const at = (path: string | null) =>
    fieldOf({ code: 'invalid-field', path, status: 400, requestId: null }, ['name', 'holder.name', 'a/b', 'directions'])
  t.equal(at('/name'), 'name')
  t.equal(at('/holder/name'), 'holder.name')
  t.equal(at('/a~1b'), 'a/b', 'RFC 6901: ~1 is a slash')
  t.equal(at('/directions/1'), 'directions', 'an item of a list belongs to the list')
  t.equal(at('/names'), null, 'not by its beginning')
  t.equal(at('/unknown'), null)
  t.equal(at(''), null, 'the whole body')
  t.equal(at(null), null)
})

t.test('a failure is told in the language of the screen', async t => {
  t.equal(problemSentence({ code: 'sign-in-failed', path: null, status: 401, requestId: null }), '用户名或密码不正确。')
})
