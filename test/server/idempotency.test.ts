import t from 'tap'
import { buildApp } from '../../server/app.ts'
import { StorageFailure } from '../../server/ports/storage.ts'
import { signedIn, startService } from '../support/service.ts'

t.test('a request whose database went away is a conflict when it is repeated, never the same failure for ever', async t => {
  const service = await startService(t.testdir())
  t.teardown(() => service.close())
  const { ctx } = service
  let isAway = true
  const storage = {
    ...ctx.storage,
    addPasses: async (...args: Parameters<typeof ctx.storage.addPasses>) => {
      if (isAway) throw new StorageFailure('storage-unreachable', 'The database cannot be reached.')
      return ctx.storage.addPasses(...args)
    }
  }
  const app = await buildApp({ ctx: { ...ctx, storage }, distDir: null, hasRateLimits: false })
  t.teardown(() => app.close())
  const cookie = await signedIn(app, 'admin')
  const issue = (key: string) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/passes',
      headers: { cookie, 'idempotency-key': key },
      payload: { kind: 'person', name: '李华', site: 1, hours: 24 }
    })
  const failed = await issue('first-of-all')
  t.same([failed.statusCode, failed.json().code], [503, 'not-ready'])
  isAway = false
  const again = await issue('first-of-all')
  t.same([again.statusCode, again.json().code], [409, 'idempotency-conflict'])
  t.equal((await ctx.storage.passes({ community: null, limit: 9 })).length, 0)
  t.equal((await issue('second-try')).statusCode, 201)
})
