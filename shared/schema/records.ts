import { type Static, Type } from 'typebox'
import { REASONS, type Reason, VERDICTS } from '../verify/reasons.ts'
import { Id, Instant, Line, Nullable, Page, PageQuery, Serial, SiteNumber, Strict, Words } from './common.ts'

/** What a gate delivers besides its log: each record once, known by its id. */
export const RECORD_KINDS = ['trainings', 'handovers', 'duties'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** Who serves, as the log names them: a duty pass or a place in the shift plan. */
export const Operator = Type.String({ pattern: '^(pass|slot)-[0-9a-z-]{1,40}$' })

const Count = Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 })
const ReasonWord = Type.Unsafe<Reason>({ type: 'string', enum: Object.keys(REASONS) })
/** Made by the phone; the same record has the same id, however often it is delivered. `at`: corrected time, ms. */
const HEAD = { id: Id, at: Instant, operator: Nullable(Operator) }

/** How a volunteer did in the self-test. */
export const Training = Strict({
  ...HEAD,
  name: Line(40),
  score: Count,
  total: Count,
  durationMs: Count,
  answers: Type.Array(Strict({ case: Line(40), isRight: Type.Boolean() }), { maxItems: 50 })
})
export type Training = Static<typeof Training>

/** Somebody kept aside: a CHECK or STOP that nothing followed. */
export const OpenMatter = Strict({
  number: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }),
  at: Instant,
  verdict: Words(VERDICTS),
  reason: ReasonWord,
  serial: Nullable(Serial),
  /** Masked; null: no code was genuine. */
  label: Nullable(Line(40))
})
export type OpenMatter = Static<typeof OpenMatter>

export const HandoverCounts = Strict({
  in: Count,
  out: Count,
  admitted: Count,
  refused: Type.Array(Strict({ reason: ReasonWord, count: Count }), { maxItems: Object.keys(REASONS).length }),
  overrides: Count
})
export type HandoverCounts = Static<typeof HandoverCounts>

/** One shift of a phone, as it was handed over. */
export const Handover = Strict({
  ...HEAD,
  gate: Id,
  /** Begin of what is counted. */
  since: Instant,
  counts: HandoverCounts,
  /** Entries that were not delivered at that moment. */
  unsent: Count,
  open: Type.Array(OpenMatter, { maxItems: 50 }),
  note: Type.String({ maxLength: 500 }),
  /** Who took over; null: nobody yet. */
  next: Nullable(Operator)
})
export type Handover = Static<typeof Handover>

export const DUTY_CAUSES = ['pass', 'pin', 'hand', 'end', 'relieved'] as const

/** Somebody signed in or out at a gate. */
export const Duty = Strict({
  id: Id,
  at: Instant,
  operator: Operator,
  gate: Nullable(Id),
  action: Words(['in', 'out'] as const),
  /** In: by pass or PIN. Out: by hand, at the end of the slot, or because another took over. */
  cause: Words(DUTY_CAUSES)
})
export type Duty = Static<typeof Duty>

export const RECORD_SCHEMAS = { trainings: Training, handovers: Handover, duties: Duty } as const
export type RecordBodies = { trainings: Training; handovers: Handover; duties: Duty }

/** `held`: a record of this id was here already and stays as it is. */
export const RecordAnswer = Strict({ id: Id, outcome: Words(['stored', 'held'] as const), serverTime: Instant })
export type RecordAnswer = Static<typeof RecordAnswer>

const VIEW = {
  device: Id,
  deviceName: Type.String(),
  site: SiteNumber,
  receivedAt: Instant,
  /** Name behind `operator`; null: nobody signed in, or not known any more. */
  operatorName: Nullable(Type.String())
}
export const TrainingView = Strict({ ...VIEW, ...Training.properties })
export type TrainingView = Static<typeof TrainingView>
export const HandoverView = Strict({ ...VIEW, ...Handover.properties, nextName: Nullable(Type.String()) })
export type HandoverView = Static<typeof HandoverView>
export const DutyView = Strict({ ...VIEW, ...Duty.properties })
export type DutyView = Static<typeof DutyView>

export const TrainingPage = Page(TrainingView)
export const HandoverPage = Page(HandoverView)
export const DutyPage = Page(DutyView)
export const RecordQuery = Strict({ ...PageQuery, site: Type.Optional(SiteNumber) })
export type RecordQuery = Static<typeof RecordQuery>
