/** How somebody is tried; at the desk a household comes by itself. */
export const ATTEMPT_WAYS = ['phone', 'door', 'self'] as const

/** 80 random bits in the letters of the service's own ids. */
export const newAttemptId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(10)), byte => byte.toString(16).padStart(2, '0')).join('')
