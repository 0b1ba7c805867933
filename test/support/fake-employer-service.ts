import type { Page, Route } from 'playwright-core'
import type { MyEmployer, NewEmployer, RosterKept, RosterRow, WorkerView } from '../../shared/schema/work-employer.ts'

/** The employer's half of the service in a browser test. */
export type FakeEmployerService = {
  employer: MyEmployer
  readonly workers: WorkerView[]
  readonly calls: { readonly path: string; readonly body: unknown }[]
}

/** Document that the service refuses though the page finds nothing wrong with it. */
export const KNOWN_ELSEWHERE = 'M99999999'

const problem = (route: Route, status: number, code: string, path: string | null = null) =>
  route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ code, path, status }) })
const json = (route: Route, value: unknown, status = 200) =>
  route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(value) })

export async function fakeEmployerService(page: Page): Promise<FakeEmployerService> {
  const service: FakeEmployerService = { employer: newEmployer(), workers: [], calls: [] }
  let secret = ''
  await page.route(/\/api\/v1\/work\/employers$/, route => {
    const { secret: sent, contact, ...rest } = route.request().postDataJSON() as NewEmployer
    secret = sent
    service.employer = { ...service.employer, ...rest, contact }
    return json(route, { id: service.employer.id, state: 'draft' }, 201)
  })
  await page.route(/\/api\/v1\/my-employer(\/|\?|$)/, route => {
    if (route.request().headers()['x-link'] !== `${service.employer.id}.${secret}`) return problem(route, 404, 'link-invalid')
    const path = new URL(route.request().url()).pathname.replace('/api/v1/my-employer', '')
    const method = route.request().method()
    const body = method === 'GET' ? null : route.request().postDataJSON()
    if (method !== 'GET') service.calls.push({ path, body })
    if (path === '/filing') {
      service.employer = { ...service.employer, state: 'filed', filing: body, filedAt: Date.now() }
      return json(route, service.employer)
    }
    if (path === '/workers' && method === 'POST') return json(route, kept(service, body.rows))
    if (path === '/workers') return json(route, { items: service.workers, next: null })
    if (path.endsWith('/declaration')) {
      const [, , number] = path.split('/')
      change(service, number ?? '', { state: 'submitted', declaredBy: 'clerk', inviteLink: null, dueAt: Date.now() + 3_600_000 })
      return json(route, { number, state: 'submitted', submittedAt: Date.now(), dueAt: Date.now(), photos: [] }, 201)
    }
    if (path.endsWith('/left')) return route.fulfill({ status: 204 })
    if (path === '/reports') {
      const numbers = body.reports.map(({ number }: { number: string }) => number)
      return json(route, { done: numbers, left: [] })
    }
    if (path === '/renewals' || path === '/approvals') {
      const [first, ...others] = body.numbers
      return json(route, { done: others, left: [{ number: first, why: path === '/renewals' ? 'not-due' : 'flagged' }] })
    }
    return json(route, service.employer)
  })
  return service
}

export const change = (service: FakeEmployerService, number: string, next: Partial<WorkerView>): void => {
  const at = service.workers.findIndex(worker => worker.number === number)
  service.workers[at] = { ...(service.workers[at] as WorkerView), ...next }
}

function kept(service: FakeEmployerService, rows: readonly RosterRow[]): RosterKept {
  const added: string[] = []
  const faults: RosterKept['faults'] = []
  for (const [at, { name, document, phone }] of rows.entries()) {
    if (document === KNOWN_ELSEWHERE) {
      faults.push({ row: at + 1, code: 'already-yours', field: 'document' })
      continue
    }
    const number = `work${String(service.workers.length).padStart(8, '0')}`
    added.push(number)
    service.workers.push({
      number,
      name,
      documentMasked: `${document.slice(0, 2)}****${document.slice(-2)}`,
      phoneMasked: phone === '' ? null : `${phone.slice(0, 3)}****${phone.slice(-3)}`,
      state: 'draft',
      declaredBy: null,
      inviteLink: `https://example.org/portal/#work.${number}.AAAAAAAAAAAAAAAAAAAAAA`,
      submittedAt: null,
      dueAt: null,
      question: null,
      card: null
    })
  }
  return { added, faults }
}

const newEmployer = (): MyEmployer => ({
  id: 'e1',
  name: '',
  creditCode: '',
  community: 'c1',
  address: '',
  legalRepresentative: '',
  contact: { name: '', phone: '' },
  state: 'draft',
  reason: null,
  note: null,
  maySign: false,
  filing: null,
  filedAt: null,
  createdAt: Date.now(),
  counts: { workers: 0, draft: 0, waiting: 0, moreInfo: 0, issued: 0, refused: 0, held: 0, reportedToday: 0 },
  canSignNow: false,
  dailyReport: true,
  serverTime: Date.now()
})
