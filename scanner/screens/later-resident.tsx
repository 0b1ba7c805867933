import { later } from './later.tsx'

/** The resident's words in four languages are needed by few verdicts. */
export const LaterResident = later(async () => (await import('./resident.tsx')).ResidentScreen)
