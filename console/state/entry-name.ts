import type { EntryView } from '../../shared/schema/gate.ts'

/** Whom or what an entry is about: the holder, else the plate that was typed. null: neither is known. */
export const shownAs = ({ label, plate }: Pick<EntryView, 'label' | 'plate'>): string | null => {
  const known = [label, plate].filter((one): one is string => one !== null && one !== '')
  return known.length === 0 ? null : [...new Set(known)].join(' · ')
}
