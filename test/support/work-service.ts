import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import type { Test } from 'tap'
import { LINK_HEADER, type NewApplication, type WorkDeclaration } from '../../shared/schema/work.ts'
import { asStaff, type Ask, signedIn, startService, type TestOptions, type TestService } from './service.ts'
import { aMember, aSheet } from './sheets.ts'
import { anApplication, anEmployer, aDeclaration } from './work.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers are compared by value
type Body = any
export type Answer = { status: number; body: Body }
export type Link = { readonly number: string; readonly secret: string }
export type Applicant = (
  method: NonNullable<InjectOptions['method']>,
  path: string,
  payload?: object | Buffer,
  headers?: object
) => Promise<Answer>

/** A service with reviewers of both communities and an administrator, and an applicant's view by link. */
export type WorkService = TestService & {
  /** The database. */
  readonly file: string
  readonly reviewer: Ask
  readonly second: Ask
  readonly foreign: Ask
  readonly admin: Ask
  by(link: Link): Applicant
  submit(body: NewApplication): Promise<Answer>
  /** Submits and answers with its link. */
  apply(change?: Partial<NewApplication>): Promise<Link>
  employer(index?: number): Promise<Link>
}

export async function startWork(t: Test, options: TestOptions = {}): Promise<WorkService> {
  const dir = join(t.testdir(), 'service')
  const service = await startService(dir, options)
  t.teardown(() => service.close())
  const { app } = service
  const staff = async (name: string): Promise<Ask> => asStaff(app, await signedIn(app, name))
  const reviewer = await staff('worker1')
  const by =
    ({ number, secret }: Link): Applicant =>
    async (method, url, payload, headers = {}) => {
      const all = { [LINK_HEADER]: `${number}.${secret}`, ...headers }
      const answer = await app.inject({
        method,
        url: `/api/v1${url}`,
        headers: all,
        ...(payload === undefined ? {} : { payload })
      })
      return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
    }
  const submit = async (body: NewApplication): Promise<Answer> =>
    by({ number: 'x', secret: 'x' })('POST', '/work/applications', body)
  // The address of the samples, so that none of them is flagged for it.
  await reviewer(
    'POST',
    '/api/v1/register/households',
    aSheet({ site: 1, building: '9', unit: '2', room: '1103', members: [aMember({ document: null })] })
  )
  const second = await staff('worker1')
  return {
    ...service,
    file: join(dir, 'checkpoint.db'),
    reviewer,
    second,
    foreign: await staff('worker2'),
    admin: await staff('admin'),
    by,
    submit,
    async apply(change = {}) {
      const body = anApplication(change)
      const sent = await submit(body)
      if (sent.status !== 201) throw new Error(JSON.stringify(sent.body))
      return { number: sent.body.number, secret: body.secret }
    },
    async employer(index = 0) {
      const body = anEmployer(service.communities[index] ?? '')
      const sent = await by({ number: 'x', secret: 'x' })('POST', '/work/employers', body)
      if (sent.status !== 201) throw new Error(JSON.stringify(sent.body))
      return { number: sent.body.id, secret: body.secret }
    }
  }
}

/** The declaration of somebody with this document. */
export const declarationOf = (number: string, change: Partial<WorkDeclaration> = {}): WorkDeclaration => {
  const base = aDeclaration(change)
  return { ...base, holder: { ...base.holder, document: { number } } }
}

/** One reviewer's step. */
export const step = (ask: Ask, { number }: Pick<Link, 'number'>, action: string, more: object = {}) =>
  ask('POST', `/api/v1/work/applications/${number}/steps`, { action, ...more })
