import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { PASS_KINDS } from '../../shared/pass/kinds.ts'
import { STATUS_REASONS, STATUSES } from '../../shared/schema/passes.ts'
import { PROBLEMS } from '../../shared/schema/problem.ts'
import { REASONS, type Reason, VERDICTS } from '../../shared/verify/reasons.ts'
import { ROSTER_FAULTS, WORKER_FAULTS } from '../../shared/schema/work-employer.ts'
import { EMPLOYER_STATES } from '../../shared/work/employer-states.ts'
import { WORK_STATES } from '../../shared/work/states.ts'
import {
  CARD_HOLDS,
  EMPLOYER_RETURN_REASONS,
  PROXY_RELATIONS,
  REJECT_REASONS,
  SYMPTOMS,
  TRANSPORTS,
  WORK_PHOTOS,
  WORK_PURPOSES
} from '../../shared/work/words.ts'
import { CLOCK_WORDS } from '../../ui/i18n/clock.ts'
import { ALERT_WORDS } from '../../ui/i18n/alerts.ts'
import { COMMON_WORDS } from '../../ui/i18n/common.ts'
import { CONSOLE_WORDS } from '../../ui/i18n/console.ts'
import { DUTY_LINE_WORDS } from '../../ui/i18n/duty-line.ts'
import { DUTY_WORDS } from '../../ui/i18n/duty.ts'
import { fill, LANGUAGES, preferredLanguage, type Sentence, SHOWN_LANGUAGES, type ShownWord } from '../../ui/i18n/dictionary.ts'
import { DRILL_WORDS } from '../../ui/i18n/drill.ts'
import { FLAG_WORDS } from '../../ui/i18n/flags.ts'
import { GATE_WORDS } from '../../ui/i18n/gate.ts'
import { IDENTITY_WORDS } from '../../ui/i18n/identity.ts'
import { POLICY_WORDS } from '../../ui/i18n/policies.ts'
import { PORTAL_WORDS } from '../../ui/i18n/portal.ts'
import { PROBLEM_SENTENCES } from '../../ui/i18n/problems.ts'
import { REASON_SENTENCES } from '../../ui/i18n/reasons.ts'
import { RESIDENT_SENTENCES } from '../../ui/i18n/resident-reasons.ts'
import { MASS_WORDS } from '../../ui/i18n/mass-issue.ts'
import { PRINT_WORDS } from '../../ui/i18n/print.ts'
import { REGISTER_WORDS } from '../../ui/i18n/register.ts'
import { SHIFT_WORDS } from '../../ui/i18n/shifts.ts'
import { FIELD_WORDS } from '../../ui/i18n/field.ts'
import { SURVEY_WORDS } from '../../ui/i18n/survey.ts'
import { NOTE_TEXTS } from '../../ui/i18n/door-note.ts'
import { HOME_WORDS } from '../../ui/i18n/home-page.ts'
import { SHIFT_PAGE_WORDS, shiftWrong } from '../../ui/i18n/shift-page.ts'
import { ROSTER_WORDS } from '../../ui/i18n/roster.ts'
import { SETTINGS_WORDS } from '../../ui/i18n/settings.ts'
import { TEMPERATURE_WORDS } from '../../ui/i18n/temperature.ts'
import { TOOL_WORDS } from '../../ui/i18n/tools.ts'
import { VISITOR_WORDS } from '../../ui/i18n/visitor.ts'
import { VEHICLE_WORDS } from '../../ui/i18n/vehicle.ts'
import { WORK_APPLY_WORDS } from '../../ui/i18n/work-apply.ts'
import { WORK_EMPLOYER_WORDS } from '../../ui/i18n/work-employer.ts'
import { FIELD_FAULTS } from '../../ui/i18n/work-faults.ts'
import { WORK_PAGE_WORDS } from '../../ui/i18n/work-page.ts'
import { WORK_PROBLEMS, workWrong } from '../../ui/i18n/work-problems.ts'
import { WORK_TERMS } from '../../ui/i18n/work-terms.ts'
import { VOLUNTEER_WORDS } from '../../ui/i18n/volunteer.ts'
import { WORK_REVIEW_WORDS } from '../../ui/i18n/work-console.ts'
import { WORK_OFFICE_WORDS } from '../../ui/i18n/work-office.ts'
import { WORK_SET_WORDS } from '../../ui/i18n/work-words.ts'
import { verdictWord } from '../../ui/verdict/words.ts'

