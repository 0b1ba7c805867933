/** Plates that begin so (`鄂`, `鄂A`, a whole plate), and what staff are told. */
export type WatchedPlates = { readonly prefix: string; readonly notice: string }

/** What staff are to be told of a normalised plate. */
export const noticesFor = (plate: string | null, watched: readonly WatchedPlates[]): WatchedPlates[] =>
  plate === null ? [] : watched.filter(({ prefix }) => plate.startsWith(prefix))
