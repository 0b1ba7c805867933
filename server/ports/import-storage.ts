import type { ImportCounts, ImportMapping, ImportSheet, ImportState } from '../../shared/schema/imports.ts'
import type { HouseholdChange, HouseholdRow, HouseholdWrite, MemberRow, PersonRow, VehicleRow } from './register-storage.ts'

/** Where a row lives within the order of its import: its door, then its line. */
export type ImportPlace = { readonly site: number; readonly addressKey: string; readonly line: number }

/** How far the work of the present state is. `reading`: pages; `comparing` and `importing`: doors. */
export type ImportCursor =
  | { readonly phase: 'clearing' }
  | { readonly phase: 'reading'; readonly page: number; readonly above: readonly string[] | null }
  | { readonly phase: 'doors'; readonly after: ImportPlace | null }

export type ImportBody = {
  readonly fileName: string
  readonly format: string
  readonly sheets: readonly ImportSheet[]
  readonly mapping: ImportMapping | null
  readonly cursor: ImportCursor
  readonly counts: ImportCounts
  /** When the file was made, where it tells (epoch ms). */
  readonly exportedAt: number | null
  /** Corrected rows that were not checked yet. */
  readonly stale: boolean
}
export type ImportRow = {
  readonly id: string
  /** null: the whole realm. */
  readonly community: string | null
  readonly state: ImportState
  /** Grows with every change: who works on an older one changes nothing. */
  readonly step: number
  readonly createdBy: string
  readonly createdByName: string
  readonly createdAt: number
  readonly updatedAt: number
  readonly body: ImportBody
}

/** Rows of a sheet as they stood in the file, sealed. */
export type ImportPage = { sheet: number; number: number; firstLine: number; lastLine: number; body: string }
/** A row that was understood, sealed; `document`: keyed hash of its person's. */
export type StagedRow = ImportPlace & { readonly document: string | null; readonly body: string }
export type FindingKind = 'bad' | 'conflict'
export type FindingRow = ImportPlace & {
  readonly kind: FindingKind
  readonly accepted: number | null
  readonly body: string
}

/** One step of an import with everything that it writes: all of it, or nothing. */
export type ImportMove = {
  readonly id: string
  /** Of the import as it was read. */
  readonly step: number
  readonly state: ImportState
  readonly body: ImportBody
  readonly at: number
  readonly pages?: readonly ImportPage[]
  readonly rows?: readonly StagedRow[]
  /** Take the place of an earlier one of the same line and kind. */
  readonly findings?: readonly FindingRow[]
  readonly settled?: readonly { readonly line: number; readonly kind: FindingKind }[]
  readonly fix?: { readonly sheet: number; readonly line: number; readonly body: string }
  readonly adds?: readonly HouseholdWrite[]
  readonly changes?: readonly HouseholdChange[]
}

export type HouseholdDoor = { readonly site: number; readonly addressKey: string }

/** Files on their way into the register. A step is one transaction, so that a crash repeats and loses nothing. */
export interface ImportStorage {
  addImport(row: ImportRow): Promise<void>
  registerImport(id: string): Promise<ImportRow | null>
  /** Newest first; `null`: of every community and of the realm. */
  registerImports(community: string | null, limit: number): Promise<ImportRow[]>
  /** `stale`: somebody else moved it. `conflict`: what is to be written changed meanwhile; nothing was written. */
  moveImport(move: ImportMove): Promise<'moved' | 'stale' | 'conflict'>
  importPages(id: string, sheet: number, from: number, limit: number): Promise<ImportPage[]>
  /** The page in which a line stands. */
  importPageOf(id: string, sheet: number, line: number): Promise<ImportPage | null>
  importFixes(id: string, sheet: number, fromLine: number, toLine: number): Promise<{ line: number; body: string }[]>
  /** In the order of their doors. */
  stagedRows(id: string, after: ImportPlace | null, limit: number): Promise<StagedRow[]>
  /** Rows of those of the documents that stand in several rows. */
  stagedTwice(id: string, documents: readonly string[]): Promise<StagedRow[]>
  /** In the order of their lines. */
  importFindings(id: string, kind: FindingKind, afterLine: number, limit: number): Promise<FindingRow[]>
  importFindingsAt(id: string, kind: FindingKind, lines: readonly number[]): Promise<FindingRow[]>
  countFindings(id: string): Promise<Readonly<Record<FindingKind, number>>>
  /** `version`: of the household that was shown. null: the register's stays. */
  acceptFinding(id: string, line: number, version: number | null): Promise<boolean>
  /** Deletes some of what belongs to an import; false when nothing was left. */
  clearImport(id: string, what: 'staged' | 'everything'): Promise<boolean>
  importWords(community: string | null): Promise<Readonly<Record<string, string>>>
  putImportWords(community: string | null, words: Readonly<Record<string, string>>): Promise<void>

  householdsAt(doors: readonly HouseholdDoor[]): Promise<HouseholdRow[]>
  memberRowsOf(households: readonly number[]): Promise<(MemberRow & { household: number })[]>
  vehicleRowsOf(households: readonly number[]): Promise<VehicleRow[]>
  vehiclesByPlates(plates: readonly string[]): Promise<VehicleRow[]>
  peopleByDocuments(documentIndexes: readonly string[]): Promise<PersonRow[]>
  /** When staff changed the sheet last, and to which version; imports and the system do not count. */
  lastEdits(households: readonly number[]): Promise<{ household: number; at: number; version: number }[]>
}
