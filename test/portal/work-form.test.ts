import t from 'tap'
import { faultsOf } from '../../portal/work/check-fields.ts'
import { declarationOf, fieldOfPath } from '../../portal/work/declaration.ts'
import { type DraftFields, EMPTY_FIELDS, fieldsOf, newDraft, readDraft } from '../../portal/work/draft.ts'
import { newSecret } from '../../portal/work/secret.ts'
import { firstFaulty, STEPS, stepOfField, stepsOf } from '../../portal/work/steps.ts'
import { QUICK_READINGS, tenthsOf } from '../../portal/work/temperature.ts'
import { LINK_HEADER as PORTAL_HEADER } from '../../portal/work/wire.ts'
import { LINK_HEADER } from '../../shared/schema/work.ts'
import { WORK_PHOTOS } from '../../shared/work/words.ts'

const NOW = Date.parse('2020-02-20T02:00:00Z')
const mode = { kind: 'new' } as const
const ctx = { mode, now: NOW }
const good: DraftFields = {
  ...EMPTY_FIELDS,
  forWhom: 'self',
  name: ' 陈小明 ',
  document: '37010119900307001x',
  phone: '138 0013 8000',
  site: '17',
  building: '9号楼',
  room: '1103',
  company: '示范建筑公司',
  creditCode: '91370100ma3x00010b',
  transport: 'own-car',
  resident: 'yes',
  anySymptom: 'no',
  symptoms: 'fever',
  diagnosed: 'no',
  closeContact: 'no',
  hubeiContact: 'no',
  leftProvince: 'no',
  returnedOn: '2020-02-01',
  temperature: '36,5',
  committed: 'yes',
  signature: '陈小明'
}
const steps = stepsOf(mode, [])
const faults = (change: Partial<DraftFields>, other: Partial<typeof ctx> = {}) =>
  faultsOf(
    STEPS.flatMap(({ fields }) => fields),
    { ...good, ...change },
    { ...ctx, ...other }
  )

t.test('a form that is filled in has no faults, and says what was declared', async t => {
  t.strictSame(faults({}), {})
  t.equal(firstFaulty(steps, good, ctx), null)
  const declaration = declarationOf(good, mode, 'ko')
  t.match(declaration, {
    purpose: 'work',
    language: 'ko',
    holder: { name: '陈小明', document: { number: '37010119900307001X' }, phone: '138 0013 8000', site: 17, unit: null },
    workplace: { creditCode: '91370100MA3X00010B', contact: null, transport: 'own-car' },
    proxy: null,
    committed: true
  })
  t.strictSame(declaration.health.symptoms, [], 'symptoms that were chosen before "no" are none')
  t.equal(declaration.health.returnedOn, null, 'neither is a day of a journey that was not')
  t.equal(declaration.health.temperature, 365)
})

t.test('each field says in its own words what is wrong', async t => {
  const cases: [Partial<DraftFields>, object][] = [
    [{ name: '' }, { name: 'needed', signature: 'signature' }],
    [{ name: '陈🙂', signature: '陈🙂' }, { name: 'name' }],
    [{ name: '陈\u202e明', signature: '陈\u202e明' }, { name: 'name' }],
    [{ name: 'x'.repeat(20_000), signature: 'x'.repeat(20_000) }, { name: 'long' }],
    [{ document: '370101199003070010' }, { document: 'document.check-digit' }],
    [{ document: '37010119900230001X' }, { document: 'document.birth-date' }],
    [{ document: '123' }, { document: 'document.length' }],
    [{ documentType: 'passport', document: 'M12345678', country: 'kor' }, {}],
    [
      { documentType: 'passport', document: 'M12345678', country: '' },
      { country: 'country', document: 'document.unknown-type' }
    ],
    [{ phone: '' }, { phone: 'needed' }],
    [{ phone: '12' }, { phone: 'phone' }],
    [{ phone: '+82 10 1234 5678' }, {}],
    [{ site: '' }, { site: 'choose' }],
    [{ building: '9/2' }, { building: 'address' }],
    [{ unit: '二' }, {}],
    [{ room: '🙂' }, { room: 'address' }],
    [{ company: '' }, { company: 'needed' }],
    [{ company: 'x'.repeat(101) }, { company: 'long' }],
    [{ creditCode: '91370100MA3X00011B' }, { creditCode: 'credit.check-digit' }],
    [{ creditCode: '9137010' }, { creditCode: 'credit.length' }],
    [{ transport: '' }, { transport: 'choose' }],
    [{ anySymptom: '' }, { anySymptom: 'choose' }],
    [{ anySymptom: 'yes', symptoms: '' }, { anySymptom: 'symptom' }],
    [{ leftProvince: 'yes', returnedOn: '' }, { returnedOn: 'needed' }],
    [{ leftProvince: 'yes', returnedOn: '2020-02-30' }, { returnedOn: 'needed' }],
    [{ leftProvince: 'yes', returnedOn: '2020-02-21' }, { returnedOn: 'day' }],
    [{ leftProvince: 'yes', returnedOn: '2020-02-20' }, {}],
    [{ temperature: '365' }, { temperature: 'temperature' }],
    [{ temperature: '' }, { temperature: 'needed' }],
    [{ committed: '' }, { committed: 'committed' }],
    [{ signature: '陈大明' }, { signature: 'signature' }],
    [{ signature: '陈 小 明' }, {}]
  ]
  for (const [change, wanted] of cases) t.strictSame(faults(change), wanted, JSON.stringify(change).slice(0, 80))
})

