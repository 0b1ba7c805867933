export type SlotRow = { id: string; site: number; gate: string; start: number; end: number; places: number }
export type VolunteerRow = {
  id: string
  site: number
  nameSealed: string
  phoneSealed: string
  /** Keyed hash: one volunteer a phone and site. */
  phoneIndex: string
  linkVersion: number
  createdAt: number
}
export type PlaceRow = {
  id: string
  slot: string
  volunteer: string
  takenAt: number
  takenBy: 'volunteer' | 'staff'
  /** Of the PIN; base64url. */
  salt: string
  hash: string
}
export type SlotFilter = { site: number; fromMs: number; toMs: number }

/** The shift plan. Times in ms. */
export interface ShiftStorage {
  /** How many were new: a slot of the same gate and time is there once. */
  addSlots(slots: readonly SlotRow[]): Promise<number>
  slot(id: string): Promise<SlotRow | null>
  /** Slots of a site that end after `fromMs` and begin before `toMs`, by their begin, with their places. */
  slots(filter: SlotFilter): Promise<(SlotRow & { taken: PlaceRow[] })[]>
  /** `taken`: somebody has a place in it, and it stays. */
  removeSlot(id: string): Promise<'removed' | 'missing' | 'taken'>
  /** false: the phone is known at this site. */
  addVolunteer(volunteer: VolunteerRow): Promise<boolean>
  volunteer(id: string): Promise<VolunteerRow | null>
  volunteerByPhone(site: number, phoneIndex: string): Promise<VolunteerRow | null>
  volunteers(site: number): Promise<VolunteerRow[]>
  /** Slots in which a volunteer has a place and that end after `fromMs`. */
  slotsOf(volunteer: string, fromMs: number): Promise<SlotRow[]>
  /** Checked and done at once: never more places than there are, never one volunteer twice or in two slots that overlap. */
  takePlace(place: PlaceRow): Promise<'taken' | 'full' | 'double' | 'overlap' | 'missing'>
  placeById(id: string): Promise<PlaceRow | null>
  removePlace(slot: string, volunteer: string): Promise<boolean>
  /** Passages of a gate by the hour since a time: begin of the hour (ms) → entries. */
  hourCounts(site: number, gate: string, sinceMs: number): Promise<Map<number, number>>
  /** First passage that each operator logged at a site within a time (corrected, ms; from inclusive). */
  firstEntriesOf(site: number, fromMs: number, untilMs: number): Promise<Map<string, number>>
  /** Corrected time of the first entry of a site; null: none. */
  firstEntryAt(site: number): Promise<number | null>
}
