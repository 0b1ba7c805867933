/** Of an upload in bytes. */
export const MAX_FILE_BYTES = 2 ** 30
/** Three whole subdistricts. */
export const MAX_ROWS = 1_000_000
export const MAX_COLUMNS = 200
/** Longer cells are cut; no field of the register takes as much. */
export const MAX_CELL = 1_000
export const MAX_SHEETS = 20