t.test('who applies for somebody else says who and signs; the holder needs no phone then', async t => {
  t.strictSame(faults({ forWhom: '' }), { forWhom: 'choose' })
  t.strictSame(faults({ forWhom: 'other', phone: '' }), {
    relation: 'choose',
    proxyName: 'needed',
    proxyPhone: 'needed',
    signature: 'signature'
  })
  const other = {
    forWhom: 'other',
    relation: 'child',
    proxyName: '陈大明',
    proxyPhone: '13800138001',
    signature: '陈大明',
    phone: ''
  }
  t.strictSame(faults(other), {})
  const { proxy, holder } = declarationOf({ ...good, ...other }, mode, 'zh')
  t.strictSame(proxy, { name: '陈大明', phone: '13800138001', relation: 'child' })
  t.equal(holder.phone, null)
})

t.test('an employer’s clerk declares without proxy, phone or photos', async t => {
  const clerk = { kind: 'clerk', employer: 'e1', number: 'abc123def456' } as const
  t.strictSame(faults({ forWhom: '', phone: '', signature: '王经办' }, { mode: clerk as never }), {})
  t.equal(declarationOf({ ...good, forWhom: 'other' }, clerk, 'zh').proxy, null)
  t.notOk(stepsOf(clerk, WORK_PHOTOS).some(({ id }) => id === 'photos'))
  t.ok(stepsOf(mode, WORK_PHOTOS).some(({ id }) => id === 'photos'))
  t.notOk(
    stepsOf(mode, []).some(({ id }) => id === 'photos'),
    'photos only where they are asked for'
  )
})

t.test('what the service refuses is shown where it was typed', async t => {
  t.equal(fieldOfPath('/holder/document'), 'document')
  t.equal(fieldOfPath('/holder/document/number'), 'document')
  t.equal(fieldOfPath('/declaration/workplace/creditCode'), 'creditCode')
  t.equal(fieldOfPath('/holder/documents'), null)
  t.equal(fieldOfPath(null), null)
  t.equal(stepOfField(steps, 'creditCode'), 'place')
})

t.test('a draft is read back as it was, and rubbish is none', async t => {
  const draft = newDraft({ key: 'k', secret: 's', mode, now: NOW, fields: good })
  t.strictSame(readDraft(JSON.parse(JSON.stringify({ ...draft, sent: ['{}'], isSending: true }))), {
    ...draft,
    sent: ['{}'],
    isSending: true
  })
  for (const rubbish of [null, 7, 'x', {}, { key: 'k', secret: 's', fields: null }]) t.equal(readDraft(rubbish), null)
  const old = readDraft({ ...draft, fields: { name: '陈', later: 'x', room: 7 } })
  t.strictSame(old?.fields, { ...EMPTY_FIELDS, name: '陈' }, 'of other versions only what is understood')
})

t.test('a renewal takes over who and where, and asks health anew; a correction takes over everything', async t => {
  const { committed: _, ...declaration } = declarationOf({ ...good, forWhom: 'self' }, mode, 'zh')
  const renewed = fieldsOf(declaration, true)
  t.match(renewed, { name: '陈小明', site: '17', company: '示范建筑公司', forWhom: 'self' })
  for (const field of ['resident', 'anySymptom', 'temperature', 'leftProvince', 'committed', 'signature'] as const)
    t.notOk(renewed[field], field)
  const corrected = { ...EMPTY_FIELDS, ...fieldsOf(declaration, false), committed: 'yes', signature: '陈小明' }
  t.strictSame(declarationOf(corrected, mode, 'zh'), { ...declaration, committed: true })
})

t.test('readings are taken as people type them', async t => {
  for (const [text, tenths] of [
    ['36.5', 365],
    ['36,5', 365],
    ['３６.５', 365],
    ['36.5℃', 365],
    ['37', 370],
    ['36.5 °C', 365]
  ] as const)
    t.equal(tenthsOf(text), tenths, text)
  for (const text of ['', '365', '33.9', '43.1', '36.55', 'x', '-36.5']) t.equal(tenthsOf(text), null, text)
  t.equal(QUICK_READINGS.at(0), 360)
  t.equal(QUICK_READINGS.at(-1), 372)
})

t.test('a secret is 128 bits that a link can carry', async t => {
  const secrets = new Set(Array.from({ length: 50 }, () => newSecret()))
  t.equal(secrets.size, 50)
  for (const secret of secrets) t.match(secret, /^[A-Za-z0-9_-]{22}$/)
  t.equal(
    newSecret(bytes => bytes.fill(0xff)),
    '_____________________w'
  )
  t.equal(PORTAL_HEADER, LINK_HEADER)
})
