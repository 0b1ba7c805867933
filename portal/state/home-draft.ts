import type { HomePage, ReportBody, ReportMember } from '../../shared/schema/survey-report.ts'

export type DraftMember = {
  readonly key: string
  /** Of somebody who is registered. */
  readonly person: number | null
  readonly what: 'stays' | 'changes' | 'gone'
  readonly name: string
  readonly sex: string
  readonly relation: string
  readonly documentType: string
  readonly documentNumber: string
  readonly country: string
  readonly phone: string
  readonly needs: readonly string[]
  readonly arrivalFrom: string
  readonly arrivalOn: string
}
export type HomeDraft = {
  readonly members: readonly DraftMember[]
  readonly plates: readonly string[]
  readonly tenure: string
  readonly note: string
  readonly callback: string
}

export const EMPTY_DRAFT: HomeDraft = { members: [], plates: [], tenure: '', note: '', callback: '' }

export const draftMember = (key: string, person: number | null): DraftMember => ({
  ...{ key, person, what: person === null ? 'changes' : 'stays', name: '', sex: '', relation: '' },
  ...{ documentType: '', documentNumber: '', country: '', phone: '', needs: [], arrivalFrom: '', arrivalOn: '' }
})

/** People who are registered come before those who were typed; what was typed about them stays. */
export function withHome(draft: HomeDraft, home: NonNullable<HomePage['home']>): HomeDraft {
  const known = home.members.map(
    ({ person }) => draft.members.find(member => member.person === person) ?? draftMember(`p${person}`, person)
  )
  return { ...draft, members: [...known, ...draft.members.filter(({ person }) => person === null)] }
}

/** Without the proof nobody is named by number. */
export const reportOf = (draft: HomeDraft, language: ReportBody['language'], isProved: boolean): ReportBody => ({
  members: draft.members.filter(({ person }) => person === null || isProved).map(memberOf),
  plates: draft.plates.map(plate => plate.trim()).filter(plate => plate !== ''),
  tenure: orNull(draft.tenure) as ReportBody['tenure'],
  note: orNull(draft.note),
  callback: orNull(draft.callback),
  language
})

function memberOf(member: DraftMember): ReportMember {
  const { person, what } = member
  const base = person === null ? {} : { person }
  const nothing = {
    name: null,
    sex: null,
    relation: null,
    document: null,
    phone: null,
    nationality: null,
    needs: null,
    arrival: null
  }
  if (what !== 'changes') return { ...base, gone: what === 'gone', ...nothing }
  return {
    ...base,
    gone: false,
    name: orNull(member.name),
    sex: orNull(member.sex) as ReportMember['sex'],
    relation: orNull(member.relation) as ReportMember['relation'],
    document: documentOf(member),
    phone: orNull(member.phone),
    nationality: null,
    needs: member.needs.length === 0 ? null : ([...member.needs] as ReportMember['needs']),
    arrival:
      member.arrivalFrom === '' ? null : ({ from: member.arrivalFrom, on: member.arrivalOn.trim() } as ReportMember['arrival'])
  }
}

function documentOf({ documentType, documentNumber, country }: DraftMember): ReportMember['document'] {
  const number = documentNumber.trim()
  if (number === '') return null
  const type = documentType === '' ? {} : { type: documentType as NonNullable<ReportMember['document']>['type'] }
  const issuer = country.trim().toUpperCase()
  return {
    ...type,
    ...(documentType === 'passport' && /^[A-Z]{3}$/.test(issuer) ? { country: issuer } : {}),
    number
  } as ReportMember['document']
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
