import t from 'tap'

const store = new Map<string, string>()
Object.assign(globalThis, {
  localStorage: {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (text.includes('FULL')) throw new Error('QuotaExceededError')
      store.set(key, text)
    }
  }
})
const seen = { state: 'submitted', steps: [], photosAsked: [] }
store.set(
  'checkpoint.work',
  JSON.stringify([
    { number: 'abc123def456', secret: 's', name: '陈', last: seen },
    { number: 7 },
    null,
    { number: 'x', secret: 's', last: 5 }
  ])
)
store.set('checkpoint.work-drafts', '{"cut off')

t.test('what a phone kept is there at the next start, and rubbish is left out', async t => {
  const { draftOf, drafts, keptWork } = await import('../../portal/work/kept.ts')
  t.strictSame(keptWork.value.value, [
    { number: 'abc123def456', secret: 's', name: '陈', last: seen },
    { number: 'x', secret: 's', name: '', last: null }
  ])
  t.strictSame(drafts.value.value, [])
  t.equal(draftOf('k'), null)
})

t.test('an application keeps its name and what it was when only its secret changes', async t => {
  const { addressOf, forgetWork, keepWork, workOf } = await import('../../portal/work/kept.ts')
  keepWork({ number: 'abc123def456', secret: 'new' })
  t.match(workOf('abc123def456'), { secret: 'new', name: '陈', last: seen })
  t.equal(
    addressOf({ number: 'abc123def456', secret: 'new' }, 'https://x.example/portal/#/work'),
    'https://x.example/portal/#work.abc123def456.new'
  )
  forgetWork('abc123def456')
  t.equal(workOf('abc123def456'), null)
  t.notMatch(store.get('checkpoint.work'), /abc123/)
})

t.test('a browser that keeps nothing is told, and the value lasts until the page is left', async t => {
  const { keepDraft, draftOf } = await import('../../portal/work/kept.ts')
  const { keepsThings, localStorageHas } = await import('../../portal/state/stored-signal.ts')
  const { newDraft } = await import('../../portal/work/draft.ts')
  keepDraft(newDraft({ key: 'k', secret: 's', mode: { kind: 'new' }, now: 0 }))
  t.ok(localStorageHas('checkpoint.work-drafts', '"isSending":false'))
  t.equal(keepsThings.value, true)
  keepDraft(newDraft({ key: 'FULL', secret: 's', mode: { kind: 'new' }, now: 0 }))
  t.equal(keepsThings.value, false)
  t.equal(draftOf('FULL')?.key, 'FULL')
})
