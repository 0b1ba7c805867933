import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { connect, type SecureVersion } from 'node:tls'
import t from 'tap'
import { buildApp } from '../../server/app.ts'
import { ownCertificate } from '../../server/tls/own-certificate.ts'
import { NOW, signedIn, startService } from '../support/service.ts'

t.test('what goes over the line', async t => {
  const dir = t.testdir({
    service: {},
    tls: {},
    dist: Object.fromEntries(['gate', 'portal', 'console'].map(app => [app, { 'index.html': '<!doctype html>' }]))
  })
  const service = await startService(join(dir, 'service'))
  t.teardown(service.close)
  const { ctx, app } = service

  t.test('API: nothing is cached, framed or sniffed, and nothing tells what serves it', async t => {
    const cookie = await signedIn(app, 'admin')
    const asked = ['/api/v1/session', '/api/v1/passes', '/api/v1/nowhere', '/api/v1/%ff', '/api/v1/directory']
    for (const url of asked) {
      const { headers } = await app.inject({ method: 'GET', url, headers: { cookie } })
      t.match(
        headers,
        {
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
          'x-request-id': /^[0-9a-z-]{8,}$/i
        },
        url
      )
      t.same([headers.server, headers['x-powered-by'], headers['access-control-allow-origin']], [undefined, undefined, undefined])
    }
  })

  t.test('pages: own scripts only, never in a frame, the camera for the gate alone', async t => {
    const pages = await buildApp({ ctx, distDir: join(dir, 'dist') })
    t.teardown(() => pages.close())
    for (const name of ['gate', 'portal', 'console']) {
      const { headers, statusCode } = await pages.inject({ method: 'GET', url: `/${name}/` })
      t.equal(statusCode, 200, name)
      const policy = String(headers['content-security-policy'])
      t.notMatch(policy, /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|\*|https?:/, name)
      for (const rule of ["frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"])
        t.match(policy, rule)
      t.equal(policy.includes('wasm-unsafe-eval'), name === 'gate')
      t.match(headers['permissions-policy'], name === 'gate' ? 'camera=(self)' : 'camera=()')
      t.match(headers, { 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' })
    }
  })

  t.test('TLS: 1.2 and 1.3, nothing older, with a certificate of the name that was asked for', async t => {
    const certificate = await ownCertificate(join(dir, 'tls'), ['localhost', '127.0.0.1'], NOW)
    const secure = await buildApp({ ctx, distDir: null, https: certificate })
    await secure.listen({ port: 0, host: '127.0.0.1' })
    t.teardown(() => secure.close())
    const { port } = secure.server.address() as AddressInfo
    const shake = async (version: SecureVersion, ciphers?: string): Promise<string> => {
      const socket = connect({
        port,
        host: '127.0.0.1',
        servername: 'localhost',
        ca: certificate.ca ?? '',
        minVersion: version,
        maxVersion: version,
        // Level 0: this side would take the old versions; who refuses is the service.
        ciphers: ciphers ?? 'DEFAULT@SECLEVEL=0'
      })
      try {
        await once(socket, 'secureConnect')
        return String(socket.getProtocol())
      } catch (error) {
        return (error as { code: string }).code
      } finally {
        socket.destroy()
      }
    }
    t.equal(await shake('TLSv1.3'), 'TLSv1.3')
    t.equal(await shake('TLSv1.2'), 'TLSv1.2')
    t.match(await shake('TLSv1.1'), /^ERR_SSL|^ECONNRESET/)
    t.match(await shake('TLSv1'), /^ERR_SSL|^ECONNRESET/)
    t.match(await shake('TLSv1.2', 'NULL-SHA256:RC4-SHA:DES-CBC3-SHA:@SECLEVEL=0'), /^ERR_SSL|^ECONNRESET/, 'no weak cipher')
  })
})
