import { join } from 'node:path'
import t from 'tap'
import { readEvents, type ServerEvent } from '../../scanner/sync/event-reader.ts'
import { chainOf, enrol } from '../support/device.ts'
import { signedIn, startService } from '../support/service.ts'

t.test('a passage at one gate is pushed to the others of its site, whole', async t => {
  const service = await startService(join(t.testdir(), 'service'))
  const ended = new AbortController()
  t.teardown(async () => {
    ended.abort()
    await service.close()
  })
  const { app, clock, gates } = service
  const [cookie, foreignCookie] = [await signedIn(app, 'worker1'), await signedIn(app, 'worker2')]
  const [east, west, foreign] = [
    await enrol(app, cookie, 1, clock.now),
    await enrol(app, cookie, 1, clock.now),
    await enrol(app, foreignCookie, 2, clock.now)
  ]
  const base = await app.listen({ port: 0, host: '127.0.0.1' })
  const listen = (token: string, after = '') => {
    const heard: ServerEvent[] = []
    let wake = (): void => {}
    void readEvents(`${base}/api/v1/gate/events${after}`, token, ended.signal, event => {
      heard.push(event)
      wake()
    })
    const until = async (count: number, name: string): Promise<ServerEvent[]> => {
      for (;;) {
        const found = heard.filter(({ event }) => event === name)
        if (found.length >= count) return found
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
    }
    return { heard, until }
  }
  const pass = { serial: 77, kind: 'person', keyId: '0123abcd', verdict: 'PASS', reasons: ['OK'], admitted: true } as const
  const chain = await chainOf(east.id, gates[0], 2, clock.now - 60_000, { ...pass, direction: 'out', purpose: 'medical' })
  const upload = async (number: number) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/gate/entries',
      headers: { authorization: `Bearer ${east.token}` },
      payload: { entries: [chain[number]], unsent: 1, deviceMs: clock.now }
    })

  const [there, elsewhere] = [listen(west.token), listen(foreign.token)]
  await there.until(1, 'manifest')
  await elsewhere.until(1, 'manifest')
  await upload(0)
  const [first] = await there.until(1, 'passages')
  const news = JSON.parse(first?.data ?? '')
  t.match(news.entries, [[77, 2, Number]], 'serial, way out that no quota counts, time')
  await upload(1)
  const pushed = await there.until(2, 'passages')
  t.equal(JSON.parse(pushed[1]?.data ?? '').entries.length, 1, 'each once')
  t.notOk(
    elsewhere.heard.some(({ event }) => event === 'passages'),
    'another site hears nothing of it'
  )

  const late = listen(west.token, `?after=${news.cursor}`)
  const [missed] = await late.until(1, 'passages')
  t.equal(JSON.parse(missed?.data ?? '').entries.length, 1, 'who connects anew gets what came meanwhile')
})
