import { join } from 'node:path'
import { importJWK, jwtVerify } from 'jose'
import t from 'tap'
import { decodePass } from '../../shared/pass/codec.ts'
import { readStatusClaims } from '../../shared/status/read-status-claims.ts'
import { statusReader } from '../../shared/status/status-list.ts'
import { readTrustClaims } from '../../shared/trust/read-trust-claims.ts'
import { epochSeconds } from '../../shared/time.ts'
import { verify } from '../../shared/verify/verify.ts'
import { inflateZlib, verifySignature } from '../../server/keys/node-crypto.ts'
import { asStaff, NOW, signedIn, startService } from '../support/service.ts'

const PERSON = { kind: 'person', name: '陈小明', document: '37010119900307001X', site: 1, hours: 336 }

t.test('a life of a pass over the API', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const { app } = service
  const worker = asStaff(app, await signedIn(app, 'worker1'))

  /** What a gate would say of the text, from what the service publishes and nothing else. */
  const findingsOf = async (text: string): Promise<string[]> => {
    const jwks = (await app.inject({ url: '/.well-known/jwks.json' })).json() as { keys: { kid: string }[] }
    const key = async (header: { kid?: string }) => importJWK(jwks.keys.find(({ kid }) => kid === header.kid) as never, 'ES256')
    const bundle = await jwtVerify((await app.inject({ url: '/api/v1/gate/trust' })).body, key, {
      typ: 'trust-bundle+jwt',
      currentDate: new Date(NOW)
    })
    const list = await jwtVerify((await app.inject({ url: '/api/v1/gate/status/0' })).body, key, {
      typ: 'statuslist+jwt',
      currentDate: new Date(NOW)
    })
    const trust = readTrustClaims(bundle.payload)
    const status = await readStatusClaims(list.payload, inflateZlib)
    if (!trust.ok || !status.ok) throw new Error('unreadable gate data')
    const verification = await verify(
      text,
      trust.value,
      statusReader([status.value]),
      epochSeconds(service.clock.now / 1000),
      verifySignature
    )
    return verification.findings.map(({ reason }) => reason)
  }

  const issued = await worker('POST', '/api/v1/passes', PERSON)
  t.equal(issued.status, 201)
  t.match(issued.body, { kind: 'person', label: '陈*明', name: '陈小明', documentTail: '001X', status: 'valid', site: 1 })
  t.equal(issued.body.text.length, 153, 'a person with three characters stays within the 154 characters of version 6')

  t.test('its code carries no clear name and no number', async t => {
    const decoded = decodePass(issued.body.text)
    t.ok(decoded.ok)
    t.notOk(JSON.stringify(decoded).includes('陈小明'))
  })
  t.test('a gate that knows only what is published finds nothing against it', async t =>
    t.same(await findingsOf(issued.body.text), [])
  )

  t.test('held, lifted, held and revoked: each is in the next list', async t => {
    const act = (action: string) =>
      worker('POST', `/api/v1/passes/${issued.body.serial}/status`, { action, ...(action === 'lift' ? {} : { reason: 'lost' }) })
    t.equal((await act('hold')).body.status, 'held')
    t.same(await findingsOf(issued.body.text), ['HELD'])
    t.equal((await act('hold')).body.code, 'status-conflict', 'what is held cannot be held')
    t.equal((await act('lift')).body.status, 'valid')
    t.same(await findingsOf(issued.body.text), [])
    t.equal((await act('revoke')).body.status, 'revoked')
    t.same(await findingsOf(issued.body.text), ['REVOKED'])
    t.equal((await act('lift')).body.code, 'status-conflict', 'revoked is final')
    const detail = await worker('GET', `/api/v1/passes/${issued.body.serial}`)
    t.same(
      detail.body.history.map(({ action }: { action: string }) => action),
      ['issue', 'hold', 'lift', 'revoke']
    )
  })

  t.test('a reissued pass supersedes the old one, once', async t => {
    const old = await worker('POST', '/api/v1/passes', { kind: 'vehicle', plate: '鲁A·D12345', site: 1, hours: 24 })
    t.equal(old.body.label, '鲁AD12345')
    const fresh = await worker('POST', `/api/v1/passes/${old.body.serial}/reissue`, { reason: 'lost' })
    t.equal(fresh.status, 201)
    t.not(fresh.body.serial, old.body.serial)
    t.same(await findingsOf(old.body.text), ['SUPERSEDED'])
    t.same(await findingsOf(fresh.body.text), [])
    t.equal((await worker('POST', `/api/v1/passes/${old.body.serial}/reissue`, {})).body.code, 'status-conflict')
  })

  t.test('the resident opens the pass by the secret of the link alone', async t => {
    const [serial, secret] = issued.body.link.split('#')[1].split('.')
    const ask = (payload: object) => app.inject({ method: 'POST', url: '/api/v1/my-pass', payload })
    t.equal((await ask({ serial: Number(serial), secret })).json().text, issued.body.text)
    t.equal((await ask({ serial: Number(serial), secret: 'A'.repeat(22) })).json().code, 'link-invalid')
    t.equal((await ask({ serial: Number(serial) + 1, secret })).json().code, 'link-invalid')
    t.notOk('name' in (await ask({ serial: Number(serial), secret })).json(), 'no clear name is in the answer')
  })

  t.test('the same Idempotency-Key issues once', async t => {
    const cookie = await signedIn(app, 'worker1')
    const send = (payload: object) =>
      app.inject({ method: 'POST', url: '/api/v1/passes', headers: { cookie, 'idempotency-key': 'key-12345678' }, payload })
    const first = await send(PERSON)
    const second = await send(PERSON)
    t.equal(second.statusCode, 201)
    t.equal(second.json().serial, first.json().serial)
    t.equal((await send({ ...PERSON, hours: 1 })).json().code, 'idempotency-conflict')
  })

  const wrong: readonly [string, object, string, string][] = [
    ['a check digit that is off', { ...PERSON, document: '370101199003070011' }, 'document-invalid', '/document'],
    ['a document of the first generation', { ...PERSON, document: '370101900307001' }, 'document-invalid', '/document'],
    ['no name', { kind: 'person', site: 1, hours: 1 }, 'invalid-field', '/name'],
    ['a control character', { ...PERSON, name: '陈\u0007明' }, 'invalid-field', '/name'],
    ['no plate', { kind: 'vehicle', site: 1, hours: 1 }, 'invalid-field', '/plate'],
    ['no such plate', { kind: 'vehicle', plate: '鲁I12345', site: 1, hours: 1 }, 'plate-invalid', '/plate'],
    ['a site of another community', { ...PERSON, site: 2 }, 'site-unknown', '/site'],
    ['every site, by a worker of one community', { ...PERSON, site: 0 }, 'site-unknown', '/site'],
    ['an hour too many', { ...PERSON, hours: 16_384 }, 'invalid-field', '/hours'],
    ['a number as text', { ...PERSON, hours: '24' }, 'invalid-field', '/hours'],
    ['a begin in the past', { ...PERSON, start: NOW / 1000 - 90_000 }, 'validity-invalid', '/start'],
    ['a field that is not known', { ...PERSON, colour: 'red' }, 'invalid-field', '/colour']
  ]
  for (const [what, body, code, path] of wrong) {
    t.test(`${what} is refused with its code and its place, and nothing is stored`, async t => {
      const before = (await worker('GET', '/api/v1/passes')).body.items.length
      const answer = await worker('POST', '/api/v1/passes', body)
      t.match(answer.body, { code, path, status: 400 })
      t.match(String(answer.headers['content-type']), 'application/problem+json')
      t.equal((await worker('GET', '/api/v1/passes')).body.items.length, before)
    })
  }

  t.test('staff find a pass by name, masked name, plate, end of document and serial', async t => {
    for (const query of ['陈小明', '鲁a·d12345', '001X', '001x', String(issued.body.serial)]) {
      const found = await worker('GET', `/api/v1/passes?query=${encodeURIComponent(query)}`)
      t.ok(found.body.items.length > 0, query)
    }
    t.same((await worker('GET', '/api/v1/passes?query=nobody')).body.items, [])
  })

  t.test('pages follow each other without a gap or a double', async t => {
    const all: number[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await worker('GET', `/api/v1/passes?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
      all.push(...page.body.items.map(({ serial }: { serial: number }) => serial))
      cursor = page.body.next
    }
    t.equal(new Set(all).size, all.length)
    t.same(all.length, (await worker('GET', '/api/v1/passes?limit=200')).body.items.length)
  })

  t.test('symbol and card are served in every format', async t => {
    for (const [file, type, begin] of [
      ['symbol.png', 'image/png', '\x89PNG'],
      ['symbol.svg', 'image/svg+xml', '<'],
      ['card.pdf', 'application/pdf', '%PDF'],
      ['card.svg', 'image/svg+xml', '<'],
      ['card.png', 'image/png', '\x89PNG']
    ] as const) {
      const answer = await worker('GET', `/api/v1/passes/${issued.body.serial}/${file}`)
      t.equal(answer.status, 200)
      t.match(String(answer.headers['content-type']), type)
      t.ok(answer.raw.toString('latin1').startsWith(begin), file)
    }
  })
})
