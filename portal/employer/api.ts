import type {
  BulkReports,
  EmployerRegistered,
  FilingInput,
  MyEmployer,
  RosterKept,
  RosterRow,
  WorkersDone,
  WorkerView
} from '../../shared/schema/work-employer.ts'
import type { Submitted } from '../../shared/schema/work.ts'
import { type Answer, request } from '../../ui/api/client.ts'
import { LINK_HEADER } from '../work/wire.ts'
import type { EmployerProof } from './kept.ts'

export type { BulkReports, FilingInput, MyEmployer, RosterKept, RosterRow, WorkersDone, WorkerView }
const MINE = '/api/v1/my-employer'
const withLink = ({ id, secret }: EmployerProof, body?: unknown) => ({
  headers: { [LINK_HEADER]: `${id}.${secret}` },
  ...(body === undefined ? {} : { body })
})

export const registerEmployer = (body: unknown): Promise<Answer<EmployerRegistered>> =>
  request('POST', '/api/v1/work/employers', { body })
export const askEmployer = (proof: EmployerProof): Promise<Answer<MyEmployer>> => request('GET', MINE, withLink(proof))
export const sendFiling = (proof: EmployerProof, body: FilingInput): Promise<Answer<MyEmployer>> =>
  request('PUT', `${MINE}/filing`, withLink(proof, body))
export const sendRoster = (proof: EmployerProof, rows: readonly RosterRow[]): Promise<Answer<RosterKept>> =>
  request('POST', `${MINE}/workers`, withLink(proof, { rows }))
export const declareFor = (proof: EmployerProof, number: string, body: unknown): Promise<Answer<Submitted>> =>
  request('POST', `${MINE}/workers/${number}/declaration`, withLink(proof, body))
export const workerLeft = (proof: EmployerProof, number: string): Promise<Answer<undefined>> =>
  request('POST', `${MINE}/workers/${number}/left`, withLink(proof, {}))
export type BulkStep = 'renewals' | 'approvals'
export const bulkStep = (proof: EmployerProof, step: BulkStep, numbers: readonly string[]): Promise<Answer<WorkersDone>> =>
  request('POST', `${MINE}/${step}`, withLink(proof, { numbers }))
export const bulkReports = (proof: EmployerProof, body: BulkReports): Promise<Answer<WorkersDone>> =>
  request('POST', `${MINE}/reports`, withLink(proof, body))

/** Of one employer's page; 500 workers are three of them. */
const PAGE = 200

/** All workers, page by page: an employer has at most 500, and filters and counts want them all. */
export async function askWorkers(proof: EmployerProof): Promise<Answer<readonly WorkerView[]>> {
  const all: WorkerView[] = []
  let cursor: string | null = null
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: Answer<{ items: WorkerView[]; next: string | null }> = await request(
      'GET',
      `${MINE}/workers?limit=${PAGE}${query}`,
      withLink(proof)
    )
    if (!page.ok) return page
    all.push(...page.value.items)
    cursor = page.value.next
  } while (cursor !== null)
  return { ok: true, value: all }
}
