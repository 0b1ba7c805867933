import type { WorkPhotoKind } from '../../shared/work/words.ts'
import { type CheckContext, faultsOf } from './check-fields.ts'
import type { DraftField, DraftFields, DraftMode } from './draft.ts'

export type StepId = 'start' | 'who' | 'home' | 'place' | 'days' | 'temperature' | 'photos' | 'sign' | 'check'
export type Step = { readonly id: StepId; readonly fields: readonly DraftField[] }

/** One topic a screen, in the order in which people are asked at the desk. */
export const STEPS: readonly Step[] = [
  { id: 'start', fields: ['purpose', 'forWhom', 'relation', 'proxyName', 'proxyPhone'] },
  { id: 'who', fields: ['name', 'documentType', 'country', 'document', 'phone'] },
  { id: 'home', fields: ['site', 'building', 'unit', 'room'] },
  { id: 'place', fields: ['company', 'creditCode', 'contact', 'companyPhone', 'destination', 'transport'] },
  {
    id: 'days',
    fields: ['resident', 'anySymptom', 'diagnosed', 'closeContact', 'hubeiContact', 'leftProvince', 'returnedOn']
  },
  { id: 'temperature', fields: ['temperature'] },
  { id: 'photos', fields: [] },
  { id: 'sign', fields: ['committed', 'signature'] },
  { id: 'check', fields: ['answer'] }
]

/** The steps of one form: photos only where they are asked for; the clerk has no photos and no proxy. */
export const stepsOf = (mode: DraftMode, photos: readonly WorkPhotoKind[]): readonly Step[] =>
  STEPS.filter(({ id }) => id !== 'photos' || (photos.length > 0 && (mode.kind === 'new' || mode.kind === 'invited')))

export const stepOfField = (steps: readonly Step[], field: DraftField): StepId | null =>
  steps.find(({ fields }) => fields.includes(field))?.id ?? null

/** The first step with something wrong or missing; null: everything is right. */
export const firstFaulty = (steps: readonly Step[], fields: DraftFields, ctx: CheckContext): StepId | null =>
  steps.find(step => Object.keys(faultsOf(step.fields, fields, ctx)).length > 0)?.id ?? null
