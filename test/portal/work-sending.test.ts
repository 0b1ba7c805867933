import 'fake-indexeddb/auto'
import t from 'tap'
import { openWorkDb, type WaitingReport } from '../../portal/work/db.ts'
import { deliverReports } from '../../portal/work/deliver-reports.ts'
import { faultOfFile } from '../../portal/work/photo.ts'
import { shownOf } from '../../portal/work/push-message.ts'
import { isPassing, pauseSeconds, sendUntilAnswered } from '../../portal/work/submission.ts'
import { localDayNumber } from '../../shared/work/local-days.ts'
import { type Answer, failureOf } from '../../ui/api/client.ts'

const NETWORK = { ok: false, failure: { code: 'network', path: null, status: 0, requestId: null } } as const
const refused = (code: string, status = 409): Answer<string> => ({ ok: false, failure: failureOf(status, { code }) })

t.test('a submission is sent until it is answered, and the same every time', async t => {
  const answers: Answer<string>[] = [NETWORK, refused('not-ready', 503), refused('nonsense', 500), { ok: true, value: 'number' }]
  const posted: string[] = []
  const waits: number[] = []
  const outcome = await sendUntilAnswered(['body'], {
    post: async body => {
      posted.push(body)
      return answers.shift() as Answer<string>
    },
    wait: async seconds => {
      waits.push(seconds)
      return true
    }
  })
  t.strictSame(outcome, { kind: 'answered', value: 'number', body: 'body' })
  t.strictSame(posted, ['body', 'body', 'body', 'body'])
  t.strictSame(waits, [2, 4, 8])
  t.equal(pauseSeconds(50), 30, 'never longer than half a minute')
})

t.test('what is refused for its content is not tried again', async t => {
  let tries = 0
  const outcome = await sendUntilAnswered(['body'], {
    post: async () => {
      tries++
      return refused('document-invalid', 400)
    },
    wait: async () => true
  })
  t.match(outcome, { kind: 'refused', failure: { code: 'document-invalid' } })
  t.equal(tries, 1)
})

t.test('if an earlier version had arrived, its answer is fetched with what was sent then', async t => {
  const posted: string[] = []
  const outcome = await sendUntilAnswered(['first', 'second', 'third'], {
    post: async body => {
      posted.push(body)
      return body === 'first' ? { ok: true, value: 'number' } : refused('idempotency-conflict')
    },
    wait: async () => true
  })
  t.strictSame(posted, ['third', 'second', 'first'])
  t.match(outcome, { kind: 'answered', body: 'first' })
  const none = await sendUntilAnswered(['only'], { post: async () => refused('idempotency-conflict'), wait: async () => true })
  t.match(none, { kind: 'refused', failure: { code: 'idempotency-conflict' } })
})

t.test('whoever stops the sending is heard', async t => {
  t.same(await sendUntilAnswered(['body'], { post: async () => NETWORK, wait: async () => false }), { kind: 'stopped' })
})

t.test('only what says nothing of the content is passing', async t => {
  for (const code of ['network', 'not-ready', 'internal', 'too-many-requests', 'storage-full'])
    t.ok(isPassing({ code: code as 'network', status: 0 }), code)
  for (const code of ['work-state', 'link-invalid', 'idempotency-conflict'])
    t.notOk(isPassing({ code: code as 'network', status: 409 }), code)
})

const DAY = localDayNumber(Date.parse('2020-02-20T02:00:00Z'))
const waiting = (number: string, day = DAY): WaitingReport => ({
  number,
  secret: 's',
  day,
  report: { temperature: 365, symptoms: [] }
})

t.test('reports wait on the phone until they are taken, and none counts for another day', async t => {
  const db = await openWorkDb('reports')
  for (const one of [waiting('a'), waiting('b'), waiting('c', DAY - 1), waiting('d')]) await db.put('reports', one)
  const asked: string[] = []
  const now = (): number => Date.parse('2020-02-20T15:59:59Z')
  const fates = await deliverReports(
    db,
    async ({ number }) => {
      asked.push(number)
      return number === 'a' ? 'sent' : number === 'b' ? 'later' : 'refused'
    },
    now
  )
  t.same(
    [...fates],
    [
      ['a', 'sent'],
      ['b', 'later'],
      ['c', 'stale'],
      ['d', 'refused']
    ]
  )
  t.same(asked, ['a', 'b', 'd'], 'a reading of yesterday is never sent as today’s')
  t.same(await db.getAllKeys('reports'), ['b'])
  const after = await deliverReports(
    db,
    async () => 'sent',
    () => Date.parse('2020-02-20T16:00:00Z')
  )
  t.same([...after], [['b', 'stale']], 'at 00:00 local its day is over')
  db.close()
})

t.test('a report that was made while another was on its way is not lost', async t => {
  const db = await openWorkDb('newer')
  await db.put('reports', waiting('a'))
  const newer = { ...waiting('a'), report: { temperature: 371, symptoms: [] } }
  await deliverReports(
    db,
    async () => {
      await db.put('reports', newer)
      return 'sent'
    },
    () => Date.parse('2020-02-20T02:00:00Z')
  )
  t.same(await db.getAll('reports'), [newer])
  db.close()
})

const head = (text: string): Uint8Array => new TextEncoder().encode(text)

t.test('a file is told by what is in it, not by its name', async t => {
  t.equal(faultOfFile(1_000, head('%PDF-1.7')), 'pdf')
  t.equal(faultOfFile(50_000_000, Uint8Array.of(0xff, 0xd8, 0xff)), 'file-too-large')
  t.equal(faultOfFile(0, Uint8Array.of()), 'not-a-picture')
  t.equal(faultOfFile(10, head('PK\u0003\u0004')), 'not-a-picture')
  t.equal(faultOfFile(10, head('<svg onload=')), 'not-a-picture')
  t.equal(faultOfFile(2_000_000, Uint8Array.of(0xff, 0xd8, 0xff)), null)
})

t.test('whatever is pushed shows something and leads to its page, without a secret', async t => {
  const shown = shownOf(JSON.stringify({ number: 'abc123def456', kind: 'issued', text: '已签发' }))
  t.match(shown, { body: '已签发', tag: 'work-abc123def456', page: '#/work/abc123def456' })
  t.match(shownOf(JSON.stringify({ number: 'abc123def456', kind: 'issued' })).body, /签发.*issued/)
  for (const rubbish of [null, '', 'x', '7', '[]', '{"number":"../../x","kind":"y","text":5}'])
    t.match(shownOf(rubbish), { tag: 'work', page: '#/work', title: /\S/ }, String(rubbish))
})
