/** Who may call: people by role, phones, phones that were revoked, and everybody. */
export const ROLES = ['public', 'administrator', 'community-worker', 'grid-worker', 'device', 'revoked-device'] as const
export type Role = (typeof ROLES)[number]

/**
 * `realm`: the answer is the same for all who may ask. `community`: only what belongs to the caller's community
 * (an administrator's is the whole realm). `own`: only what belongs to the caller.
 */
export type Scope = 'realm' | 'community' | 'own'
export type Rule = { readonly roles: readonly Role[]; readonly scope: Scope }

const STAFF: readonly Role[] = ['administrator', 'community-worker']
const everybody: Rule = { roles: ROLES, scope: 'realm' }
const staffOwn: Rule = { roles: [...STAFF, 'grid-worker'], scope: 'own' }
/** Whoever has a list of doors. */
const fieldOwn: Rule = { roles: ['community-worker', 'grid-worker'], scope: 'own' }
const staffCommunity: Rule = { roles: STAFF, scope: 'community' }
const administrators: Rule = { roles: ['administrator'], scope: 'realm' }
const devices: Rule = { roles: ['device'], scope: 'own' }

/**
 * Route × role × community, the only place that decides it. A route that is not here keeps the service from starting;
 * `npm run -s check:authz` tries every row with every role in its own and in a foreign community.
 */
