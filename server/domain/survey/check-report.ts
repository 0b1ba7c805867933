import type { CalendarDay } from '../../../shared/identity/calendar-day.ts'
import { parseOtherPlate, parsePlate } from '../../../shared/identity/plate.ts'
import { ok } from '../../../shared/result.ts'
import type { ReportBody, ReportMember } from '../../../shared/schema/survey-report.ts'
import { type Outcome, refused } from '../context.ts'
import { readPhone } from '../register/foreign-phone.ts'
import { preparePerson } from '../register/prepare-person.ts'

/** A stand-in where a registered person's name is as before: the other fields are checked all the same. */
const SOMEBODY = '某某'

/** A household's report with numbers and names as the register writes them. `known`: the people whom it may name by number. */
export function checkReport(report: ReportBody, known: ReadonlySet<number>, today: CalendarDay): Outcome<ReportBody> {
  const members: ReportMember[] = []
  for (const [index, member] of report.members.entries()) {
    const checked = checkMember(member, known, today)
    if (!checked.ok) return refused(checked.failure.code, `/report/members/${index}${checked.failure.path ?? ''}`)
    members.push(checked.value)
  }
  const plates: string[] = []
  for (const [index, plate] of report.plates.entries()) {
    const ordinary = parsePlate(plate)
    const parsed = ordinary.ok ? ordinary : parseOtherPlate(plate)
    if (!parsed.ok) return refused('plate-invalid', `/report/plates/${index}`)
    plates.push(parsed.value.plate)
  }
  const callback = report.callback === null ? ok(null) : readPhone(report.callback)
  if (!callback.ok) return refused('phone-invalid', '/report/callback')
  return ok({ ...report, members, plates: [...new Set(plates)], callback: callback.value })
}

function checkMember(member: ReportMember, known: ReadonlySet<number>, today: CalendarDay): Outcome<ReportMember> {
  const { person, gone, name, sex, document, phone, nationality, needs, arrival } = member
  if (person !== undefined && !known.has(person)) return refused('not-found', '/person')
  if (person === undefined && (gone || name === null)) return refused('name-invalid', '/name')
  const prepared = preparePerson(
    { name: name ?? SOMEBODY, sex: sex ?? 'unknown', document, phone, nationality, needs: needs ?? [], arrival, note: null },
    today
  )
  if (!prepared.ok) return prepared
  const { data } = prepared.value
  return ok({ ...member, name: name === null ? null : data.name, document: data.document, phone: data.phone })
}
