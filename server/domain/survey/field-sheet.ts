import type { FieldSheet } from '../../../shared/schema/survey-field.ts'
import { maskDocument } from '../../../shared/mask/document.ts'
import type { Signer } from '../../ports/signer.ts'
import type { PersonData } from '../register/records.ts'
import type { StoredSheet } from '../register/stored-sheet.ts'

/** 48 bits: two documents of one person that look alike are told apart, and the number is not to be found by it. */
const MARK_LENGTH = 8

/** A sheet as grid workers see it: of documents two characters at each end. */
export const fieldSheetOf = (signer: Pick<Signer, 'mac'>, { household, data, members, vehicles }: StoredSheet): FieldSheet => ({
  id: household.id,
  version: household.version,
  site: household.site,
  building: household.building,
  unit: household.unit,
  room: household.room,
  tenure: household.tenure,
  landlord: data.landlord,
  note: data.note,
  members: members.map(({ row, data: person }) => ({
    person: row.id,
    name: person.name,
    relation: row.relation,
    sex: person.sex,
    phone: person.phone,
    nationality: person.nationality,
    needs: [...person.needs],
    arrival: person.arrival,
    note: person.note,
    document: shownDocument(signer, person.document)
  })),
  vehicles: vehicles.map(({ plate, note }) => ({ plate, note }))
})

export const shownDocument = (
  signer: Pick<Signer, 'mac'>,
  document: PersonData['document']
): FieldSheet['members'][number]['document'] =>
  document === null
    ? null
    : {
        type: document.type,
        country: document.country,
        shown: maskDocument(document.number),
        mark: Buffer.from(signer.mac('field-document', Buffer.from(`${document.type} ${document.country} ${document.number}`)))
          .toString('base64url')
          .slice(0, MARK_LENGTH)
      }
