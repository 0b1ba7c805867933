import 'fake-indexeddb/auto'
import t from 'tap'
import { judge, readerOf } from '../../../scanner/check/judge.ts'
import { DRILL_ANSWERS, DRILL_CASE_IDS, DRILL_CASES, type DrillCaseId } from '../../../scanner/drill/cases.ts'
import { createDrillRealm } from '../../../scanner/drill/drill-realm.ts'
import { MAX_NAME, trainingOf } from '../../../scanner/drill/finish.ts'
import { answer, caseOf, goOn, isDone, scan, scoreOf, startDrill } from '../../../scanner/drill/session.ts'
import { stage } from '../../../scanner/drill/stage.ts'
import { openTrainingStore } from '../../../scanner/drill/training-store.ts'
import type { Training } from '../../../shared/schema/records.ts'
import { epochMs } from '../../../shared/time.ts'
import { AT, makePass, makeTrust, SAMPLE_PASS } from '../../support/pass-factory.ts'

const NOW = epochMs(AT * 1000)

t.test('the gate’s own judgement says to each situation what the lesson is about', async t => {
  const realm = await createDrillRealm(AT)
  const lessons: Record<DrillCaseId, string> = {
    valid: 'PASS OK',
    expired: 'CHECK EXPIRED',
    forged: 'STOP FORGED',
    held: 'STOP HELD',
    screenshot: 'PASS OK',
    'wrong-site': 'CHECK WRONG_SITE',
    vehicle: 'PASS OK'
  }
  for (const id of DRILL_CASE_IDS) {
    const { decision } = await stage(realm, id, NOW)
    const shown = decision.headline === 'REPEAT' ? 'OK' : decision.headline
    t.equal(`${decision.verdict} ${shown}`, lessons[id], id)
    t.equal(decision.genuine, id !== 'forged', `${id}: ${id === 'forged' ? 'not ' : ''}genuine`)
  }
  t.equal((await stage(realm, 'screenshot', NOW)).decision.headline, 'REPEAT', 'a screenshot is given away by the second scan')
})

t.test('what looks right and what looks wrong do not answer for the volunteer', async t => {
  for (const given of DRILL_ANSWERS) {
    const right = DRILL_CASE_IDS.filter(id => DRILL_CASES[id].right === given)
    t.ok(right.length > 0 && right.length < DRILL_CASE_IDS.length, `${given} is right in some`)
  }
  const realm = await createDrillRealm(AT)
  const trap = await stage(realm, 'vehicle', NOW)
  t.match(trap.decision, { verdict: 'PASS', pass: { label: '鲁AD12345' } }, 'a PASS that is none for this car')
})

t.test('no code of an exercise is good at a gate, and no real one in an exercise', async t => {
  const realm = await createDrillRealm(AT)
  const { text } = await stage(realm, 'valid', NOW)
  const gate = {
    trust: { ...makeTrust(), issuedAt: AT },
    status: readerOf([{ list: 0, bits: new Uint8Array(), issuedAt: AT }]),
    recent: []
  }
  const place = { site: SAMPLE_PASS.site, gate: 'north', direction: 'in' as const }
  const circumstances = { presented: 'code' as const, temperature: null }
  t.match((await judge(text, gate, place, NOW, circumstances)).decision, { verdict: 'STOP', headline: 'KEY', genuine: false })
  t.match((await judge(makePass(), realm.held, realm.place('in'), NOW, circumstances)).decision, { headline: 'KEY' })
  const other = await createDrillRealm(AT)
  t.match((await judge(text, other.held, other.place('in'), NOW, circumstances)).decision, { headline: 'KEY' })
})

t.test('a drill pass of the realm stays a STOP at the gate', async t => {
  const gate = {
    trust: { ...makeTrust(), issuedAt: AT },
    status: readerOf([{ list: 0, bits: new Uint8Array(), issuedAt: AT }]),
    recent: []
  }
  const place = { site: SAMPLE_PASS.site, gate: 'north', direction: 'in' as const }
  const text = makePass({ kind: 'drill' })
  const { decision } = await judge(text, gate, place, NOW, { presented: 'code', temperature: null })
  t.match(decision, { verdict: 'STOP', headline: 'DRILL', genuine: true })
})

t.test('every situation comes once, in an order that chance decides, and the valid pass first', async t => {
  const last = startDrill(0, () => 0.999).order
  const first = startDrill(0, () => 0).order
  t.strictSame([...last].sort(), [...DRILL_CASE_IDS].sort())
  t.strictSame([...first].sort(), [...DRILL_CASE_IDS].sort())
  t.not(first.join(), last.join())
  t.equal(first[0], 'valid')
  t.strictSame([...startDrill(0, () => 1).order].sort(), [...DRILL_CASE_IDS].sort(), 'whatever chance says')
})

t.test('scan, answer, next: nothing else moves it on, and the first answer counts', async t => {
  const start = startDrill(1_000, () => 0)
  t.equal(answer(start, 'admit'), start, 'no answer before the scan')
  t.equal(goOn(start), start)
  const scanned = scan(start)
  t.equal(scan(scanned), scanned)
  const wrong = answer(scanned, 'refuse')
  t.strictSame(wrong.answers, [{ case: 'valid', answer: 'refuse', isRight: false }])
  t.equal(answer(wrong, 'admit'), wrong)
  t.equal(caseOf(wrong), 'valid', 'the reason is told to the same situation')
  t.equal(caseOf(goOn(wrong)), start.order[1])
  let session = goOn(wrong)
  while (!isDone(session)) {
    const id = caseOf(session)
    if (id === null) throw new Error('no situation and not done')
    session = goOn(answer(scan(session), DRILL_CASES[id].right))
  }
  t.strictSame(scoreOf(session), { score: 6, total: 7 })
  t.equal(caseOf(session), null)
  const training = trainingOf(session, `  ${'买'.repeat(60)} `, 61_000)
  t.equal(training.name.length, MAX_NAME)
  t.match(training, { score: 6, total: 7, durationMs: 60_000, operator: null })
  t.strictSame(training.answers[0], { case: 'valid', isRight: false })
})

t.test('results stay on the phone, the newest first, and each once', async t => {
  const store = await openTrainingStore('drill-test')
  t.teardown(() => store.close())
  const result = (at: number): Training => ({
    id: `t-${at}`,
    at,
    operator: null,
    name: '王小明',
    score: 7,
    total: 7,
    durationMs: 1,
    answers: []
  })
  for (const at of [5, 3, 9, 5]) await store.add(result(at))
  t.strictSame(
    (await store.newest(2)).map(({ at }) => at),
    [9, 5]
  )
  t.equal((await store.newest(9)).length, 3)
  for (let at = 100; at < 305; at++) await store.add(result(at))
  const kept = await store.newest(500)
  t.equal(kept.length, 200)
  t.equal(kept[0]?.at, 304, 'the oldest make room')
})
