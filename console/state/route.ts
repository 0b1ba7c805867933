export type Route =
  | { readonly page: 'setup'; readonly token: string }
  | {
      readonly page:
        | 'passes'
        | 'issue'
        | 'register'
        | 'new-household'
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
  | { readonly page: 'policies' }
  | { readonly page: 'health' | 'retention' }
  | { readonly page: 'pass'; readonly serial: number; readonly fresh: boolean }

const PAGES = {
  '': 'passes',
  passes: 'passes',
  'passes/new': 'issue',
  'mass-issue': 'mass-issue',
  register: 'register',
  'register/new': 'new-household',
  phones: 'phones',
  'phones/health': 'health',
  log: 'log',
  alerts: 'alerts',
  policies: 'policies',
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
  return { page: Object.hasOwn(PAGES, path) ? PAGES[path as keyof typeof PAGES] : 'unknown' }
}