const DICTIONARIES: Record<string, Record<string, Sentence>> = {
  alerts: ALERT_WORDS,
  clock: CLOCK_WORDS,
  flags: FLAG_WORDS,
  roster: ROSTER_WORDS,
  common: COMMON_WORDS,
  duty: DUTY_WORDS,
  'duty line': DUTY_LINE_WORDS,
  console: CONSOLE_WORDS,
  drill: DRILL_WORDS,
  gate: GATE_WORDS,
  identity: IDENTITY_WORDS,
  portal: PORTAL_WORDS,
  policies: POLICY_WORDS,
  problems: PROBLEM_SENTENCES,
  settings: SETTINGS_WORDS,
  tools: TOOL_WORDS,
  temperature: TEMPERATURE_WORDS,
  vehicle: VEHICLE_WORDS,
  visitor: VISITOR_WORDS,
  volunteer: VOLUNTEER_WORDS,
  mass: MASS_WORDS,
  print: PRINT_WORDS,
  register: REGISTER_WORDS,
  'work sets': WORK_SET_WORDS,
  'work review': WORK_REVIEW_WORDS,
  'work office': WORK_OFFICE_WORDS,
  shifts: SHIFT_WORDS,
  survey: SURVEY_WORDS,
  field: FIELD_WORDS
}
const parameters = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string).sort()

t.test('every sentence is there in every language, with the same parameters', async t => {
  for (const [name, words] of Object.entries(DICTIONARIES)) {
    for (const [key, sentence] of Object.entries(words)) {
      t.strictSame(Object.keys(sentence).sort(), [...LANGUAGES].sort(), `${name}: ${key}`)
      for (const language of LANGUAGES) t.not(sentence[language].trim(), '', `${name}: ${key} says something in ${language}`)
      t.strictSame(parameters(sentence.en), parameters(sentence.zh), `${name}: ${key} has the same parameters`)
    }
  }
})

t.test('Chinese sentences are Chinese and English ones are not', async t => {
  const exceptions = ['issue.nameHint', 'issue.plateHint', 'plate-invalid', 'case.vehicle.situation', 'case.vehicle.why']
  for (const words of Object.values(DICTIONARIES)) {
    for (const [key, { zh, en }] of Object.entries(words)) {
      t.match(zh, /\p{Script=Han}/u, `${key} in Chinese`)
      if (!exceptions.includes(key)) t.notMatch(en, /\p{Script=Han}/u, `${key} in English`)
    }
  }
})

t.test('no key means two things in one app', async t => {
  const keysOf = (...words: object[]): string[] => words.flatMap(one => Object.keys(one))
  const apps = {
    console: keysOf(COMMON_WORDS, CONSOLE_WORDS, IDENTITY_WORDS, SETTINGS_WORDS, POLICY_WORDS),
    work: keysOf(COMMON_WORDS, WORK_SET_WORDS, WORK_REVIEW_WORDS, WORK_OFFICE_WORDS),
    portal: keysOf(COMMON_WORDS, PORTAL_WORDS),
    gate: keysOf(COMMON_WORDS, GATE_WORDS)
  }
  for (const [app, keys] of Object.entries(apps)) {
    t.strictSame(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
      app
    )
  }
})

t.test('every problem, reason, kind, status and ground has its words', async t => {
  t.strictSame(Object.keys(PROBLEM_SENTENCES).sort(), [...Object.keys(PROBLEMS), 'network', 'unexpected'].sort())
  t.strictSame(Object.keys(REASON_SENTENCES).sort(), Object.keys(REASONS).sort())
  for (const kind of Object.keys(PASS_KINDS)) t.hasOwnProp(COMMON_WORDS, `kind.${kind}`)
  for (const status of STATUSES) t.hasOwnProp(COMMON_WORDS, `status.${status}`)
  for (const reason of STATUS_REASONS) t.hasOwnProp(CONSOLE_WORDS, `reason.${reason}`)
})

