import type { PrintChoice, PrintCount } from '../../shared/schema/print.ts'
import type { Answer } from '../../ui/api/client.ts'
import { call } from '../api/call.ts'
import { type Query, queryString } from '../api/query-string.ts'

const PRINT = '/api/v1/print'

const queryOf = ({ withoutPhone, ...choice }: PrintChoice): Query =>
  withoutPhone === true ? { ...choice, withoutPhone: 'true' } : choice

export const countPrinted = (choice: PrintChoice): Promise<Answer<PrintCount>> =>
  call('GET', `${PRINT}/count${queryString(queryOf(choice))}`)

/** The browser downloads from here, and shows how far it is. */
export const sheetsAddress = (choice: PrintChoice, look: Query): string =>
  `${PRINT}/cards.pdf${queryString({ ...queryOf(choice), ...look })}`
