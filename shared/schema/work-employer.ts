import { type Static, Type } from 'typebox'
import { EMPLOYER_STATES, EMPLOYER_STEPS } from '../work/employer-states.ts'
import { WORK_LIMITS } from '../work/limits.ts'
import { WORK_STATES } from '../work/states.ts'
import { CARD_HOLDS, DECLARED_BY, EMPLOYER_RETURN_REASONS } from '../work/words.ts'
import { Id, Instant, Line, Nullable, Page, PageQuery, Serial, SiteNumber, Strict, Words } from './common.ts'
import { Day } from './register.ts'
import { ApplicationNumber, DailyReport, LinkSecret, Paragraph, WorkDeclaration } from './work.ts'

const Counter = Type.Integer({ minimum: 0, maximum: 1_000_000 })

/** `secret` is made by the employer's browser; with the number it is the employer's link. */
export const NewEmployer = Strict({
  name: Line(WORK_LIMITS.company),
  /** Unified social credit code, GB 32100-2015. */
  creditCode: Line(40),
  /** That answers for the place of work. */
  community: Id,
  address: Line(WORK_LIMITS.place),
  legalRepresentative: Line(WORK_LIMITS.name),
  /** Who is called about the epidemic. */
  contact: Strict({ name: Line(WORK_LIMITS.name), phone: Line(WORK_LIMITS.phone) }),
  secret: LinkSecret
})
export type NewEmployer = Static<typeof NewEmployer>
export const EmployerRegistered = Strict({ id: Id, state: Words(EMPLOYER_STATES) })
export type EmployerRegistered = Static<typeof EmployerRegistered>

/** The restart filing. */
export const FilingInput = Strict({
  staff: Type.Integer({ minimum: 1, maximum: 100_000 }),
  restartOn: Day,
  plan: Paragraph(WORK_LIMITS.plan),
  /** Supplies of masks and disinfectant last for so many days. */
  suppliesDays: Type.Integer({ minimum: 0, maximum: 365 }),
  isolationRooms: Type.Integer({ minimum: 0, maximum: 1_000 }),
  committed: Type.Boolean()
})
export type FilingInput = Static<typeof FilingInput>

const EMPLOYER = {
  id: Id,
  name: Type.String(),
  creditCode: Type.String(),
  community: Id,
  address: Type.String(),
  legalRepresentative: Type.String(),
  contact: Strict({ name: Type.String(), phone: Type.String() }),
  state: Words(EMPLOYER_STATES),
  reason: Nullable(Words(EMPLOYER_RETURN_REASONS)),
  note: Nullable(Type.String()),
  /** May approve its own unflagged workers, where the policy allows it. */
  maySign: Type.Boolean(),
  filing: Nullable(FilingInput),
  filedAt: Nullable(Instant),
  createdAt: Instant
}
const Counts = Strict({
  workers: Counter,
  draft: Counter,
  waiting: Counter,
  moreInfo: Counter,
  issued: Counter,
  refused: Counter,
  held: Counter,
  reportedToday: Counter
})

export const MyEmployer = Strict({
  ...EMPLOYER,
  counts: Counts,
  /** May approve now: authorised, approved, and the policy in force lets employers sign. */
  canSignNow: Type.Boolean(),
  dailyReport: Type.Boolean(),
  serverTime: Instant
})
export type MyEmployer = Static<typeof MyEmployer>

/** One row as typed or read from a sheet; a worker confirms the rest. */
export const RosterRow = Strict({
  name: Type.String({ maxLength: 20_000 }),
  document: Type.String({ maxLength: 200 }),
  /** Empty: no phone, the clerk declares. */
  phone: Type.String({ maxLength: 200 }),
  /** Number of the compound; null: the worker tells it. */
  site: Nullable(SiteNumber)
})
export type RosterRow = Static<typeof RosterRow>
export const Roster = Strict({ rows: Type.Array(RosterRow, { minItems: 1, maxItems: WORK_LIMITS.workersTo }) })
export type Roster = Static<typeof Roster>

