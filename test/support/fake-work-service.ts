import type { Page, Route } from 'playwright-core'
import type { MyWork, NewApplication, WorkCardView, WorkForm } from '../../shared/schema/work.ts'

/** What the network does with one request: lost on the way there, or on the way back. */
export type Fate = 'arrives' | 'request-lost' | 'answer-lost'

const NOW = (): number => Date.now()
export const WORK_FORM: WorkForm = {
  realm: { name: '舜华路街道', nameEn: 'Shunhua Road' },
  communities: [
    { id: 'c1', name: '凤凰社区', nameEn: 'Fenghuang Community' },
    { id: 'c2', name: '环保科技园社区', nameEn: 'Environmental Protection Science Park Community' }
  ],
  sites: [
    { number: 17, community: 'c1', name: '凤凰国际', nameEn: 'Fenghuang International' },
    { number: 18, community: 'c2', name: '汇德', nameEn: 'Huide' }
  ],
  validityDays: 14,
  dailyReport: true,
  temperatureLimit: 373,
  observationDays: 14,
  photos: ['document'],
  promisedMinutes: 360,
  dueIfNow: NOW() + 6 * 3_600_000,
  pushKey: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM',
  serverTime: NOW()
}

const CARD: WorkCardView = {
  serial: 4_711,
  link: '/portal/#4711.AAAAAAAAAAAAAAAAAAAAAA',
  text: 'CP1:0',
  label: '陈*明',
  status: 'valid',
  hold: null,
  start: NOW() - 3_600_000,
  end: NOW() + 13 * 86_400_000,
  dailyReport: true,
  reportedToday: false,
  reportBy: (Math.floor((NOW() + 8 * 3_600_000) / 86_400_000) + 2) * 86_400_000 - 8 * 3_600_000
}

/** The applicant's half of the service in a browser test, with a network that fails as it is told. */
export type FakeWorkService = {
  /** Fates of the submissions to come; then everything arrives. */
  fates: Fate[]
  isOffline: boolean
  readonly bySecret: Map<string, { number: string; body: string; work: MyWork }>
  readonly submissions: NewApplication[]
  readonly reports: { number: string; body: unknown }[]
  readonly photos: { kind: string; bytes: Buffer }[]
  change(number: string, change: Partial<MyWork>): void
  issue(number: string, change?: Partial<WorkCardView>): void
}

export async function fakeWorkService(page: Page): Promise<FakeWorkService> {
  const service: FakeWorkService = {
    fates: [],
    isOffline: false,
    bySecret: new Map(),
    submissions: [],
    reports: [],
    photos: [],
    change(number, change) {
      for (const known of service.bySecret.values()) if (known.number === number) Object.assign(known.work, change)
    },
    issue(number, change = {}) {
      service.change(number, { state: 'issued', card: { ...CARD, ...change } })
    }
  }
  const problem = (route: Route, status: number, code: string, path: string | null = null) =>
    route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ code, path, status }) })
  const json = (route: Route, value: unknown, status = 200) =>
    route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(value) })
  const mine = (route: Route) => {
    const [number = '', secret = ''] = (route.request().headers()['x-link'] ?? '').split('.')
    const known = service.bySecret.get(secret)
    return known?.number === number ? known : null
  }
  await page.route(/\/api\/v1\/work\/form$/, route => (service.isOffline ? route.abort() : json(route, WORK_FORM)))
  await page.route(/\/api\/v1\/work\/applications$/, async route => {
    const fate = service.isOffline ? 'request-lost' : (service.fates.shift() ?? 'arrives')
    if (fate === 'request-lost') return route.abort()
    const { secret, ...declaration } = route.request().postDataJSON() as NewApplication
    const body = JSON.stringify(declaration)
    let known = service.bySecret.get(secret)
    if (known === undefined) {
      service.submissions.push({ secret, ...declaration })
      const number = `abc123def${String(100 + service.bySecret.size)}`
      known = { number, body, work: newWork(number, declaration) }
      service.bySecret.set(secret, known)
    }
    if (fate === 'answer-lost') return route.abort()
    if (known.body !== body) return problem(route, 409, 'idempotency-conflict')
    const { number, work } = known
    return json(
      route,
      { number, state: work.state, submittedAt: work.submittedAt, dueAt: work.dueAt, photos: work.photosAsked },
      201
    )
  })
  await page.route(/\/api\/v1\/my-work(\/|$)/, async route => {
    if (service.isOffline) return route.abort()
    const known = mine(route)
    if (known === null) return problem(route, 404, 'link-invalid')
    const { pathname } = new URL(route.request().url())
    const { work, number } = known
    Object.assign(work, { serverTime: NOW() })
    if (pathname.endsWith('/reports')) {
      service.reports.push({ number, body: route.request().postDataJSON() })
      service.issue(number, { reportedToday: true, status: 'valid', hold: null })
      return json(route, { card: work.card, fever: false })
    }
    if (pathname.includes('/photos/')) {
      const kind = pathname.split('/').at(-1) as 'document'
      service.photos.push({ kind, bytes: route.request().postDataBuffer() ?? Buffer.alloc(0) })
      Object.assign(work, { photosSent: [...work.photosSent, kind] })
      return route.fulfill({ status: 204 })
    }
    if (pathname.endsWith('/answer')) Object.assign(work, { state: 'submitted', question: null, answerBy: null })
    if (pathname.endsWith('/withdrawal')) Object.assign(work, { state: 'withdrawn' })
    if (pathname.endsWith('/notices')) return json(route, { items: [{ id: 1, at: NOW(), kind: 'received', isRead: true }] })
    if (pathname.endsWith('/read') || pathname.endsWith('/push')) return route.fulfill({ status: 204 })
    return json(route, work)
  })
  return service
}

const newWork = (number: string, { committed: _, ...declaration }: Omit<NewApplication, 'secret'>): MyWork => ({
  number,
  state: 'submitted',
  purpose: declaration.purpose,
  declaredBy: declaration.proxy === null ? 'self' : 'proxy',
  employer: null,
  declaration,
  invitation: null,
  submittedAt: NOW(),
  dueAt: NOW() + 6 * 3_600_000,
  isLate: false,
  question: null,
  answerBy: null,
  reason: null,
  note: null,
  photosAsked: ['document'],
  photosSent: [],
  card: null,
  steps: [{ at: NOW(), event: 'submit', state: 'submitted' }],
  unread: 1,
  serverTime: NOW()
})
