import { signal } from '@preact/signals'

export type PassFilters = { readonly query: string; readonly kind: string; readonly status: string; readonly site: string }
export const NO_FILTERS: PassFilters = { query: '', kind: '', status: '', site: '' }

/** Kept while the console is open, so that the way back from a pass leads to the same list. */
export const passFilters = signal<PassFilters>(NO_FILTERS)
