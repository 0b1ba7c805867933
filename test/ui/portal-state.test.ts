import { readKeptShifts } from '../../portal/state/shifts.ts'
import t from 'tap'
import { type KeptPass, readKept, stateOf, withPass } from '../../portal/state/kept-pass.ts'
import { routeOf } from '../../portal/state/route.ts'
import { cachedAddress, cacheName, isOldCache } from '../../ui/sw/precache.ts'

const SECRET = 'abcdefghijklmnopqrstuv'
const pass: KeptPass['pass'] = {
  serial: 7,
  text: 'CP1:0',
  kind: 'person',
  label: '陈*明',
  documentTail: null,
  realm: { id: 'r', name: '街道', nameEn: 'Subdistrict' },
  site: null,
  start: 100,
  end: 200,
  status: 'valid',
  asOf: 150_000
}
const kept: KeptPass = { pass, secret: SECRET, gone: false }

t.test('a link opens its pass; whatever is cut off or doubled is refused', async t => {
  t.strictSame(routeOf(`#8123456.${SECRET}`), { page: 'open', link: { serial: 8_123_456, secret: SECRET } })
  t.strictSame(routeOf('#/7'), { page: 'pass', serial: 7 })
  t.strictSame(routeOf(''), { page: 'list' })
  t.strictSame(routeOf('#/'), { page: 'list' })
  for (const bad of [`#7.${SECRET}x`, `#7.${SECRET.slice(1)}`, `#16777216.${SECRET}`, '#7', `#.${SECRET}`, '#/seven']) {
    t.strictSame(routeOf(bad), { page: 'bad-link' }, bad)
  }
})

t.test('what speaks against a pass is told before the calendar', async t => {
  t.strictSame(
    [99_999, 100_000, 200_000].map(at => stateOf(kept, at)),
    ['future', 'valid', 'expired']
  )
  t.equal(stateOf({ ...kept, pass: { ...pass, status: 'held' } }, 300_000), 'held')
  t.equal(stateOf({ ...kept, gone: true }, 150_000), 'gone')
})

t.test('a pass that is fetched again takes its own place', async t => {
  const child = { ...kept, pass: { ...pass, serial: 8 } }
  const held = { ...kept, pass: { ...pass, status: 'held' as const } }
  t.strictSame(withPass(withPass([], kept), child), [kept, child])
  t.strictSame(withPass([kept, child], held), [held, child])
})

t.test('what was stored comes back, and rubbish is left out', async t => {
  t.strictSame(readKept(JSON.stringify([kept])), [kept])
  t.strictSame(readKept(JSON.stringify([null, 7, {}, { secret: SECRET, pass: { serial: 1 } }, kept])), [kept])
  for (const rubbish of [null, '', '{', '{"a":1}', 'null']) t.strictSame(readKept(rubbish), [], String(rubbish))
})

const SCOPE = 'https://pass.example/portal/'
const URLS = new Set(['index.html', 'assets/a.js'].map(name => SCOPE + name))
const asked = (url: string, change: object = {}) => cachedAddress({ method: 'GET', url, mode: 'no-cors', ...change }, SCOPE, URLS)

t.test('the worker answers for its own files and pages only', async t => {
  t.equal(asked(`${SCOPE}assets/a.js`), `${SCOPE}assets/a.js`)
  t.equal(asked(`${SCOPE}assets/a.js?x#y`), `${SCOPE}assets/a.js`)
  t.equal(asked(SCOPE, { mode: 'navigate' }), `${SCOPE}index.html`)
  t.equal(asked(`${SCOPE}#7.secret`, { mode: 'navigate' }), `${SCOPE}index.html`)
  t.equal(asked(`${SCOPE}assets/b.js`), null, 'not in the list')
  t.equal(asked('https://pass.example/console/', { mode: 'navigate' }), null)
  t.equal(asked(`${SCOPE}assets/a.js`, { method: 'POST' }), null)
  t.equal(asked('https://other.example/portal/', { mode: 'navigate' }), null)
})

t.test('nothing of the API is ever answered from the cache', async t => {
  const api = 'https://pass.example/api/v1/my-pass'
  t.equal(cachedAddress({ method: 'GET', url: api, mode: 'navigate' }, 'https://pass.example/', new Set([api])), null)
})

t.test('a build has a cache of its own, and only caches of this app are dropped', async t => {
  const one = cacheName('portal-', [{ url: 'a.js', hash: '1' }])
  t.equal(one, cacheName('portal-', [{ url: 'a.js', hash: '1' }]))
  t.not(one, cacheName('portal-', [{ url: 'a.js', hash: '2' }]))
  t.equal(isOldCache('portal-', one, one), false)
  t.equal(isOldCache('portal-', 'portal-00000000', one), true)
  t.equal(isOldCache('portal-', 'gate-00000000', one), false)
})

t.test('links of shifts open the plan, and nothing that only looks like one', async t => {
  const secret = 'A'.repeat(22)
  t.same(routeOf(`#shifts.17.${secret}`), { page: 'site-link', site: 17, secret })
  t.same(routeOf(`#shift.abc123.${secret}`), { page: 'volunteer-link', volunteer: 'abc123', secret })
  t.same(routeOf('#/shifts'), { page: 'shifts' })
  for (const hash of ['#shifts.17.short', '#shift.ABC.x', `#shifts.x.${secret}`, `#shift.a.${secret}x`])
    t.equal(routeOf(hash).page, 'bad-link', hash)
})

t.test('what is kept of shifts is read back, and what is not ours counts as nothing', async t => {
  const kept = { site: { site: 17, secret: 's' }, me: { volunteer: 'v', secret: 'x' } }
  t.same(readKeptShifts(JSON.stringify(kept)), kept)
  t.same(readKeptShifts(JSON.stringify({ site: { site: '17' }, me: { volunteer: 5 } })), { site: null, me: null })
  for (const text of [null, '', 'x', '7', 'null']) t.same(readKeptShifts(text), { site: null, me: null }, String(text))
})

t.test('links of applications and employers open their pages, and nothing that only looks like one', async t => {
  const secret = 'A'.repeat(22)
  t.same(routeOf(`#work.abc123def456.${secret}`), { page: 'work-link', number: 'abc123def456', secret })
  t.same(routeOf(`#employer.e-1.${secret}`), { page: 'employer-link', employer: 'e-1', secret })
  t.same(routeOf('#/work'), { page: 'work', path: '' })
  t.same(routeOf('#/work/form/Ab12'), { page: 'work', path: 'form/Ab12' })
  t.same(routeOf('#/employer/e-1/declare/abc123def456'), { page: 'employer', path: 'e-1/declare/abc123def456' })
  for (const hash of [`#work.ABC.${secret}`, '#work.abc123def456.short', `#employer..${secret}`, '#/works', '#/work/../x'])
    t.equal(routeOf(hash).page, 'bad-link', hash)
})
