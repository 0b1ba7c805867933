import { existsSync } from 'node:fs'
import { join } from 'node:path'
import helmet from '@fastify/helmet'
import serveStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const APPS = ['gate', 'portal', 'console'] as const

/** Directives that all three apps share: everything from ourselves, no inline script. */
const COMMON_CSP = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'worker-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ["'self'", 'blob:'],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'upgrade-insecure-requests': null
}
/** Only the gate decodes with WebAssembly. */
const GATE_CSP = { ...COMMON_CSP, 'script-src': ["'self'", "'wasm-unsafe-eval'"] }

/** The built apps, each in its own scope with its own Content-Security-Policy. */
export async function addPages(app: FastifyInstance, distDir: string): Promise<void> {
  app.get('/', async (_request, reply) => reply.redirect('/console/'))
  for (const name of APPS) {
    const root = join(distDir, name)
    if (!existsSync(root)) continue
    await app.register(async scope => {
      await scope.register(helmet, {
        contentSecurityPolicy: { useDefaults: false, directives: name === 'gate' ? GATE_CSP : COMMON_CSP },
        strictTransportSecurity: false,
        referrerPolicy: { policy: 'no-referrer' }
      })
      scope.addHook('onSend', async (_request, reply, payload) => {
        reply.header('permissions-policy', `camera=${name === 'gate' ? '(self)' : '()'}, microphone=(), geolocation=()`)
        return payload
      })
      await scope.register(serveStatic, {
        root,
        prefix: `/${name}/`,
        decorateReply: false,
        redirect: false,
        wildcard: false,
        setHeaders: (reply, path) => {
          reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
        }
      })
      scope.get(`/${name}`, async (_request, reply) => reply.redirect(`/${name}/`))
    })
  }
}