const SHOWN: Record<string, ShownWord> = Object.fromEntries([
  ...Object.entries(REASON_SENTENCES),
  ...Object.entries(RESIDENT_SENTENCES).flatMap(([reason, { reason: why, next }]) => [
    [`${reason} for the resident`, why],
    [`${reason}, what the resident does`, next]
  ])
])

t.test('every reason is there in four languages, for the volunteer and for the resident', async t => {
  t.strictSame(Object.keys(RESIDENT_SENTENCES).sort(), Object.keys(REASONS).sort())
  const scripts = { zh: /\p{Script=Han}/u, en: /^[\p{ASCII}]+$/u, ko: /\p{Script=Hangul}/u, ja: /\p{Script=Hiragana}/u }
  for (const [name, word] of Object.entries(SHOWN)) {
    t.strictSame(Object.keys(word).sort(), [...SHOWN_LANGUAGES].sort(), name)
    for (const language of SHOWN_LANGUAGES) t.match(word[language], scripts[language], `${name} in ${language}`)
    t.notMatch(word.zh, scripts.ja, `${name}: no Japanese among the Chinese`)
    t.notMatch(word.ko + word.zh + word.en, scripts.ja)
    t.notMatch(word.ja + word.zh + word.en, scripts.ko)
  }
})

t.test('the gate never names a health ground', async t => {
  for (const { zh, en, ko, ja } of Object.values(SHOWN)) {
    t.notMatch(zh, /健康|隔离|密接|病|发热|发烧/)
    t.notMatch(en, /health|quarantine|isolat|sick|contact case|fever/i)
    t.notMatch(ko, /건강|격리|접촉자|질병|발열/)
    t.notMatch(ja, /健康|隔離|濃厚接触|病気|発熱/)
  }
  for (const { reason, next } of [RESIDENT_SENTENCES.FEVER, RESIDENT_SENTENCES.FORGED]) {
    const all = SHOWN_LANGUAGES.map(language => reason[language] + next[language]).join(' ')
    t.notMatch(all, /偏高|伪造|假|high|forge|fake|높|위조|高|偽造/, 'what the queue must not read')
  }
})

t.test('a verdict has a short word in four languages for every reason', async t => {
  for (const verdict of VERDICTS) {
    for (const reason of Object.keys(REASONS) as Reason[]) {
      const word = verdictWord(verdict, reason)
      for (const language of SHOWN_LANGUAGES) t.not(word[language], '', `${verdict} ${reason} in ${language}`)
      t.ok([...word.zh].length <= 4, `${word.zh} fits`)
      t.ok(word.en.length <= 14, `${word.en} fits`)
    }
  }
  t.equal(verdictWord('PASS', 'STALE').en, 'PASS', 'who may go on is told so, whatever else is to be said')
  t.equal(verdictWord('CHECK', 'EXPIRED').zh, '过期')
})

t.test('a missing parameter stays visible instead of turning into "undefined"', async t => {
  t.equal(fill('{count} of {all}', { count: 0 }), '0 of {all}')
})

t.test('Chinese is the default and only another first choice changes it', async t => {
  t.equal(preferredLanguage([]), 'zh')
  t.equal(preferredLanguage(['zh-HK', 'en']), 'zh')
  t.equal(preferredLanguage(['ko-KR', 'zh']), 'en')
})

t.test('no app shows a sentence that is not in the dictionary', async t => {
  const root = join(import.meta.dirname, '../..')
  for (const folder of ['ui', 'portal', 'console']) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.tsx'))
    t.not(files.length, 0)
    for (const file of files) {
      const source = readFileSync(join(root, folder, file), 'utf8').replace(/中文/g, '')
      t.notMatch(source, /\p{Script=Han}/u, `${folder}/${file}`)
    }
  }
})

