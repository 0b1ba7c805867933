/** The one place where the worker's pages name the service's shapes: types, and the header of a secret link. */
export type {
  DailyReport,
  MyWork,
  PushSubscriptionInput,
  ReportKept,
  Submitted,
  WorkAnswer,
  WorkCardView,
  WorkDeclaration,
  WorkForm,
  WorkNotice
} from '../../shared/schema/work.ts'
/** As `LINK_HEADER` of the schemas, which would bring the schema library into the app; a test compares them. */
export const LINK_HEADER = 'x-link'
