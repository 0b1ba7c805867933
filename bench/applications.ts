import type { FastifyInstance } from 'fastify'
import { buildApp } from '../server/app.ts'
import { addAccount } from '../server/domain/accounts.ts'
import { type Context, OPERATOR } from '../server/domain/context.ts'
import { LINK_HEADER } from '../shared/schema/work.ts'
import { aSheet } from '../test/support/sheets.ts'
import { aDeclaration, aDocument, anEmployer, aSecret } from '../test/support/work.ts'
import { benchInstallation, option } from './support/installation.ts'

const PASSWORD = 'correct horse battery'
/** Phones that send at the same time. */
const AT_ONCE = 32

// biome-ignore lint/suspicious/noExplicitAny: the service's own schemas check it
type Answer = any
type Ask = (method: 'GET' | 'POST', url: string, payload?: object) => Promise<Answer>
type Invitation = { readonly number: string; readonly secret: string; readonly document: string }

/**
 * 5,168 applications of 40 employers' workers over the whole service (schemas, flags, encryption, fsync); then the queue's
 * pages by all their filters, two reviewers who take the same first page again and again, and a bulk of 500 with its
 * signatures and their storing.
 */
export async function run(args: string[]): Promise<object> {
  const bench = await benchInstallation(1)
  const { ctx } = bench.runtime
  const app = await buildApp({ ctx, distDir: null, hasRateLimits: false })
  try {
    const reviewers = [await reviewerOf(ctx, app, 'one'), await reviewerOf(ctx, app, 'two')] as const
    const [reviewer] = reviewers
    await reviewer('POST', '/register/households', aSheet({ members: [] }))
    const invitations = await inviteAll(ctx, app, option(args, 'applications', 5_168), option(args, 'employers', 40))
    const intakeMs = await intake(app, invitations)
    const pagesMs = await readPages(reviewer, (await ctx.storage.communities())[0]?.id ?? '')
    const bulkMs = await approveBulk(reviewer, option(args, 'bulk', 500))
    const contest = await contend(ctx, reviewers, option(args, 'contested', 300))
    return {
      applications: invitations.length,
      intakePerSecond: Math.round((1_000 * invitations.length) / intakeMs),
      queueP95Ms: percentile(pagesMs, 0.95),
      bulkSeconds: round(bulkMs / 1_000),
      ...contest
    }
  } finally {
    await app.close()
    await bench.end()
  }
}

const asking =
  (app: FastifyInstance, headers: Record<string, string>): Ask =>
  async (method, url, payload) => {
    const answer = await app.inject({ method, url: `/api/v1${url}`, headers, ...(payload === undefined ? {} : { payload }) })
    const body = answer.body === '' ? null : answer.json()
    return answer.statusCode < 400 ? body : { ...body, isRefused: true }
  }

