/** White space, every dash, and the invisible characters that copied text brings along. */
const IGNORED = /[\s\p{Pd}\u2212\u00ad\u200b-\u200d\u2060]/gu

/**
 * A typed number as it is compared and stored: compatibility forms folded (NFKC), spaces and hyphens dropped, upper-case.
 * Only ASCII letters are raised, because a full case mapping would invent letters (ß → SS, ı → I).
 */
export const normaliseNumber = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(IGNORED, '')
    .replace(/[a-z]+/g, upper)

const upper = (letters: string): string => letters.toUpperCase()
