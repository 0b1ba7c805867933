/** What a column of a list may be, in the order in which lists are written. */
export const IMPORT_FIELDS = [
  'site',
  'building',
  'unit',
  'room',
  'address',
  'tenure',
  'grid',
  'landlordName',
  'landlordPhone',
  'householdNote',
  'name',
  'sex',
  'relation',
  'documentType',
  'documentNumber',
  'country',
  'phone',
  'nationality',
  'needs',
  'arrivalFrom',
  'arrivalOn',
  'note',
  'plates',
  'version'
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]
