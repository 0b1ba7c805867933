/** Both stores say it by the error's name; the database also as the cause of an aborted transaction. */
export const isStorageFull = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError'
