import t from 'tap'
import { applyEdits, type Choice, editsBetween, mergeEdits, rebase } from '../../../shared/survey/merge.ts'
import { type Fields, groupsOf } from '../../../shared/survey/sheet-fields.ts'
import { randomOf } from '../../support/random.ts'

const BASE: Fields = new Map([
  ['/tenure', 'own'],
  ['/members/1/name', '甲'],
  ['/members/1/phone', '1'],
  ['/members/2/name', '乙'],
  ['/vehicles/A/plate', 'A']
])
const known = (fields: Fields): Set<string> => new Set(groupsOf(fields))
const with_ = (change: Record<string, string | null>): Fields =>
  applyEdits(
    BASE,
    Object.entries(change).map(([path, after]) => ({ path, before: null, after }))
  )
/** Paths in conflict when the phone made `mine` of the base and the office `theirs`. */
const conflictsOf = (mine: Record<string, string | null>, theirs: Record<string, string | null>): string[] =>
  mergeEdits(with_(theirs), editsBetween(BASE, with_(mine)), known(BASE)).conflicts.map(({ path }) => path)

t.test('what conflicts and what does not', async t => {
  for (const [sentence, mine, theirs, paths] of [
    ['different fields', { '/tenure': 'rent' }, { '/members/1/phone': '2' }, []],
    ['the same field', { '/members/1/phone': '3' }, { '/members/1/phone': '2' }, ['/members/1/phone']],
    ['the same change twice', { '/members/1/phone': '2' }, { '/members/1/phone': '2' }, []],
    ['a field that both filled', { '/note': 'x' }, { '/note': 'y' }, ['/note']],
    ['somebody who was taken off', { '/members/2/phone': '9' }, { '/members/2/name': null }, ['/members/2/phone']],
    [
      'taking somebody off whom the office knows better by now',
      { '/members/2/name': null },
      { '/members/2/phone': '9' },
      ['/members/2/phone']
    ],
    ['taking somebody off', { '/members/2/name': null }, { '/tenure': 'rent' }, []],
    ['the same person entered twice', { '/members/+a/name': '丙' }, { '/members/7/name': '丙' }, ['/members/+a/name']],
    ['two new people', { '/members/+a/name': '丙' }, { '/members/7/name': '丁' }, []],
    ['a new namesake of somebody who was there', { '/members/+a/name': '乙' }, {}, []],
    ['a new car', { '/vehicles/B/plate': 'B' }, {}, []]
  ] as const)
    t.same(conflictsOf(mine, theirs), paths, sentence)
})

t.test('after the choice both values are where they were chosen to be, and nobody is there by halves', async t => {
  const theirs = with_({ '/members/1/phone': '2', '/members/2/phone': '9' })
  const edits = editsBetween(BASE, with_({ '/members/1/phone': '3', '/members/2/name': null, '/note': 'x' }))
  const merge = mergeEdits(theirs, edits, known(BASE))
  const after = (choices: Record<string, Choice>) =>
    applyEdits(theirs, rebase(theirs, edits, merge, new Map(Object.entries(choices))))
  const mine = after({ '/members/1/phone': 'mine', '/members/2/phone': 'mine' })
  t.equal(mine.get('/members/1/phone'), '3')
  t.notOk([...mine.keys()].some(path => path.startsWith('/members/2/')))
  const kept = after({ '/members/1/phone': 'theirs', '/members/2/phone': 'theirs' })
  t.equal(kept.get('/members/1/phone'), '2')
  t.same([kept.get('/members/2/name'), kept.get('/members/2/phone')], ['乙', '9'], 'taken back as a whole')
  t.equal(after({}).get('/note'), 'x', 'what nobody contests is kept')
  t.equal(after({}).get('/members/1/phone'), '2', 'without a decision nothing is overwritten')
})

const FIELDS = ['/tenure', '/note', ...[1, 2, 3].flatMap(n => ['name', 'phone', 'note'].map(field => `/members/${n}/${field}`))]

t.test('no newer field is ever overwritten, and no change of one’s own is lost without a word', async t => {
  let contested = 0
  for (let seed = 1; seed <= 5_000; seed++) {
    const random = randomOf(seed)
    const changed = (from: Fields): Fields => {
      const fields = new Map(from)
      for (let count = random(5); count > 0; count--) {
        const path = FIELDS[random(FIELDS.length)] ?? ''
        const gone = path.endsWith('/name') && random(2) === 0
        if (gone) for (const key of [...fields.keys()]) if (key.startsWith(path.slice(0, 11))) fields.delete(key)
        if (!gone && (path.split('/').length === 3 || fields.has(`${path.slice(0, 10)}/name`) || path.endsWith('/name')))
          fields.set(path, String(random(4)))
      }
      return fields
    }
    const base = changed(
      changed(
        new Map([
          ['/tenure', 'own'],
          ['/members/1/name', 'a'],
          ['/members/2/name', 'b']
        ])
      )
    )
    const mine = changed(base)
    const theirs = changed(base)
    const edits = editsBetween(base, mine)
    const merge = mergeEdits(theirs, edits, known(base))
    contested += merge.conflicts.length
    const merged = applyEdits(theirs, merge.apply)
    const named = new Set(merge.conflicts.map(({ path }) => path))
    for (const path of FIELDS) {
      const [was, my, their, now] = [base.get(path), mine.get(path), theirs.get(path), merged.get(path)]
      if (their !== was && now !== their) t.fail(`seed ${seed}: ${path} of the office was overwritten`)
      if (my !== was && now !== my && !named.has(path)) t.fail(`seed ${seed}: ${path} of the phone was lost`)
    }
    // Whatever is chosen: what is sent again meets no conflict with the sheet that was chosen against.
    const choices = new Map(merge.conflicts.map(({ path }) => [path, random(2) === 0 ? 'mine' : 'theirs'] as const))
    const again = mergeEdits(theirs, rebase(theirs, edits, merge, choices), known(theirs))
    if (again.conflicts.length > 0) t.fail(`seed ${seed}: ${JSON.stringify(again.conflicts)}`)
    for (const [path, choice] of choices)
      if (choice === 'theirs' && applyEdits(theirs, again.apply).get(path) !== theirs.get(path))
        t.fail(`seed ${seed}: ${path} was to stay theirs`)
  }
  t.ok(contested > 1_000, `${contested} contested fields`)
})
