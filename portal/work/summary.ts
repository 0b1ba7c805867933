import type { DraftField, WorkDraft } from './draft.ts'
import { symptomsOf } from './draft.ts'
import { apply, shownName, term } from './say.ts'
import type { StepId } from './steps.ts'
import type { WorkForm } from './wire.ts'

export type SummaryRow = { readonly field: DraftField; readonly label: string; readonly value: string }

const QUESTIONS = ['resident', 'anySymptom', 'diagnosed', 'closeContact', 'hubeiContact', 'leftProvince'] as const

/** What was answered in a step, in words, for the last look; fields that may stay empty are left out when they are. */
export function summaryOf(step: StepId, draft: WorkDraft, form: WorkForm | null): SummaryRow[] {
  const { fields } = draft
  const row = (field: DraftField, value: string = fields[field], label = apply(field as never)): SummaryRow => ({
    field,
    label,
    value
  })
  switch (step) {
    case 'start':
      return [
        row('purpose', term(`purpose.${fields.purpose === 'school' ? 'school' : 'work'}`)),
        ...(fields.forWhom === 'other' && draft.mode.kind !== 'clerk'
          ? [
              row('proxyName'),
              row('proxyPhone'),
              row('relation', fields.relation && term(`relation.${fields.relation}` as never))
            ]
          : [])
      ]
    case 'who':
      return [row('name'), row('document'), row('phone')].filter(({ field, value }) => field !== 'phone' || value !== '')
    case 'home': {
      const site = form?.sites.find(({ number }) => String(number) === fields.site)
      const door = [fields.building, fields.unit, fields.room].map(part => part.trim()).filter(part => part !== '')
      return [row('site', site === undefined ? '' : shownName(site)), row('room', door.join('-'), apply('address'))]
    }
    case 'place':
      return [
        row('company'),
        row('creditCode'),
        row('contact'),
        row('companyPhone'),
        row('destination'),
        row('transport', fields.transport && term(`transport.${fields.transport}` as never))
      ].filter(({ field, value }) => value !== '' || field === 'company' || field === 'transport')
    case 'days':
      return [
        ...QUESTIONS.map(field =>
          row(field, fields[field] && answered(fields[field], field === 'anySymptom' ? symptoms(draft) : ''))
        ),
        ...(fields.leftProvince === 'yes' ? [row('returnedOn')] : [])
      ]
    case 'temperature':
      return [
        row('temperature', fields.temperature && term('degrees', { reading: fields.temperature }), apply('step.temperature'))
      ]
    case 'sign':
      return [row('signature', fields.signature, apply('step.sign'))]
    case 'photos':
    case 'check':
      return []
  }
}

const answered = (value: string, more: string): string =>
  term(value === 'yes' ? 'yes' : 'no') + (value === 'yes' && more !== '' ? `: ${more}` : '')
const symptoms = ({ fields }: WorkDraft): string =>
  symptomsOf(fields)
    .map(symptom => term(`symptom.${symptom}`))
    .join(', ')
