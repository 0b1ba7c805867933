import t from 'tap'
import { calendarDayOf, dayNumberOf, isoOfDay, localDayNumber, startOfDayMs, weekdayOf } from '../../../shared/work/local-days.ts'
import { cardWindow, FIRST_WORK_POLICY, isReportMissing, reportMissingFromMs, workPolicyAt } from '../../../shared/work/policy.ts'
import { addWorkingMinutes, isWorkday, workingMinutesBetween } from '../../../shared/work/working-hours.ts'

const HOURS = FIRST_WORK_POLICY.hours
/** Local time (UTC+8) as an instant. */
const at = (text: string): number => Date.parse(`${text}+08:00`)
const text = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16)

t.test('days count as the calendar does, leap days included', async t => {
  for (let day = 0; day < 40_000; day += 13) {
    const date = new Date(day * 86_400_000)
    t.equal(isoOfDay(day) === date.toISOString().slice(0, 10) && weekdayOf(day) === date.getUTCDay(), true)
  }
  t.same(calendarDayOf(dayNumberOf('2024-02-29') ?? 0), { year: 2024, month: 2, day: 29 })
  for (const wrong of ['2023-02-29', '2020-13-01', '2020-00-10', '2020-2-1', 'x']) t.equal(dayNumberOf(wrong), null, wrong)
  t.equal(localDayNumber(at('2020-02-29T00:00')), localDayNumber(at('2020-02-28T23:59')) + 1)
  t.equal(startOfDayMs(localDayNumber(at('2020-03-01T12:00'))), at('2020-03-01T00:00'))
})

t.test('six promised working hours end where the office works them', async t => {
  for (const [from, minutes, due, why] of [
    ['2020-02-18T09:00', 360, '2020-02-18T16:00', 'a whole day with its noon'],
    ['2020-02-18T09:00', 420, '2020-02-18T17:00', 'the last minute of a day belongs to it'],
    ['2020-02-18T16:00', 360, '2020-02-19T15:00', 'overnight'],
    ['2020-02-18T12:30', 60, '2020-02-18T14:00', 'noon does not count'],
    ['2020-02-18T23:59', 60, '2020-02-19T10:00', 'nor does the night'],
    ['2020-02-21T16:30', 60, '2020-02-24T09:30', 'nor the weekend'],
    ['2020-01-23T16:30', 60, '2020-02-03T09:30', 'nor the prolonged Spring Festival'],
    ['2020-04-30T17:00', 60, '2020-05-06T10:00', 'nor the days of May'],
    ['2020-04-24T17:00', 60, '2020-04-26T10:00', 'a Sunday that is worked in exchange does'],
    ['2020-02-28T16:30', 60, '2020-03-02T09:30', 'a leap day on a Saturday'],
    ['2024-02-28T16:30', 60, '2024-02-29T09:30', 'a leap day on a Thursday']
  ] as const)
    t.equal(text(addWorkingMinutes(at(from), minutes, HOURS)), due, why)
})

t.test('a policy has days of its own, and an office that never opens is late by the plain clock', async t => {
  const own = { ...HOURS, daysOff: ['2020-02-19'], extraWorkdays: ['2020-02-22'] }
  t.equal(text(addWorkingMinutes(at('2020-02-18T16:30'), 60, own)), '2020-02-20T09:30')
  t.equal(isWorkday(dayNumberOf('2020-02-22') ?? 0, own), true)
  t.equal(text(addWorkingMinutes(at('2020-02-18T09:00'), 60, { ...HOURS, shifts: [] })), '2020-02-18T10:00')
})

t.test('what is worked between two instants is what has to be added', async t => {
  const from = at('2020-04-30T15:17')
  for (const minutes of [1, 60, 103, 360, 2_000])
    t.equal(workingMinutesBetween(from, addWorkingMinutes(from, minutes, HOURS), HOURS), minutes)
  t.equal(workingMinutesBetween(from, from, HOURS), 0)
  t.equal(workingMinutesBetween(from, from - 1, HOURS), 0)
})

t.test('a card ends at 24:00 local of its last day, the day of issue being the first', async t => {
  const endOf = (validityDays: number, issued: string): string => {
    const { startMs, hours } = cardWindow({ validityDays }, at(issued))
    t.ok(Number.isInteger(hours) && startMs <= at(issued) && startMs % 3_600_000 === 0)
    return text(startMs + hours * 3_600_000)
  }
  t.equal(endOf(5, '2020-02-18T10:23'), '2020-02-23T00:00')
  t.equal(endOf(5, '2020-02-18T00:00'), '2020-02-23T00:00')
  t.equal(endOf(5, '2020-02-18T23:59'), '2020-02-23T00:00')
  t.equal(endOf(14, '2024-02-20T08:00'), '2024-03-05T00:00', 'over a leap day')
  t.equal(endOf(1, '2020-02-29T12:00'), '2020-03-01T00:00')
})

t.test('yesterday’s report is missing from 00:00 local on, not a minute before', async t => {
  const issued = localDayNumber(at('2020-02-28T15:00'))
  t.equal(isReportMissing(issued, at('2020-02-29T23:59')), false)
  t.equal(isReportMissing(issued, at('2020-03-01T00:00')), true)
  t.equal(text(reportMissingFromMs(issued)), '2020-03-01T00:00')
})

t.test('the policy that began last counts', async t => {
  const policy = (id: number, effectiveFrom: number) => ({ ...FIRST_WORK_POLICY, id, effectiveFrom, validityDays: id })
  const all = [policy(1, 100), policy(3, 200), policy(2, 200)]
  t.same(
    [50, 100, 199, 200].map(now => workPolicyAt(all, now).id),
    [0, 1, 1, 3]
  )
})