export const RULES: Readonly<Record<string, Rule>> = {
  'GET /healthz': everybody,
  'GET /readyz': everybody,
  // Its own check: a token, or a program on the same computer.
  'GET /metrics': everybody,
  'GET /.well-known/jwks.json': everybody,
  'GET /api/v1/gate/trust': everybody,
  'GET /api/v1/gate/status/:list': everybody,
  'POST /api/v1/my-pass': everybody,
  'POST /api/v1/my-shifts/read': everybody,
  'POST /api/v1/my-shifts/join': everybody,
  'POST /api/v1/my-shifts/take': everybody,
  'POST /api/v1/my-shifts/give-back': everybody,
  'POST /api/v1/my-household/read': everybody,
  'POST /api/v1/my-household/send': everybody,
  // Applicants and employers have no account: their own check is the secret link.
  'GET /api/v1/work/form': everybody,
  'POST /api/v1/work/applications': everybody,
  'GET /api/v1/my-work': everybody,
  'POST /api/v1/my-work/submission': everybody,
  'POST /api/v1/my-work/answer': everybody,
  'POST /api/v1/my-work/withdrawal': everybody,
  'PUT /api/v1/my-work/photos/:kind': everybody,
  'POST /api/v1/my-work/reports': everybody,
  'PUT /api/v1/my-work/push': everybody,
  'GET /api/v1/my-work/notices': everybody,
  'POST /api/v1/my-work/notices/read': everybody,
  'POST /api/v1/work/employers': everybody,
  'GET /api/v1/my-employer': everybody,
  'PUT /api/v1/my-employer/filing': everybody,
  'GET /api/v1/my-employer/workers': everybody,
  'POST /api/v1/my-employer/workers': everybody,
  'POST /api/v1/my-employer/workers/:number/declaration': everybody,
  'POST /api/v1/my-employer/workers/:number/left': everybody,
  'POST /api/v1/my-employer/renewals': everybody,
  'POST /api/v1/my-employer/reports': everybody,
  'POST /api/v1/my-employer/approvals': everybody,
  'POST /api/v1/session': everybody,
  'DELETE /api/v1/session': everybody,
  'POST /api/v1/setup': everybody,
  'POST /api/v1/devices': everybody,
  'POST /api/v1/devices/token': everybody,

  'GET /api/v1/session': staffOwn,
  'POST /api/v1/session/password': staffOwn,
  // Names of the places only.
  'GET /api/v1/directory': { roles: [...STAFF, 'grid-worker'], scope: 'community' },
  'POST /api/v1/communities': administrators,
  'POST /api/v1/sites': administrators,
  'POST /api/v1/gates': staffCommunity,
  'GET /api/v1/accounts': administrators,
  'POST /api/v1/accounts': administrators,
  'PATCH /api/v1/accounts/:id': administrators,
  'GET /api/v1/passes': staffCommunity,
  'POST /api/v1/passes': staffCommunity,
  'GET /api/v1/passes/:serial': staffCommunity,
  'POST /api/v1/passes/:serial/status': staffCommunity,
  'POST /api/v1/passes/:serial/reissue': staffCommunity,
  'GET /api/v1/passes/:serial/symbol.png': staffCommunity,
  'GET /api/v1/passes/:serial/symbol.svg': staffCommunity,
  'GET /api/v1/passes/:serial/card.pdf': staffCommunity,
  'GET /api/v1/passes/:serial/card.svg': staffCommunity,
  'GET /api/v1/passes/:serial/card.png': staffCommunity,
  'GET /api/v1/policies': staffCommunity,
  'GET /api/v1/policies/history': staffCommunity,
  'GET /api/v1/policies/profiles': { roles: STAFF, scope: 'realm' },
  'POST /api/v1/policies': staffCommunity,
  'POST /api/v1/policies/:id/end': staffCommunity,
  'GET /api/v1/mass-issues': staffCommunity,
  'POST /api/v1/mass-issues': staffCommunity,
  'POST /api/v1/mass-issues/preview': staffCommunity,
  'GET /api/v1/mass-issues/:issue': staffCommunity,
  'POST /api/v1/mass-issues/:issue/state': staffCommunity,
  'GET /api/v1/print/count': staffCommunity,
  'GET /api/v1/print/cards.pdf': staffCommunity,
  'GET /api/v1/register/households': staffCommunity,
  'POST /api/v1/register/households': staffCommunity,
  'GET /api/v1/register/households/:household': staffCommunity,
  'PUT /api/v1/register/households/:household': staffCommunity,
  'POST /api/v1/register/households/:household/contacts': staffCommunity,
  'GET /api/v1/register/households/:household/history': staffCommunity,
  'POST /api/v1/register/search': staffCommunity,
  'GET /api/v1/register/grids': staffCommunity,
  'POST /api/v1/register/grids': staffCommunity,
  'PATCH /api/v1/register/grids/:grid': staffCommunity,
  'GET /api/v1/register/divisions': staffCommunity,
  'POST /api/v1/register/divisions': administrators,
  'GET /api/v1/register/workers': staffCommunity,
  'GET /api/v1/surveys': staffCommunity,
  'POST /api/v1/surveys': staffCommunity,
  'GET /api/v1/surveys/:round': staffCommunity,
  'GET /api/v1/surveys/:round/coverage': staffCommunity,
  'POST /api/v1/surveys/:round/extend': staffCommunity,
  'POST /api/v1/surveys/:round/close': staffCommunity,
  'POST /api/v1/surveys/:round/assign': staffCommunity,
  'GET /api/v1/surveys/:round/notes': staffCommunity,
  'GET /api/v1/surveys/:round/households': staffCommunity,
  'GET /api/v1/surveys/:round/households/:household': staffCommunity,
  'POST /api/v1/surveys/:round/households/:household/attempts': staffCommunity,
  'POST /api/v1/surveys/:round/households/:household/link': staffCommunity,
  'GET /api/v1/surveys/:round/households/:household/report': staffCommunity,
  'POST /api/v1/surveys/:round/households/:household/report/settle': staffCommunity,
  'POST /api/v1/surveys/:round/households/:household/report/ask': staffCommunity,
  'GET /api/v1/field/households': fieldOwn,
  'POST /api/v1/field/deliveries': fieldOwn,
  'POST /api/v1/register/exports': staffCommunity,
  'GET /api/v1/register/imports': staffCommunity,
  'POST /api/v1/register/imports': staffCommunity,
  'GET /api/v1/register/imports/:import': staffCommunity,
  'GET /api/v1/register/imports/:import/preview': staffCommunity,
  'PUT /api/v1/register/imports/:import/mapping': staffCommunity,
  'POST /api/v1/register/imports/:import/state': staffCommunity,
  'GET /api/v1/register/imports/:import/findings': staffCommunity,
  'PUT /api/v1/register/imports/:import/rows/:line': staffCommunity,
  'POST /api/v1/register/imports/:import/conflicts': staffCommunity,
  'POST /api/v1/enrolments': staffCommunity,
  'GET /api/v1/devices': staffCommunity,
  'GET /api/v1/devices/health': staffCommunity,
  'GET /api/v1/devices/:id/quarantine': staffCommunity,
  'POST /api/v1/devices/:id/revoke': staffCommunity,
  'GET /api/v1/entries': staffCommunity,
  // An office for its own phones; a phone for every phone of the realm.
  'POST /api/v1/entries/carried': { roles: [...STAFF, 'device'], scope: 'community' },
  'GET /api/v1/entries/events': staffCommunity,
  'GET /api/v1/entries/:device/:number/visitor': staffCommunity,

  'GET /api/v1/work/summary': staffCommunity,
  'GET /api/v1/work/applications': staffCommunity,
  'GET /api/v1/work/applications/:number': staffCommunity,
  'POST /api/v1/work/applications/:number/steps': staffCommunity,
  'GET /api/v1/work/applications/:number/photos/:kind': staffCommunity,
  'POST /api/v1/work/bulks': staffCommunity,
  'GET /api/v1/work/bulks/:bulk': staffCommunity,
  'POST /api/v1/work/bulks/:bulk/approval': staffCommunity,
  'GET /api/v1/work/cards': staffCommunity,
  'GET /api/v1/work/employers': staffCommunity,
  'GET /api/v1/work/employers/:employer': staffCommunity,
  'POST /api/v1/work/employers/:employer/steps': staffCommunity,
  'POST /api/v1/work/employers/:employer/link': staffCommunity,
  'GET /api/v1/work/policies': { roles: STAFF, scope: 'realm' },
  'POST /api/v1/work/policies': administrators,

  'GET /api/v1/alerts': staffCommunity,
  'POST /api/v1/alerts/:id/acknowledge': staffCommunity,
  'GET /api/v1/alerts/events': staffCommunity,

  'GET /api/v1/retention': administrators,
  'PUT /api/v1/retention': administrators,
  'GET /api/v1/retention/certificates': administrators,

  'GET /api/v1/trainings': staffCommunity,
  'GET /api/v1/trainings/sheet.pdf': staffCommunity,
  'GET /api/v1/handovers': staffCommunity,
  'GET /api/v1/duties': staffCommunity,
  'GET /api/v1/slots': staffCommunity,
  'POST /api/v1/slots': staffCommunity,
  'POST /api/v1/slots/copy': staffCommunity,
  'DELETE /api/v1/slots/:slot': staffCommunity,
  'POST /api/v1/slots/:slot/places': staffCommunity,
  'DELETE /api/v1/slots/:slot/places/:volunteer': staffCommunity,
  'GET /api/v1/volunteers': staffCommunity,
  'GET /api/v1/shift-link': staffCommunity,
  'POST /api/v1/shift-link': staffCommunity,

  'POST /api/v1/gate/visitor-passes': devices,
  'GET /api/v1/gate/manifest': devices,
  'GET /api/v1/gate/slots': devices,
  'GET /api/v1/gate/recent': devices,
  'GET /api/v1/gate/roster': devices,
  'GET /api/v1/gate/roster/key': devices,
  'GET /api/v1/gate/events': devices,
  'POST /api/v1/gate/trainings': { roles: ['device', 'revoked-device'], scope: 'own' },
  'POST /api/v1/gate/handovers': { roles: ['device', 'revoked-device'], scope: 'own' },
  'POST /api/v1/gate/duties': { roles: ['device', 'revoked-device'], scope: 'own' },
  'POST /api/v1/gate/entries': { roles: ['device', 'revoked-device'], scope: 'own' }
}

/** Paths of files and documentation: the same for everybody, without any data. */
const OPEN_PREFIXES = ['/gate/', '/portal/', '/console/', '/api/docs']
const OPEN_PATHS = ['/', '/gate', '/portal', '/console', '/api/openapi.json', '/ca.crt']

export function ruleOf(method: string, path: string): Rule | null {
  const rule = RULES[`${method === 'HEAD' ? 'GET' : method} ${path}`]
  if (rule !== undefined) return rule
  const isOpen = OPEN_PATHS.includes(path) || OPEN_PREFIXES.some(prefix => path.startsWith(prefix))
  return isOpen && ['GET', 'HEAD', 'OPTIONS'].includes(method) ? everybody : null
}
