import t from 'tap'
import { passagesAsCodes, readExchange } from '../../../scanner/carry/exchange.ts'
import { createReceiver } from '../../../scanner/carry/receive-frames.ts'
import { mergeRecent } from '../../../scanner/check/merge-recent.ts'
import { signerOf } from '../../../scanner/check/sign-text.ts'
import type { Identity } from '../../../scanner/log/gate-database.ts'
import { checkStay } from '../../../shared/gate/checks/stay.ts'
import type { GateInput, RecentEntry } from '../../../shared/gate/gate-input.ts'
import { epochMs, epochSeconds } from '../../../shared/time.ts'
import { openPhone, type Phone } from '../../support/gate-log.ts'

const NOW = epochMs(1_600_000_020_000)
const AT = epochSeconds(1_600_000_020 - 3600)
const passage = (serial: number, change: Partial<RecentEntry> = {}): RecentEntry => ({
  serial,
  direction: 'out',
  at: AT,
  ...change
})
const selfOf = async ({ db }: Phone): Promise<Identity> => (await db.get('identity', 'self')) as Identity
const wait = (): never => t.fail('entries') as never

t.test('one phone tells another of its site who passed', async t => {
  const [one, other] = [await openPhone('one'), await openPhone('other')]
  const known = [passage(7), passage(8, { isExempt: true }), passage(9, { direction: 'in' }), passage(5, { isHearsay: true })]
  const showing = await passagesAsCodes(await selfOf(one), known, signerOf, NOW)
  if (showing.kind !== 'codes') throw new Error(showing.kind)
  t.equal(showing.count, 3, 'hearsay goes no further')
  const self = await selfOf(other)
  const receiver = createReceiver(other.db, { entries: wait, passages: content => readExchange(self, content, NOW) }, () => NOW)
  const told = await receiver.take(showing.texts[0] as string)
  const heard = [passage(7), passage(8, { isExempt: true }), passage(9, { direction: 'in' })]
  t.match(told, { kind: 'imported', outcome: { kind: 'told', count: 3, device: 'one' } })
  const outcome = told.kind === 'imported' && told.outcome.kind === 'told' ? told.outcome.passages : []
  t.same(
    outcome,
    heard.map(each => ({ isExempt: false, ...each, isHearsay: true }))
  )
})

t.test('nothing is taken of the future, of another site, or of what is no such text', async t => {
  const [one, other] = [await openPhone('one'), await openPhone('other')]
  const showing = await passagesAsCodes(await selfOf(one), [passage(7, { at: epochSeconds(AT + 7_200) })], signerOf, NOW)
  if (showing.kind !== 'codes') throw new Error(showing.kind)
  const self = await selfOf(other)
  const take = (as: Identity) =>
    createReceiver(other.db, { entries: wait, passages: content => readExchange(as, content, NOW) }, () => NOW).take(
      showing.texts[0] as string
    )
  t.match(await take(self), { outcome: { kind: 'told', count: 0 } })
  t.match(await take({ ...self, site: 2 }), { outcome: { kind: 'other-site' } })
  t.same(await readExchange(self, new Blob(['x']), NOW), { kind: 'unreadable' })
  t.same(await passagesAsCodes(self, [], signerOf, NOW), { kind: 'nothing' })
})

t.test('hearsay makes way for what is known and never stands in its place', t => {
  const [heard, real] = [passage(7, { isHearsay: true, isExempt: true }), passage(7)]
  const now = epochSeconds(AT + 60)
  t.same(mergeRecent([heard], [real], now), [real])
  t.same(mergeRecent([real], [heard], now), [real])
  t.end()
})

t.test('nobody’s stay gets shorter by hearsay', t => {
  const arrival = (minutesAgo: number, isHearsay: boolean) =>
    passage(7, { direction: 'in', at: epochSeconds(AT - minutesAgo * 60), isHearsay })
  const verdictOf = (recent: RecentEntry[]) =>
    checkStay({
      pass: { serial: 7, kind: 'visitor' },
      context: { at: AT, direction: 'out', recent },
      policy: { maxStayMinutes: 60 }
    } as unknown as GateInput)?.reason ?? null
  t.equal(verdictOf([arrival(90, false), arrival(5, true)]), 'STAY')
  t.equal(verdictOf([arrival(90, true)]), 'STAY', 'where nothing is known, a volunteer may ask')
  t.equal(verdictOf([arrival(30, false), arrival(90, true)]), null)
  t.end()
})