async function reviewerOf(ctx: Context, app: FastifyInstance, username: string): Promise<Ask> {
  const account = { username, displayName: username, role: 'administrator' as const, community: null, password: PASSWORD }
  await addAccount(ctx, OPERATOR, account)
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { username, password: PASSWORD } })
  return asking(app, { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' })
}

/** Rosters of all employers; the links that the workers get. */
async function inviteAll(ctx: Context, app: FastifyInstance, wanted: number, employers: number): Promise<Invitation[]> {
  const community = (await ctx.storage.communities())[0]?.id ?? ''
  const invitations: Invitation[] = []
  for (let index = 0; index < employers; index++) {
    const secret = aSecret()
    const { id } = await asking(app, {})('POST', '/work/employers', anEmployer(community, { secret }))
    const count = Math.min(500, Math.ceil((wanted - invitations.length) / (employers - index)))
    const documents = Array.from({ length: count }, aDocument)
    const rows = documents.map(document => ({ name: '王工', document, phone: '', site: 1 }))
    const employer = asking(app, { [LINK_HEADER]: `${id}.${secret}` })
    const { added } = await employer('POST', '/my-employer/workers', { rows })
    const links = new Map<string, string>()
    let cursor = ''
    do {
      const page = await employer('GET', `/my-employer/workers?limit=200${cursor}`)
      for (const { number, inviteLink } of page.items) links.set(number, inviteLink.split('.').at(-1))
      cursor = page.next === null ? '' : `&cursor=${page.next}`
    } while (cursor !== '')
    for (const [at, number] of added.entries())
      invitations.push({ number, secret: links.get(number) ?? '', document: documents[at] ?? '' })
  }
  return invitations
}

/** Each worker declares on a phone of their own; ms for all. */
async function intake(app: FastifyInstance, invitations: readonly Invitation[]): Promise<number> {
  const bodies = invitations.map(({ document }) => {
    const declaration = aDeclaration()
    return { ...declaration, holder: { ...declaration.holder, document: { number: document } }, secret: aSecret() }
  })
  const began = performance.now()
  let next = 0
  const phone = async (): Promise<void> => {
    for (let at = next++; at < invitations.length; at = next++) {
      const { number, secret } = invitations[at] as Invitation
      const answer = await asking(app, { [LINK_HEADER]: `${number}.${secret}` })('POST', '/my-work/submission', bodies[at])
      if (answer.isRefused === true) throw new Error(JSON.stringify(answer))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, phone))
  return performance.now() - began
}

/** Pages of the full queue, from its begin and from its middle, with every filter; ms each. */
async function readPages(reviewer: Ask, community: string): Promise<number[]> {
  const times: number[] = []
  const employers = (await reviewer('GET', '/work/employers?limit=5')).items as { id: string }[]
  const filters = [
    '',
    `&community=${community}`,
    '&flagged=false',
    '&flagged=true',
    '&flag=phone-many',
    '&mine=true',
    '&state=submitted'
  ]
  for (const filter of [...filters, ...employers.map(({ id }) => `&employer=${id}`)]) {
    let cursor = ''
    for (let page = 0; page < 12; page++) {
      const began = performance.now()
      const { next } = await reviewer('GET', `/work/applications?limit=50${filter}${cursor}`)
      times.push(performance.now() - began)
      if (next === null) break
      cursor = `&cursor=${next}`
    }
    const began = performance.now()
    await reviewer('GET', '/work/summary')
    times.push(performance.now() - began)
  }
  return times
}

/** Approves and issues; ms from the request to its answer, every card stored. */
async function approveBulk(reviewer: Ask, count: number): Promise<number> {
  const numbers: string[] = []
  for (let cursor = ''; numbers.length < count; ) {
    const page = await reviewer('GET', `/work/applications?limit=200&flagged=false${cursor}`)
    numbers.push(...page.items.map(({ number }: { number: string }) => number))
    if (page.next === null) break
    cursor = `&cursor=${page.next}`
  }
  const bulk = await reviewer('POST', '/work/bulks', { numbers: numbers.slice(0, count) })
  for (const { number } of bulk.sample) await reviewer('GET', `/work/applications/${number}`)
  const began = performance.now()
  const done = await reviewer('POST', `/work/bulks/${bulk.id}/approval`, {})
  const ms = performance.now() - began
  if (done.issued.length !== Math.min(count, numbers.length)) throw new Error(`${done.issued.length} issued of ${count}`)
  return ms
}

/** Two reviewers take whatever is first, at the same time, until enough is decided; then every decision is counted. */
async function contend(
  ctx: Context,
  reviewers: readonly Ask[],
  count: number
): Promise<{ contested: number; doubles: number; lost: number }> {
  const decided: string[] = []
  const reviewer = async (ask: Ask): Promise<void> => {
    while (decided.length < count) {
      const { items } = await ask('GET', '/work/applications?limit=10')
      if (items.length === 0) return
      for (const { number } of items) {
        const claimed = await ask('POST', `/work/applications/${number}/steps`, { action: 'claim' })
        if (claimed.isRefused === true) continue
        const done = await ask('POST', `/work/applications/${number}/steps`, { action: 'approve' })
        if (done.isRefused !== true) decided.push(number)
      }
    }
  }
  // Each of them in two windows: four hands on the same page.
  await Promise.all([...reviewers, ...reviewers].map(reviewer))
  let doubles = decided.length - new Set(decided).size
  let lost = 0
  for (const number of new Set(decided)) {
    const events = await ctx.storage.workEvents(number)
    const approvals = events.filter(({ event }) => event === 'approve').length
    const row = await ctx.storage.work(number)
    doubles += Math.max(0, approvals - 1)
    if (row?.state !== 'issued' || row.serial === null || (await ctx.storage.pass(row.serial)) === null) lost++
  }
  return { contested: decided.length, doubles, lost }
}

const percentile = (values: readonly number[], part: number): number =>
  round([...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0)
const round = (value: number): number => Math.round(value * 100) / 100
