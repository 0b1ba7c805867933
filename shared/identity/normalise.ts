/** Full-width letters and digits to plain ones, no spaces or hyphens, upper case: how every identifier is compared. */
export const normaliseIdentifier = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(/[\s\u200b\u00ad\-‐‑‒–—―−]/gu, '')
    .toUpperCase()
