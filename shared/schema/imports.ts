import { type Static, Type } from 'typebox'
import { IMPORT_FIELDS } from '../register/import-fields.ts'
import { Id, Instant, Line, Nullable, SiteNumber, Strict, Words } from './common.ts'

/** `receiving`: the file is being read; nobody sees it yet. */
export const IMPORT_STATES = ['receiving', 'mapping', 'checking', 'checked', 'importing', 'done', 'cancelled'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** Why a row is not taken. */
export const FAULT_REASONS = [
  'missing',
  'site-unknown',
  'grid-unknown',
  'address-invalid',
  'name-invalid',
  'document-invalid',
  'phone-invalid',
  'plate-invalid',
  'word-unknown',
  'day-invalid',
  'country-invalid',
  'number-invalid',
  'digits-lost',
  'masked',
  'too-long',
  'formula-error',
  'document-twice',
  'document-taken',
  'plate-taken',
  'differs',
  'too-many',
  'busy'
] as const
export type FaultReason = (typeof FAULT_REASONS)[number]

export const MAX_IMPORT_COLUMNS = 200
export const ImportField = Words(IMPORT_FIELDS)
const Count = Type.Integer({ minimum: 0 })

export const ImportSheet = Strict({ name: Type.String(), hidden: Type.Boolean(), rows: Count })
export type ImportSheet = Static<typeof ImportSheet>

/** What each column is; null: not taken. */
export const ImportMapping = Strict({
  sheet: Type.Integer({ minimum: 0, maximum: 19 }),
  /** Line of the headings; 0: the file has none. */
  headingLine: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  columns: Type.Array(Nullable(ImportField), { minItems: 1, maxItems: MAX_IMPORT_COLUMNS }),
  /** For rows that name no site. */
  site: Nullable(SiteNumber),
  /** Where a row has no door, it is the one above. */
  repeatAbove: Type.Boolean(),
  /** What staff changed after this moment is not overwritten. */
  asOf: Instant
})
export type ImportMapping = Static<typeof ImportMapping>

export const ImportCounts = Strict({
  /** Rows with something in them, under the headings. */
  rows: Count,
  /** Rows dealt with in the present pass. */
  done: Count,
  newHouseholds: Count,
  changedHouseholds: Count,
  sameHouseholds: Count,
  newPeople: Count,
  changedPeople: Count,
  bad: Count,
  conflicts: Count
})
export type ImportCounts = Static<typeof ImportCounts>

export const ImportView = Strict({
  id: Id,
  community: Nullable(Id),
  fileName: Type.String(),
  format: Type.String(),
  state: Words(IMPORT_STATES),
  phase: Words(['clearing', 'reading', 'doors'] as const),
  sheets: Type.Array(ImportSheet),
  mapping: Nullable(ImportMapping),
  counts: ImportCounts,
  /** Rows were corrected since the last check. */
  stale: Type.Boolean(),
  createdBy: Type.String(),
  createdAt: Instant,
  updatedAt: Instant
})
export type ImportView = Static<typeof ImportView>
export const ImportList = Strict({ items: Type.Array(ImportView) })

export const UploadQuery = Strict({
  community: Type.Optional(Id),
  name: Type.Optional(Type.String({ maxLength: 200 })),
  /** When the file was saved last. */
  modified: Type.Optional(Instant)
})
export type UploadQuery = Static<typeof UploadQuery>

export const PreviewQuery = Strict({ sheet: Type.Optional(Type.Integer({ minimum: 0, maximum: 19 })) })
export const ImportPreview = Strict({
  rows: Type.Array(Strict({ line: Type.Integer(), cells: Type.Array(Type.String()) })),
  /** As it was last, or as the headings are understood. */
  mapping: ImportMapping
})
export type ImportPreview = Static<typeof ImportPreview>

export const Fault = Strict({
  reason: Words(FAULT_REASONS),
  field: Nullable(ImportField),
  /** Counted from 0; null: the row as a whole. */
  column: Nullable(Type.Integer()),
  value: Type.String(),
  /** More of the reason: a code of the document check, another line. */
  detail: Nullable(Type.String())
})
export type Fault = Static<typeof Fault>

export const FINDING_KINDS = ['bad', 'conflict'] as const
export const Finding = Strict({
  line: Type.Integer(),
  kind: Words(FINDING_KINDS),
  cells: Type.Array(Type.String()),
  faults: Type.Array(Fault),
  /** Of a conflict: the household, its version now, and what would change. */
  household: Nullable(Type.Integer()),
  version: Nullable(Type.Integer()),
  changes: Type.Array(Strict({ path: Type.String(), before: Nullable(Type.String()), after: Nullable(Type.String()) })),
  accepted: Type.Boolean()
})
export type Finding = Static<typeof Finding>
export const FindingQuery = Strict({
  kind: Words(FINDING_KINDS),
  after: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 }))
})
export type FindingQuery = Static<typeof FindingQuery>
export const FindingPage = Strict({ items: Type.Array(Finding), next: Nullable(Type.Integer()) })
export type FindingPage = Static<typeof FindingPage>

/** A row corrected by hand: all of its cells. */
export const RowFix = Strict({
  cells: Type.Array(Type.String({ maxLength: 1_000 }), { minItems: 1, maxItems: MAX_IMPORT_COLUMNS })
})
export type RowFix = Static<typeof RowFix>
/** `file`: what the file says is taken over the version that was shown. */
export const ConflictChoice = Strict({ line: Type.Integer({ minimum: 0 }), take: Words(['file', 'register'] as const) })
export type ConflictChoice = Static<typeof ConflictChoice>
export const ImportAction = Strict({ action: Words(['check', 'import', 'cancel'] as const) })
export type ImportAction = Static<typeof ImportAction>

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const
export const ExportWish = Strict({
  format: Words(EXPORT_FORMATS),
  community: Type.Optional(Id),
  site: Type.Optional(SiteNumber),
  language: Words(['zh', 'en'] as const),
  /** Left out: names, documents and phones are masked. */
  unmasked: Type.Optional(Strict({ reason: Line(200) }))
})
export type ExportWish = Static<typeof ExportWish>
