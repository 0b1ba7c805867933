import { checkSlots, EMPTY_SLOTS, slotsOf, weekStart } from '../../console/state/shift-form.ts'
import t from 'tap'
import { titleOf } from '../../console/state/pass-title.ts'
import { queryString } from '../../console/api/query-string.ts'
import { shownAs } from '../../console/state/entry-name.ts'
import { placeFailure } from '../../console/state/field-errors.ts'
import { shownEntries, withEntry } from '../../console/state/merge-entry.ts'
import { checkNewPass, EMPTY_PASS, endOf, newPassOf, type PassForm } from '../../console/state/new-pass.ts'
import { shownState } from '../../console/state/pass-state.ts'
import { routeOf } from '../../console/state/route.ts'
import type { EntryView } from '../../shared/schema/gate.ts'

const form = (change: Partial<PassForm>): PassForm => ({ ...EMPTY_PASS, name: '陈小明', site: '17', ...change })

t.test('an address leads to its page, and a strange one to none', async t => {
  t.strictSame(routeOf(''), { page: 'passes' })
  t.strictSame(routeOf('#/passes/new'), { page: 'issue' })
  t.strictSame(routeOf('#/passes/8123456'), { page: 'pass', serial: 8_123_456, fresh: false })
  t.strictSame(routeOf('#/passes/22/issued'), { page: 'pass', serial: 22, fresh: true })
  t.strictSame(routeOf('#/mass-issue'), { page: 'mass-issue' })
  t.strictSame(routeOf('#/register'), { page: 'register', grid: null })
  t.strictSame(routeOf('#/register/new'), { page: 'new-household' })
  t.strictSame(routeOf('#/register/42'), { page: 'household', id: 42 })
  t.strictSame(routeOf('#setup=abcdefghijklmnopqrst'), { page: 'setup', token: 'abcdefghijklmnopqrst' })
  for (const strange of ['#setup=short', '#/passes/abc', '#/toString', '#/passes/123456789']) {
    t.strictSame(routeOf(strange), { page: 'unknown' }, strange)
  }
})

t.test('only what is set goes into a query', async t => {
  t.equal(queryString({ query: '', cursor: undefined, kind: null }), '')
  t.equal(queryString({ query: '陈 &', site: 0 }), '?query=%E9%99%88+%26&site=0', 'site 0 is a site')
})

t.test('a pass is sent with what belongs to its kind and nothing else', async t => {
  t.strictSame(newPassOf(form({ document: ' 123 ', plate: '鲁A12345' })), {
    kind: 'person',
    site: 17,
    hours: 336,
    name: '陈小明',
    document: '123'
  })
  t.strictSame(newPassOf(form({ kind: 'vehicle', name: '', document: '123', plate: '鲁A12345', hours: '120' })), {
    kind: 'vehicle',
    site: 17,
    hours: 120,
    plate: '鲁A12345'
  })
  t.equal(newPassOf(form({ kind: 'duty', supervisor: 'yes' })).supervisor, true)
  t.notOk('supervisor' in newPassOf(form({ kind: 'person', supervisor: 'yes' })), 'only a duty pass has the right')
  t.equal(newPassOf(form({ begin: 'later', start: '2026-11-24T08:00' })).start, Date.UTC(2026, 10, 24) / 1000)
  t.notOk('start' in newPassOf(form({ begin: 'now', start: '2026-11-24T08:00' })), 'a time that was given up is not sent')
})

t.test('what is missing is told at its field before anything is sent', async t => {
  t.strictSame(Object.keys(checkNewPass(form({}))), [])
  t.strictSame(Object.keys(checkNewPass(form({ name: ' ', site: '' }))), ['name', 'site'])
  t.strictSame(Object.keys(checkNewPass(form({ kind: 'vehicle', name: '' }))), ['plate'])
  t.strictSame(Object.keys(checkNewPass(form({ begin: 'later' }))), ['start'])
  for (const hours of ['', '0', '16384', '1.5', '-1', 'a']) t.hasOwnProp(checkNewPass(form({ hours })), 'hours', hours)
  for (const hours of ['1', '16383', ' 24 ']) t.notHas(checkNewPass(form({ hours })), { hours: String }, hours)
})

t.test('the end of the validity is shown as soon as it is known', async t => {
  t.equal(endOf(form({ hours: '24' }), 1000), 86_401_000)
  t.equal(endOf(form({ hours: '' }), 0), null)
  t.equal(endOf(form({ begin: 'later', start: '' }), 0), null)
})