t.test('what volunteers and households read speaks four languages, with the same parameters', async t => {
  const all = {
    ...SHIFT_PAGE_WORDS,
    ...NOTE_TEXTS,
    ...Object.fromEntries(Object.entries(HOME_WORDS).map(([key, word]) => [`home ${key}`, word]))
  }
  for (const [key, word] of Object.entries(all) as [string, ShownWord][]) {
    t.strictSame(Object.keys(word).sort(), [...SHOWN_LANGUAGES].sort(), key)
    for (const language of SHOWN_LANGUAGES) t.strictSame(parameters(word[language]), parameters(word.zh), `${key} in ${language}`)
  }
  t.equal(shiftWrong('link-invalid'), 'wrong.link-invalid')
  t.equal(shiftWrong('internal'), 'wrong.other', 'what has no sentence of its own')
})

const WORK_TABLES: Record<string, Record<string, ShownWord>> = {
  terms: WORK_TERMS,
  form: WORK_APPLY_WORDS,
  faults: FIELD_FAULTS,
  employer: WORK_EMPLOYER_WORDS,
  page: WORK_PAGE_WORDS,
  problems: WORK_PROBLEMS
}

t.test('the pages of work and school cards speak four languages, each its own, with the same parameters', async t => {
  const foreign = { zh: /[\p{Script=Hiragana}\p{Script=Hangul}]/u, en: /[\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Han}]/u }
  for (const [table, words] of Object.entries(WORK_TABLES)) {
    for (const [key, word] of Object.entries(words)) {
      t.strictSame(Object.keys(word).sort(), [...SHOWN_LANGUAGES].sort(), `${table}: ${key}`)
      for (const language of SHOWN_LANGUAGES) {
        t.not(word[language].trim(), '', `${table}: ${key} says something in ${language}`)
        t.strictSame(parameters(word[language]), parameters(word.zh), `${table}: ${key} in ${language}`)
      }
      t.notMatch(word.zh, foreign.zh, `${table}: ${key} in Chinese`)
      t.notMatch(word.en, foreign.en, `${table}: ${key} in English`)
      t.notMatch(word.ja, /\p{Script=Hangul}/u, `${table}: ${key} in Japanese`)
      t.notMatch(word.ko, /[\p{Script=Hiragana}\p{Script=Han}]/u, `${table}: ${key} in Korean`)
    }
  }
  t.equal(workWrong('link-invalid'), 'wrong.link-invalid')
  t.equal(workWrong('constructor'), 'wrong.other', 'what has no sentence of its own')
})

t.test('every state, reason, purpose and photo of a card has its word', async t => {
  const sets: [string, readonly string[]][] = [
    ['state', WORK_STATES],
    ['purpose', WORK_PURPOSES],
    ['relation', PROXY_RELATIONS],
    ['transport', TRANSPORTS],
    ['symptom', SYMPTOMS],
    ['photo', WORK_PHOTOS],
    ['reject', REJECT_REASONS],
    ['hold', CARD_HOLDS]
  ]
  for (const [prefix, words] of sets) for (const word of words) t.hasOwnProp(WORK_TERMS, `${prefix}.${word}`)
  for (const state of WORK_STATES) t.hasOwnProp(WORK_PAGE_WORDS, `say.${state}`)
  for (const state of EMPLOYER_STATES)
    for (const prefix of ['state', 'say']) t.hasOwnProp(WORK_EMPLOYER_WORDS, `${prefix}.${state}`)
  for (const reason of EMPLOYER_RETURN_REASONS) t.hasOwnProp(WORK_EMPLOYER_WORDS, `return.${reason}`)
  for (const fault of ROSTER_FAULTS) t.hasOwnProp(WORK_EMPLOYER_WORDS, `rowFault.${fault}`)
  for (const why of WORKER_FAULTS) t.hasOwnProp(WORK_EMPLOYER_WORDS, `why.${why}`)
})
