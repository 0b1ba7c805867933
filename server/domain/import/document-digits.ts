import type { ImportField } from '../../../shared/register/import-fields.ts'
import type { FaultReason } from '../../../shared/schema/imports.ts'

/** 370101199003070000: a spreadsheet keeps fifteen digits of a number and fills the rest with zeros. */
export const documentNumberFault = (
  number: string,
  detail: string | null,
  fault: (reason: FaultReason, field: ImportField, detail: string | null) => null
): null => fault(/^\d{15}000$/.test(number) ? 'digits-lost' : 'document-invalid', 'documentNumber', detail)
