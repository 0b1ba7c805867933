import t from 'tap'
import { readPages } from '../../console/state/read-pages.ts'
import { asksReason, asksSigning, stepsFrom } from '../../console/work/employer-steps.ts'
import { reportState } from '../../console/work/report-state.ts'
import { checkRules, newRulesOf, type RulesForm, rulesFormOf } from '../../console/work/rules-form.ts'
import { nextOfSample, unopened } from '../../console/work/sample.ts'
import { EMPLOYER_STATES, EMPLOYER_STEPS } from '../../shared/work/employer-states.ts'
import { FIRST_WORK_POLICY, type WorkRules } from '../../shared/work/policy.ts'

Object.assign(globalThis, { document: { documentElement: {} } })

const NOW = Date.UTC(2026, 10, 24)
const EVERYTHING: WorkRules = {
  validityDays: 5,
  dailyReport: false,
  signers: ['community', 'employer'],
  cardSites: 'realm',
  temperatureLimit: 372,
  observationDays: 0,
  phonesAtMost: 50,
  photos: ['document', 'lease'],
  promisedMinutes: 90,
  bulkSample: 1,
  hours: {
    shifts: [
      { fromMinute: 0, toMinute: 540 },
      { fromMinute: 540, toMinute: 1440 }
    ],
    daysOff: ['2026-12-01'],
    extraWorkdays: ['2026-12-05', '2026-12-06']
  }
}
const formOf = (change: Partial<RulesForm> = {}): RulesForm => ({ ...rulesFormOf(EVERYTHING), ...change })
const wrongIn = (change: Partial<RulesForm>) => Object.keys(checkRules(formOf(change), NOW))

t.test('rules go into the form and come out as they were', async t => {
  for (const rules of [FIRST_WORK_POLICY, EVERYTHING]) {
    const form = rulesFormOf(rules)
    t.same(checkRules(form, NOW), {})
    const { id: _id, effectiveFrom: _from, note: _note, ...kept } = { id: 0, effectiveFrom: 0, note: '', ...rules }
    t.same(newRulesOf(form), { ...kept, note: '' })
  }
})

t.test('what is wrong is said at its field before anything is sent', async t => {
  for (const [field, values] of Object.entries({
    validityDays: ['', '0', '181', '1.5', '-1', 'a'],
    observationDays: ['61', ''],
    phonesAtMost: ['0', '51'],
    bulkSample: ['0', '51'],
    signers: [''],
    temperatureLimit: ['37.35', '33.9', '43.1', 'warm'],
    promisedMinutes: ['', '0.4', '167', '1.555'],
    'hours.shifts': [
      '',
      'always',
      '12:00-09:00',
      '09:00-12:00, 11:00-17:00',
      '1:00-2:00,3:00-4:00,5:00-6:00,7:00-8:00,9:00-9:30'
    ],
    'hours.daysOff': ['2026-02-30', 'tomorrow', '1.12.2026'],
    'hours.extraWorkdays': ['2027-02-29']
  }))
    for (const value of values) t.same(wrongIn({ [field]: value }), [field], `${field} ${value}`)
})

t.test('new rules never begin in the past', async t => {
  t.same(wrongIn({ begin: 'later', effectiveFrom: '' }), ['effectiveFrom'])
  t.same(wrongIn({ begin: 'later', effectiveFrom: '2026-11-24T08:00' }), ['effectiveFrom'], 'that is now in Shanghai')
  t.same(wrongIn({ begin: 'later', effectiveFrom: '2026-11-24T08:01' }), [])
  t.equal(newRulesOf(formOf({ begin: 'later', effectiveFrom: '2026-11-25T00:00' })).effectiveFrom, Date.UTC(2026, 10, 24, 16))
  t.notOk('effectiveFrom' in newRulesOf(formOf({ begin: 'now', effectiveFrom: '2026-11-25T00:00' })))
})

t.test('days are read as people write lists, each once and in order', async t => {
  const days = (text: string) => newRulesOf(formOf({ 'hours.daysOff': text })).hours.daysOff
  t.same(days('2026-12-02，2026-12-01、2026-12-02'), ['2026-12-01', '2026-12-02'])
  t.same(days(' '), [])
  t.equal(newRulesOf(formOf({ promisedMinutes: '1.5' })).promisedMinutes, 90)
  t.equal(newRulesOf(formOf({ note: ' 通知 ' })).note, '通知')
})

t.test('a sample is opened one after the other, from wherever one is', async t => {
  const sample = ['a', 'b', 'c', 'd'].map(number => ({ number, isOpened: number === 'c' }))
  t.same(unopened(sample), ['a', 'b', 'd'])
  t.equal(nextOfSample(sample, 'b'), 'd', 'opened ones are passed over')
  t.equal(nextOfSample(sample, 'd'), 'a', 'after the last comes what was left before')
  t.equal(nextOfSample([{ number: 'a', isOpened: false }], 'a'), null, 'the one that is open counts as opened')
  t.equal(nextOfSample([], 'a'), null)
})

t.test('an employer’s steps are those of the table', async t => {
  t.same(Object.fromEntries(EMPLOYER_STATES.map(state => [state, stepsFrom(state)])), {
    draft: [],
    filed: ['visit', 'approve', 'return'],
    'site-check': ['approve', 'return'],
    approved: ['suspend'],
    returned: [],
    suspended: ['resume']
  })
  t.same(EMPLOYER_STEPS.filter(asksReason), ['return', 'suspend'])
  t.same(EMPLOYER_STEPS.filter(asksSigning), ['approve', 'resume'])
})

t.test('a card says how it stands with its report', async t => {
  const state = (dailyReport: boolean, reportedToday: boolean, hold: 'report-missing' | 'health' | null = null) =>
    reportState({ dailyReport, reportedToday, hold })
  t.equal(state(false, false), 'none-needed')
  t.equal(state(true, true), 'done')
  t.equal(state(true, false), 'not-yet')
  t.equal(state(true, false, 'report-missing'), 'missing')
  t.equal(state(true, true, 'health'), 'done', 'on hold for something else')
})

t.test('pages are read to the end or to the limit, and it is said which', async t => {
  const pages = new Map<string | undefined, { items: number[]; next: string | null }>([
    [undefined, { items: [1, 2], next: 'p' }],
    ['p', { items: [3, 4], next: 'q' }],
    ['q', { items: [5], next: null }]
  ])
  const read = async (cursor: string | undefined) => ({
    ok: true as const,
    value: pages.get(cursor) ?? { items: [], next: null }
  })
  t.match(await readPages(read, 10), { value: { items: [1, 2, 3, 4, 5], isWhole: true } })
  t.match(await readPages(read, 3), { value: { items: [1, 2, 3], isWhole: false } })
  t.match(await readPages(read, 5), { value: { isWhole: true } })
  const failure = { code: 'network', path: null, status: 0, requestId: null } as const
  t.match(await readPages(async () => ({ ok: false, failure }), 5), { ok: false, failure })
})
