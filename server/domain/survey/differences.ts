import type { Difference, ReportMember } from '../../../shared/schema/survey-report.ts'
import type { Edit } from '../../../shared/survey/merge.ts'
import { fieldsOf, type Fields } from '../../../shared/survey/sheet-fields.ts'
import type { Signer } from '../../ports/signer.ts'
import type { PersonData } from '../register/records.ts'
import { plainName } from '../../../shared/register/plain-name.ts'
import type { StoredMember, StoredSheet } from '../register/stored-sheet.ts'
import { fieldSheetOf } from './field-sheet.ts'
import type { KeptReport } from './home.ts'

/** A difference with the edits that accepting it makes. */
export type OpenDifference = Difference & { readonly edits: readonly Edit[] }

/**
 * What a household wrote, beside what is registered. A report that proved nothing names people by themselves: they are found by
 * document, then by name, when there is one of that name.
 */
export function differencesOf(
  signer: Pick<Signer, 'mac'>,
  { report, proved }: KeptReport,
  stored: StoredSheet
): OpenDifference[] {
  const fields = fieldsOf(fieldSheetOf(signer, stored))
  const found = new Map<number, ReportMember>()
  const differences: OpenDifference[] = []
  const tenure = report.tenure === null ? [] : changed(fields, '', null, { tenure: report.tenure })
  for (const [index, member] of report.members.entries()) {
    const match = findMember(member, stored.members, found)
    if (match === null) differences.push(arrival(`/members/+r${index}`, member))
    else {
      found.set(match.row.id, member)
      if (member.gone) differences.push(departure(fields, match, 'gone'))
      else differences.push(...changed(fields, `/members/${match.row.id}`, match.data, valuesOf(member)))
    }
  }
  const missing = proved ? [] : stored.members.filter(({ row }) => !found.has(row.id))
  differences.push(...missing.map(member => departure(fields, member, 'missing')))
  const cars = report.plates.filter(plate => !fields.has(`/vehicles/${plate}/plate`))
  differences.push(...cars.map(newCar))
  return [...tenure, ...differences]
}

function findMember(
  { person, document, name }: ReportMember,
  members: readonly StoredMember[],
  taken: ReadonlyMap<number, unknown>
): StoredMember | null {
  const free = members.filter(({ row }) => !taken.has(row.id))
  if (person !== undefined) return free.find(({ row }) => row.id === person) ?? null
  const byDocument = document === null ? undefined : free.find(({ data }) => data.document?.number === document.number)
  if (byDocument !== undefined) return byDocument
  const namesakes = free.filter(({ data }) => name !== null && plainName(data.name) === plainName(name))
  return namesakes.length === 1 ? (namesakes[0] ?? null) : null
}

type Values = Readonly<Record<string, string | null>>

/** null: nothing was said about it. */
const valuesOf = (member: ReportMember): Values => ({
  name: member.name,
  relation: member.relation,
  sex: member.sex === 'unknown' ? null : member.sex,
  document: documentText(member.document),
  phone: member.phone,
  nationality: member.nationality,
  needs: member.needs === null ? null : [...member.needs].sort().join(' '),
  arrival: member.arrival === null ? null : `${member.arrival.from} ${member.arrival.on}`
})

type Written = ReportMember['document'] | PersonData['document']
const documentText = (document: Written): string | null =>
  document === null ? null : [document.type, document.country, document.number].filter(part => part !== undefined).join(' ')

function changed(fields: Fields, group: string, data: PersonData | null, values: Values): OpenDifference[] {
  return Object.entries(values).flatMap(([field, after]): OpenDifference[] => {
    const path = `${group}/${field}`
    const before = fields.get(path) ?? null
    const shown = field === 'document' ? documentText(data?.document ?? null) : before
    if (after === null || after === (shown ?? '')) return []
    const written = after === '' ? null : after
    return [
      {
        ...{ key: path, kind: 'changed', who: data?.name ?? null },
        fields: [{ field, before: shown, after: written }],
        edits: [{ path, before, after: written }]
      }
    ]
  })
}

function arrival(group: string, member: ReportMember): OpenDifference {
  const values = Object.entries(valuesOf(member)).flatMap(([field, after]) =>
    after === null || after === '' ? [] : [{ field, before: null, after }]
  )
  return {
    ...{ key: group, kind: 'new', who: member.name },
    fields: values,
    edits: values.map(({ field, after }) => ({ path: `${group}/${field}`, before: null, after }))
  }
}

function departure(fields: Fields, { row, data }: StoredMember, kind: 'gone' | 'missing'): OpenDifference {
  const group = `/members/${row.id}`
  const own = [...fields].filter(([path]) => path.startsWith(`${group}/`))
  return {
    ...{ key: group, kind, who: data.name },
    fields: [{ field: 'name', before: data.name, after: null }],
    edits: own.map(([path, before]) => ({ path, before, after: null }))
  }
}

const newCar = (plate: string): OpenDifference => ({
  ...{ key: `/vehicles/${plate}`, kind: 'new', who: null },
  fields: [{ field: 'plate', before: null, after: plate }],
  edits: [{ path: `/vehicles/${plate}/plate`, before: null, after: plate }]
})
