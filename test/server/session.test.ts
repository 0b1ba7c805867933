import { join } from 'node:path'
import t from 'tap'
import { buildApp } from '../../server/app.ts'
import { initialise, setupLink } from '../../server/domain/initialise.ts'
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts'
import { asStaff, PASSWORD, signedIn, startService } from '../support/service.ts'

t.test('accounts and sessions', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  t.teardown(service.close)
  const { app, ctx } = service

  t.test('a wrong password and an unknown user get the same answer, and both are hashed', async t => {
    let hashed = 0
    const countingMatches = (password: string, hash: string | null) => {
      hashed++
      return ctx.passwords.matches(password, hash)
    }
    const counting = await buildApp({
      ctx: {
        ...ctx,
        passwords: { ...ctx.passwords, matches: countingMatches }
      },
      distDir: null,
      hasRateLimits: false
    })
    const ask = (username: string) =>
      counting.inject({ method: 'POST', url: '/api/v1/session', payload: { username, password: 'wrong' } })
    const { requestId: _a, ...known } = (await ask('admin')).json()
    const { requestId: _b, ...unknown } = (await ask('nobody')).json()
    t.same(known, unknown)
    t.equal(known.code, 'sign-in-failed')
    t.equal(hashed, 2)
    await counting.close()
  })

  t.test('the eleventh try within a minute is turned away', async t => {
    const limited = await buildApp({ ctx, distDir: null })
    const codes: number[] = []
    for (let i = 0; i < 11; i++)
      codes.push(
        (await limited.inject({ method: 'POST', url: '/api/v1/session', payload: { username: 'admin', password: 'x' } }))
          .statusCode
      )
    t.same(codes.slice(0, 10), Array(10).fill(401))
    t.equal(codes[10], 429)
    await limited.close()
  })

  t.test('an address that the caller writes itself gives no further tries', async t => {
    const limited = await buildApp({ ctx, distDir: null })
    const codes: number[] = []
    for (let i = 0; i < 11; i++) {
      const headers = { 'x-forwarded-for': `198.51.100.${i}`, 'x-real-ip': `198.51.100.${i}` }
      const payload = { username: 'admin', password: 'x' }
      codes.push((await limited.inject({ method: 'POST', url: '/api/v1/session', headers, payload })).statusCode)
    }
    t.equal(codes[10], 429)
    await limited.close()
  })

  t.test('the cookie is not for scripts and not for other sites', async t => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { username: 'admin', password: PASSWORD }
    })
    t.match(String(answer.headers['set-cookie']), /HttpOnly; SameSite=Strict/)
  })

  t.test('a changed password ends other sessions at once', async t => {
    const old = asStaff(app, await signedIn(app, 'worker1'))
    service.clock.now += 5
    const changed = await old('POST', '/api/v1/session/password', { current: PASSWORD, next: 'another long password' })
    t.equal(changed.status, 204)
    t.equal((await old('GET', '/api/v1/session')).status, 401)
  })

  t.test('a closed account is out at once, and the last administrator stays', async t => {
    const admin = asStaff(app, await signedIn(app, 'admin'))
    const worker = asStaff(app, await signedIn(app, 'worker2'))
    const accounts = (await admin('GET', '/api/v1/accounts')).body as { id: string; username: string; role: string }[]
    const idOf = (name: string) => accounts.find(({ username }) => username === name)?.id
    t.equal((await worker('GET', '/api/v1/session')).status, 200)
    t.equal((await admin('PATCH', `/api/v1/accounts/${idOf('worker2')}`, { active: false })).status, 200)
    t.equal((await worker('GET', '/api/v1/session')).status, 401)
    t.equal((await admin('PATCH', `/api/v1/accounts/${idOf('admin')}`, { active: false })).body.code, 'last-administrator')
  })

  t.test('a worker needs a community and nobody gets a common password', async t => {
    const admin = asStaff(app, await signedIn(app, 'admin'))
    const account = { username: 'third', displayName: '三', role: 'community-worker', community: null, password: PASSWORD }
    t.equal((await admin('POST', '/api/v1/accounts', account)).body.code, 'community-unknown')
    t.equal(
      (await admin('POST', '/api/v1/accounts', { ...account, community: service.communities[0], password: '1234567890' })).body
        .code,
      'password-weak'
    )
    t.equal(
      (await admin('POST', '/api/v1/accounts', { ...account, username: 'admin', community: service.communities[0] })).body.code,
      'name-taken'
    )
  })

  t.test('there is no setup link once there is an administrator', async t => t.equal(await setupLink(ctx), null))
})

t.test('the first administrator uses the link once', async t => {
  const dir = t.testdir()
  const service = await startService(join(dir, 'other'))
  const storage = await openSqliteStorage({ file: join(dir, 'empty.db') })
  const ctx = { ...service.ctx, storage }
  await initialise(ctx, { name: '空', nameEn: 'Empty' })
  const app = await buildApp({ ctx, distDir: null, hasRateLimits: false })
  t.teardown(async () => {
    await app.close()
    await storage.close()
    await service.close()
  })
  const link = await setupLink(ctx)
  const body = { token: link?.split('setup=')[1], username: 'first', displayName: '首位', password: PASSWORD }
  const use = () => app.inject({ method: 'POST', url: '/api/v1/setup', payload: body })
  t.equal((await use()).statusCode, 201)
  t.equal((await use()).json().code, 'link-invalid')
  t.equal(
    (await app.inject({ method: 'POST', url: '/api/v1/setup', payload: { ...body, username: 'second' } })).json().code,
    'link-invalid'
  )
})
