import t from 'tap'
import {
  checkPolicy,
  fieldsOf,
  minutesOf,
  newPolicyOf,
  platesOf,
  type PolicyForm,
  rulesOf,
  tenthsOf,
  windowsOf
} from '../../console/state/policy-form.ts'
import { ruleText } from '../../console/state/rule-text.ts'
import { rulesAt, withEnd } from '../../console/state/gate-rules.ts'
import { DEFAULT_POLICY } from '../../shared/gate/policy.ts'
import { differingFields, RULE_FIELDS } from '../../shared/gate/preview.ts'
import { PROFILES, type PolicyRules, RISKS } from '../../shared/gate/profiles.ts'
import type { PolicyView } from '../../shared/schema/policies.ts'
import { setLanguage } from '../../ui/i18n/language.ts'

Object.assign(globalThis, { document: { documentElement: {} } })

const formOf = (rules: PolicyRules, change: Partial<PolicyForm> = {}): PolicyForm => ({
  where: 'all',
  gates: '',
  begin: 'now',
  effectiveFrom: '',
  effectiveUntil: '',
  note: '',
  ...fieldsOf(rules),
  ...change
})
const EVERYTHING: PolicyRules = {
  ...PROFILES.high,
  acceptedSites: [17, 18],
  directions: ['in'],
  openHours: [
    { fromMinute: 360, toMinute: 540 },
    { fromMinute: 1020, toMinute: 1440 }
  ],
  temperature: { required: true, directions: ['out'], limit: 372, plausibleFrom: 345, plausibleTo: 425 },
  watchedPlates: [{ prefix: '鄂A', notice: '登记并告知社区' }]
}

t.test('rules go into the form and come out as they were', async t => {
  for (const rules of [...RISKS.map(risk => PROFILES[risk]), EVERYTHING]) {
    t.same(checkPolicy(formOf(rules)), {})
    t.same(differingFields(rules, rulesOf(formOf(rules))), [])
  }
})

t.test('hours, degrees and plates are read as people write them', async t => {
  t.equal(minutesOf('22:30'), 1350)
  t.equal(minutesOf(' 6：05 '), 365)
  t.equal(minutesOf('24:00'), 1440)
  for (const wrong of ['24:01', '7', '7:60', '', 'night']) t.equal(minutesOf(wrong), null, wrong)
  t.same(windowsOf('06:00-09:00，17:00–20:00'), [
    { fromMinute: 360, toMinute: 540 },
    { fromMinute: 1020, toMinute: 1200 }
  ])
  t.same(windowsOf(''), [])
  for (const wrong of ['06:00', '06:00-', '06:00-09:00-10:00', 'morning']) t.equal(windowsOf(wrong), null, wrong)
  t.equal(tenthsOf('37.3'), 373)
  t.equal(tenthsOf('37'), 370)
  for (const wrong of ['3.7', '373', '37.35', '19.9', '50.1', '']) t.equal(tenthsOf(wrong), null, wrong)
  t.same(platesOf('鄂a  登记\n\n鲁B 青岛 车'), [
    { prefix: '鄂A', notice: '登记' },
    { prefix: '鲁B', notice: '青岛 车' }
  ])
  t.same(platesOf('鄂Ａ　武汉车辆，请核对'), [{ prefix: '鄂A', notice: '武汉车辆，请核对' }], 'a notice stays as it was written')
  t.equal(platesOf('鄂'), null)
})

t.test('what is wrong is said at its field before anything is signed', async t => {
  const wrong: Partial<PolicyForm> = {
    where: 'some',
    begin: 'later',
    effectiveUntil: 'tomorrow',
    openHours: 'always',
    'closure.fromMinute': 'late',
    'quota.maxExits': '',
    'quota.perDays': '9',
    maxStayMinutes: '0:00',
    'temperature.limit': 'warm',
    'staleness.warnAfterSeconds': '0',
    repeatSeconds: '-1',
    watchedPlates: '鄂'
  }
  const fields = Object.keys(checkPolicy(formOf(EVERYTHING, wrong)))
  t.same(
    fields.sort(),
    [...Object.keys(wrong).filter(name => name !== 'where' && name !== 'begin'), 'gates', 'effectiveFrom'].sort()
  )
})

t.test('what is sent says where and when', async t => {
  t.match(newPolicyOf(formOf(PROFILES.low)), { gates: null, note: '' })
  t.notOk('effectiveFrom' in newPolicyOf(formOf(PROFILES.low)))
  const later = formOf(PROFILES.low, {
    where: 'some',
    gates: 'a,b',
    begin: 'later',
    effectiveFrom: '2026-11-24T08:00',
    note: ' 通知 '
  })
  t.match(newPolicyOf(later), { gates: ['a', 'b'], effectiveFrom: Date.UTC(2026, 10, 24) / 1000, note: '通知' })
})

t.test('every rule has words in both languages, and no gap in them', async t => {
  for (const language of ['zh', 'en'] as const) {
    setLanguage(language)
    for (const rules of [PROFILES.low, EVERYTHING, { ...EVERYTHING, directions: [], utcOffsetMinutes: -210 }])
      for (const field of RULE_FIELDS) t.notMatch(ruleText(field, rules), /\{|undefined|NaN|^$/, `${field} in ${language}`)
  }
  t.equal(ruleText('closure', PROFILES.high), '22:30–06:30 (except Duty pass)')
  t.equal(ruleText('quota', PROFILES.high), '1 in 2 days')
  setLanguage('zh')
  t.equal(ruleText('temperature', PROFILES.medium), '进门必测，37.3 ℃ 起为偏高，35.0–42.0 ℃ 以外重测')
})

t.test('a gate has its own rules, those of all gates, and what is to come', async t => {
  const view = (id: number, change: Partial<PolicyView>): PolicyView => ({
    ...(structuredClone(DEFAULT_POLICY) as unknown as PolicyView),
    id,
    note: '',
    createdAt: 0,
    createdBy: '',
    endedAt: null,
    endedBy: null,
    isOwn: true,
    ...change
  })
  const views = [view(1, {}), view(2, { gates: ['north'], effectiveFrom: 100 }), view(3, { effectiveFrom: 500 })]
  const idAt = (gate: string, at: number): unknown => (rulesAt(views, gate, at).now as unknown as PolicyView).id
  t.equal(idAt('south', 200), 1)
  t.equal(idAt('north', 200), 2)
  t.same(
    rulesAt(views, 'south', 200).coming.map(({ from }) => from),
    [500]
  )
  t.same(rulesAt(views, 'north', 200).coming, [])
  t.equal((rulesAt(views, 'north', 600).general as unknown as PolicyView).id, 3)
  t.same(
    withEnd(views, 2, 300).map(({ effectiveUntil }) => effectiveUntil),
    [null, 300, null]
  )
  t.same(
    withEnd(views, 3, 300).map(({ effectiveUntil }) => effectiveUntil),
    [null, null, 500],
    'never before it began'
  )
})
