import type { HouseholdSheet, MemberInput, SheetInput } from '../../shared/schema/register.ts'

export type MemberDraft = {
  /** Keeps a member's fields together while others come and go. */
  readonly key: string
  readonly person: number | null
  readonly name: string
  readonly sex: MemberInput['sex']
  readonly relation: MemberInput['relation']
  /** Empty: told by the number. */
  readonly documentType: string
  readonly documentNumber: string
  readonly country: string
  readonly phone: string
  readonly needs: MemberInput['needs']
  readonly arrivalFrom: string
  readonly arrivalOn: string
  readonly note: string
  readonly nationality: string | null
}
export type VehicleDraft = { readonly key: string; readonly plate: string; readonly note: string }

/** A sheet while somebody types it: everything is text. */
export type SheetDraft = {
  readonly site: string
  readonly building: string
  readonly unit: string
  readonly room: string
  readonly tenure: SheetInput['tenure']
  readonly grid: string
  readonly landlordName: string
  readonly landlordPhone: string
  readonly note: string
  readonly members: readonly MemberDraft[]
  readonly vehicles: readonly VehicleDraft[]
  readonly how: SheetInput['how']
  readonly outcome: SheetInput['outcome']
}

export const emptyMember = (key: string, isFirst: boolean): MemberDraft => ({
  key,
  person: null,
  name: '',
  sex: 'unknown',
  relation: isFirst ? 'head' : 'relative',
  documentType: '',
  documentNumber: '',
  country: '',
  phone: '',
  needs: [],
  arrivalFrom: '',
  arrivalOn: '',
  note: '',
  nationality: null
})

export const emptyDraft = (site: string): SheetDraft => ({
  ...{ site, building: '', unit: '', room: '', tenure: 'own', grid: '', landlordName: '', landlordPhone: '', note: '' },
  members: [emptyMember('first', true)],
  vehicles: [],
  how: 'desk',
  outcome: 'reached'
})

export const draftOf = (sheet: HouseholdSheet): SheetDraft => ({
  site: String(sheet.site),
  building: sheet.building,
  unit: sheet.unit,
  room: sheet.room,
  tenure: sheet.tenure,
  grid: sheet.grid ?? '',
  landlordName: sheet.landlord?.name ?? '',
  landlordPhone: sheet.landlord?.phone ?? '',
  note: sheet.note ?? '',
  members: sheet.members.map(member => ({
    key: String(member.person),
    person: member.person,
    name: member.name,
    sex: member.sex,
    relation: member.relation,
    documentType: member.document?.type ?? '',
    documentNumber: member.document?.number ?? '',
    country: member.document?.type === 'passport' ? member.document.country : '',
    phone: member.phone ?? '',
    needs: member.needs,
    arrivalFrom: member.arrival?.from ?? '',
    arrivalOn: member.arrival?.on ?? '',
    note: member.note ?? '',
    nationality: member.nationality
  })),
  vehicles: sheet.vehicles.map(({ plate, note }) => ({ key: plate, plate, note: note ?? '' })),
  how: 'phone',
  outcome: 'reached'
})

/** What is sent: empty text is nothing. */
export const inputOf = (draft: SheetDraft): SheetInput => ({
  site: Number(draft.site),
  building: draft.building.trim(),
  unit: draft.unit.trim(),
  room: draft.room.trim(),
  tenure: draft.tenure,
  landlord: draft.landlordName.trim() === '' ? null : { name: draft.landlordName.trim(), phone: given(draft.landlordPhone) },
  grid: given(draft.grid),
  note: given(draft.note),
  members: draft.members.map(memberOf),
  vehicles: draft.vehicles.filter(({ plate }) => plate.trim() !== '').map(({ plate, note }) => ({ plate, note: given(note) })),
  how: draft.how,
  outcome: draft.outcome
})

const memberOf = (member: MemberDraft): MemberInput => ({
  ...(member.person === null ? {} : { person: member.person }),
  name: member.name.trim(),
  sex: member.sex,
  relation: member.relation,
  document:
    member.documentNumber.trim() === ''
      ? null
      : {
          ...(member.documentType === ''
            ? {}
            : { type: member.documentType as NonNullable<MemberInput['document']>['type'] & string }),
          ...(member.country.trim() === '' ? {} : { country: member.country.trim().toUpperCase() }),
          number: member.documentNumber.trim()
        },
  phone: given(member.phone),
  nationality: member.nationality,
  needs: [...member.needs],
  arrival:
    member.arrivalFrom === '' || member.arrivalOn === ''
      ? null
      : { from: member.arrivalFrom as NonNullable<MemberInput['arrival']>['from'], on: member.arrivalOn },
  note: given(member.note)
})

const given = (text: string): string | null => (text.trim() === '' ? null : text.trim())