export const ROSTER_FAULTS = [
  'name-invalid',
  'document-invalid',
  'phone-invalid',
  'site-unknown',
  'twice-in-roster',
  'already-yours',
  'too-many'
] as const
export type RosterFault = (typeof ROSTER_FAULTS)[number]
/** Good rows are kept, faulty ones named: `row` from 1. A roster that is sent again adds nobody twice. */
export const RosterKept = Strict({
  added: Type.Array(ApplicationNumber),
  faults: Type.Array(
    Strict({
      row: Type.Integer(),
      code: Words(ROSTER_FAULTS),
      field: Nullable(Words(['name', 'document', 'phone', 'site'] as const))
    })
  )
})
export type RosterKept = Static<typeof RosterKept>

/** A worker as the employer may see: nothing of the declaration but its state. */
export const WorkerView = Strict({
  number: ApplicationNumber,
  name: Type.String(),
  documentMasked: Type.String(),
  phoneMasked: Nullable(Type.String()),
  state: Words(WORK_STATES),
  declaredBy: Nullable(Words(DECLARED_BY)),
  /** For the worker to declare; null: declared already. The secret is in its fragment. */
  inviteLink: Nullable(Type.String()),
  submittedAt: Nullable(Instant),
  dueAt: Nullable(Instant),
  /** The open question, only for what the clerk declared. */
  question: Nullable(Type.String()),
  card: Nullable(
    Strict({
      serial: Serial,
      status: Words(['valid', 'held', 'revoked', 'superseded'] as const),
      /** `health` is not told: it reads `other`. */
      hold: Nullable(Words(CARD_HOLDS)),
      end: Instant,
      reportedToday: Type.Boolean(),
      /** Pass page to print or hand on, only for what the clerk declared. */
      link: Nullable(Type.String())
    })
  )
})
export type WorkerView = Static<typeof WorkerView>
export const WorkerPage = Page(WorkerView)
export const WorkerQuery = Strict({ ...PageQuery, state: Type.Optional(Words(WORK_STATES)) })
export type WorkerQuery = Static<typeof WorkerQuery>

/** For a worker without a phone; stated as declared by the clerk. `proxy` has to be null. */
export const ClerkDeclaration = WorkDeclaration
export type ClerkDeclaration = Static<typeof ClerkDeclaration>

const Numbers = Type.Array(ApplicationNumber, { minItems: 1, maxItems: WORK_LIMITS.workersTo, uniqueItems: true })
export const WorkersInput = Strict({ numbers: Numbers })
export const WORKER_FAULTS = ['not-yours', 'state', 'left', 'flagged', 'no-card', 'not-due'] as const
export type WorkerFault = (typeof WORKER_FAULTS)[number]
/** What came of a bulk step, worker by worker. */
export const WorkersDone = Strict({
  done: Type.Array(ApplicationNumber),
  left: Type.Array(Strict({ number: ApplicationNumber, why: Words(WORKER_FAULTS) }))
})
export type WorkersDone = Static<typeof WorkersDone>

export const BulkReports = Strict({
  reports: Type.Array(Strict({ number: ApplicationNumber, ...DailyReport.properties }), {
    minItems: 1,
    maxItems: WORK_LIMITS.workersTo
  })
})
export type BulkReports = Static<typeof BulkReports>

/** For the office. */
export const EmployerItem = Strict({ ...EMPLOYER, workers: Counter })
export type EmployerItem = Static<typeof EmployerItem>
export const EmployerPage = Page(EmployerItem)
export const EmployerQuery = Strict({ ...PageQuery, state: Type.Optional(Words(EMPLOYER_STATES)), community: Type.Optional(Id) })
export type EmployerQuery = Static<typeof EmployerQuery>
/** `reason` with `return` and `suspend`; `maySign` with `approve` and `resume`. */
export const EmployerAction = Strict({
  step: Words(EMPLOYER_STEPS),
  reason: Type.Optional(Words(EMPLOYER_RETURN_REASONS)),
  note: Type.Optional(Paragraph(WORK_LIMITS.text)),
  maySign: Type.Optional(Type.Boolean())
})
export type EmployerAction = Static<typeof EmployerAction>
/** A fresh link for an employer that lost its own; the old one is void. */
export const EmployerLink = Strict({ link: Type.String() })