t.test('a valid pass is over at its end and waits for its start; other states stand', async t => {
  const pass = { status: 'valid', start: 100, end: 200 } as const
  t.strictSame(
    [99_999, 100_000, 199_999, 200_000].map(at => shownState(pass, at)),
    ['future', 'valid', 'valid', 'expired']
  )
  t.equal(shownState({ ...pass, status: 'revoked' }, 300_000), 'revoked')
})

t.test('a failure goes to its field, or above the form, never both', async t => {
  const failure = { code: 'plate-invalid', path: '/plate', status: 400, requestId: null } as const
  const placed = placeFailure(failure, ['plate'])
  t.equal(placed.form, null)
  t.match(placed.byField.plate, /车牌/)
  t.strictSame(placeFailure(failure, ['name']), { byField: {}, form: failure })
  t.strictSame(placeFailure(null, ['name']), { byField: {}, form: null })
  t.equal(placeFailure(failure, ['plate'], { 'plate-invalid': () => 'better' }).byField.plate, 'better')
})

t.test('an entry is shown once, wherever it came from', async t => {
  const entry = (device: string, number: number, site = 17): EntryView => ({ device, number, site }) as EntryView
  const fresh = [entry('d1', 2), entry('d2', 2, 18)].reduce(withEntry, [])
  t.equal(withEntry(fresh, entry('d1', 2)), fresh, 'the same event again changes nothing')
  const ids = (entries: readonly EntryView[]): string[] => entries.map(one => `${one.device}/${one.number}`)
  t.strictSame(ids(shownEntries(fresh, [entry('d1', 2), entry('d1', 1)], null)), ['d2/2', 'd1/2', 'd1/1'])
  t.strictSame(ids(shownEntries(fresh, [entry('d1', 1)], 17)), ['d1/2', 'd1/1'], 'only the chosen site')
})

t.test('a car is listed by its plate, a person by the name, and who has no name by what the code shows', async t => {
  t.equal(titleOf({ kind: 'vehicle', name: '陈小明', label: '鲁AD12345' }), '鲁AD12345')
  t.equal(titleOf({ kind: 'person', name: '陈小明', label: '陈*明' }), '陈小明')
  t.equal(titleOf({ kind: 'person', name: null, label: '陈*明' }), '陈*明')
})

t.test('a form of slots makes a week of a gate', async t => {
  const values = { ...EMPTY_SLOTS, gate: 'g1', day: '2026-11-24', days: '2', hours: '12', places: '3' }
  t.strictSame(checkSlots(values), {})
  const midnight = Date.UTC(2026, 10, 23, 16)
  const { slots } = slotsOf(values)
  t.equal(slots.length, 4)
  t.strictSame(slots[0], { start: midnight, end: midnight + 12 * 3_600_000, places: 3 })
  t.equal(slots[3]?.end, midnight + 48 * 3_600_000)
  for (const wrong of [{ day: '24.11.' }, { gate: '' }, { days: '0' }, { hours: '13' }, { places: 'x' }, { from: '8', to: '8' }])
    t.not(Object.keys(checkSlots({ ...values, ...wrong })).length, 0, JSON.stringify(wrong))
})

t.test('a week begins on Monday, in the gates’ time', async t => {
  const monday = Date.UTC(2026, 10, 22, 16)
  for (const day of [0, 1, 6.99]) t.equal(weekStart(monday + day * 86_400_000), monday, `day ${day}`)
  t.equal(weekStart(monday - 1), monday - 7 * 86_400_000)
})

t.test('an entry is shown by its holder, by the plate that was typed, or by the vehicle that it is', async t => {
  const nothing = { label: null, plate: null, vehicleClass: null }
  t.equal(shownAs({ ...nothing, label: '陈*明' }), '陈*明')
  t.equal(shownAs({ ...nothing, plate: '鄂A12345', vehicleClass: 'car' }), '鄂A12345', 'a vehicle without a pass')
  t.equal(shownAs({ ...nothing, label: '陈*明', plate: '鄂A12345' }), '陈*明 · 鄂A12345')
  t.equal(shownAs({ ...nothing, label: '鲁AD54321', plate: '鲁AD54321' }), '鲁AD54321', 'not twice')
  t.equal(shownAs({ ...nothing, vehicleClass: 'ambulance' }), '车辆 · 救护', 'nobody asked an ambulance')
  t.equal(shownAs(nothing), null)
})
