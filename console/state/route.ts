export type SurveyTab = 'lists' | 'coverage' | 'doors' | 'reports'

export type Route =
  | { readonly page: 'setup'; readonly token: string }
  | {
      readonly page:
        | 'passes'
        | 'issue'
        | 'new-household'
        | 'imports'
        | 'mass-issue'
        | 'phones'
        | 'log'
        | 'alerts'
        | 'settings'
        | 'password'
        | 'unknown'
    }
  | { readonly page: 'shifts' | 'handovers' | 'trainings' }
  | { readonly page: 'household'; readonly id: number }
  | { readonly page: 'import'; readonly id: string }
  | { readonly page: 'register'; readonly grid: string | null }
  | { readonly page: 'policies' }
  | { readonly page: 'surveys' | 'grids' }
  | { readonly page: 'field'; readonly household: number | null }
  | { readonly page: 'survey'; readonly round: string; readonly tab: SurveyTab; readonly worker: string }
  | { readonly page: 'survey-door'; readonly round: string; readonly household: number }
  | { readonly page: 'survey-notes'; readonly round: string; readonly household: number | null }
  | { readonly page: 'health' | 'retention' }
  | { readonly page: 'work' | 'work-cards' | 'work-employers' | 'work-policies' | 'work-bulk' }
  | { readonly page: 'work-application'; readonly number: string; readonly bulk: string | null }
  | { readonly page: 'work-bulk-run'; readonly id: string }
  | { readonly page: 'work-employer'; readonly id: string }
  | { readonly page: 'pass'; readonly serial: number; readonly fresh: boolean }

const PAGES = {
  '': 'passes',
  passes: 'passes',
  'passes/new': 'issue',
  'mass-issue': 'mass-issue',
  'register/new': 'new-household',
  'register/import': 'imports',
  work: 'work',
  'work/bulk': 'work-bulk',
  'work/cards': 'work-cards',
  'work/employers': 'work-employers',
  'work/policies': 'work-policies',
  phones: 'phones',
  'phones/health': 'health',
  log: 'log',
  alerts: 'alerts',
  policies: 'policies',
  surveys: 'surveys',
  grids: 'grids',
  shifts: 'shifts',
  'shifts/handovers': 'handovers',
  'shifts/trainings': 'trainings',
  settings: 'settings',
  'settings/retention': 'retention',
  password: 'password'
} as const

/** The hash of the address → the page it names. */
export function routeOf(hash: string): Route {
  const setup = /^#setup=([A-Za-z0-9_-]{20,64})$/.exec(hash)
  if (setup !== null) return { page: 'setup', token: setup[1] as string }
  const path = hash.replace(/^#?\/?/, '')
  const pass = /^passes\/(\d{1,8})(\/issued)?$/.exec(path)
  if (pass !== null) return { page: 'pass', serial: Number(pass[1]), fresh: pass[2] !== undefined }
  const household = /^register\/(\d{1,15})$/.exec(path)
  if (household !== null) return { page: 'household', id: Number(household[1]) }
  const list = /^register\/import\/([a-z0-9][a-z0-9-]{0,39})$/.exec(path)
  if (list !== null) return { page: 'import', id: list[1] as string }
  const work = workRouteOf(path)
  if (work !== null) return work
  const register = /^register(?:\?grid=([a-z0-9-]{1,40}))?$/.exec(path)
  if (register !== null) return { page: 'register', grid: register[1] ?? null }
  const own = /^field(?:\/(\d{1,15}))?$/.exec(path)
  if (own !== null) return { page: 'field', household: own[1] === undefined ? null : Number(own[1]) }
  const survey = surveyRoute(path)
  if (survey !== null) return survey
  return { page: Object.hasOwn(PAGES, path) ? PAGES[path as keyof typeof PAGES] : 'unknown' }
}

/** `work/NUMBER`, `work/bulk/ID`, `work/bulk/ID/NUMBER` (an application of its sample), `work/employers/ID`. */
function workRouteOf(path: string): Route | null {
  const application = /^work\/(?:bulk\/([a-z0-9][a-z0-9-]{0,39})\/)?([a-z0-9]{12})$/.exec(path)
  if (application !== null) return { page: 'work-application', number: application[2] as string, bulk: application[1] ?? null }
  const [, kind, id] = /^work\/(bulk|employers)\/([a-z0-9][a-z0-9-]{0,39})$/.exec(path) ?? []
  if (id === undefined) return null
  return { page: kind === 'bulk' ? 'work-bulk-run' : 'work-employer', id }
}

/** `surveys/<round>`, with a tab and, for doors, whose list; a household's number; the notes of all doors or of one. */
function surveyRoute(path: string): Route | null {
  const [, round, rest = ''] = /^surveys\/([a-z0-9-]{1,40})(?:\/(.*))?$/.exec(path) ?? []
  if (round === undefined) return null
  const [first = '', second = ''] = rest.split('/')
  if (/^\d{1,15}$/.test(first)) return { page: 'survey-door', round, household: Number(first) }
  if (first === 'notes') return { page: 'survey-notes', round, household: /^\d{1,15}$/.test(second) ? Number(second) : null }
  const tab = (['lists', 'coverage', 'doors', 'reports'] as const).find(each => each === (first || 'lists'))
  return tab === undefined ? { page: 'unknown' } : { page: 'survey', round, tab, worker: second }
}
