import type { MassIssueStorage, MassStep } from '../../server/ports/mass-issue-storage.ts'
import { aPass, anEvent } from '../contract/samples.ts'
import type { Call, Fixture } from './authz-fixture.ts'
import type { Ask } from './service.ts'
import { aMember, aSheet } from './sheets.ts'

const SHEETS = '/api/v1/register/households'
const MASS = '/api/v1/mass-issues'
const room = (): string => String(Math.floor(Math.random() * 1e9))
const sheetIn = (site: number) => aSheet({ site, room: room(), members: [aMember({ name: '张三', document: null })] })

/** A household and a grid of one community, marked with its number. */
export async function registerThings(
  worker: Ask,
  index: number,
  community: string,
  storage: MassIssueStorage
): Promise<Pick<Fixture, 'household' | 'version' | 'grid' | 'massIssue'>> {
  const members = [aMember({ name: `标记${index}`, document: null, phone: null })]
  const sheet = await worker('POST', SHEETS, aSheet({ site: index, room: room(), members }))
  const grid = await worker('POST', '/api/v1/register/grids', { community, name: `标记${index} ${room()}`, worker: null })
  const massIssue = `issue-${room()}`
  const filter = { kind: 'person', community, hours: 24 } as const
  const by = { createdBy: 'a', createdByName: `标记${index}`, createdAt: 1, approvedBy: null, approvedByName: null, updatedAt: 1 }
  await storage.addMassIssue({ id: massIssue, community, filter, state: 'running', total: 2, next: 0, issued: 0, ...by }, [])
  await storage.addMassStep(aFirstStep(massIssue, { community, site: index, household: sheet.body.id, person: null }))
  await storage.changeMassIssue(massIssue, ['running'], 'paused', { at: 1 })
  return { household: sheet.body.id, version: sheet.body.version, grid: grid.body.id, massIssue }
}

type Of = { readonly community: string; readonly site: number; readonly household: number; readonly person: null }

/** A pass of the household, so that there is something to print. */
function aFirstStep(id: string, { community, site, household, person }: Of): MassStep {
  const pass = aPass(Math.floor(Math.random() * 16_000_000), {
    kind: 'household',
    community,
    site,
    endsAt: 4_000_000_000,
    nameSealed: null
  })
  const keys = { household, person, documentIndex: null, plate: null }
  return {
    ...{ id, kind: 'person', next: 0, count: 1, passes: [pass], events: [anEvent(pass.serial)], skips: [] },
    holders: [{ household, person, vehicle: null, replaces: null, keys, standing: [] }],
    ...{ standingAfter: 0, at: 1, signaturesPerKey: 10_000 }
  }
}

export const REGISTER_CALLS: Readonly<Record<string, Call>> = {
  'GET /api/v1/print/count': ({ household }) => ({ url: `/api/v1/print/count?household=${household}` }),
  'GET /api/v1/print/cards.pdf': ({ massIssue }) => ({ url: `/api/v1/print/cards.pdf?massIssue=${massIssue}` }),
  [`GET ${SHEETS}`]: ({ site }) => ({ url: `${SHEETS}?site=${site}` }),
  [`POST ${SHEETS}`]: ({ site }) => ({ url: SHEETS, payload: sheetIn(site) }),
  [`GET ${SHEETS}/:household`]: ({ household }) => ({ url: `${SHEETS}/${household}` }),
  [`PUT ${SHEETS}/:household`]: ({ household, version, site }) => ({
    url: `${SHEETS}/${household}`,
    payload: { ...sheetIn(site), version }
  }),
  [`POST ${SHEETS}/:household/contacts`]: ({ household }) => ({
    url: `${SHEETS}/${household}/contacts`,
    payload: { how: 'door', outcome: 'no-answer', note: null }
  }),
  [`GET ${SHEETS}/:household/history`]: ({ household }) => ({ url: `${SHEETS}/${household}/history` }),
  'POST /api/v1/register/search': () => ({ url: '/api/v1/register/search', payload: { text: '标记2' } }),
  'POST /api/v1/register/grids': ({ community }) => ({
    url: '/api/v1/register/grids',
    payload: { community, name: `网格${room()}`, worker: null }
  }),
  'PATCH /api/v1/register/grids/:grid': ({ grid }) => ({
    url: `/api/v1/register/grids/${grid}`,
    payload: { name: `网格${room()}` }
  }),
  [`POST ${MASS}/preview`]: ({ community }) => ({ url: `${MASS}/preview`, payload: { kind: 'person', community, hours: 24 } }),
  [`POST ${MASS}`]: ({ community }) => ({ url: MASS, payload: { kind: 'person', community, hours: 24 } }),
  [`GET ${MASS}/:issue`]: ({ massIssue }) => ({ url: `${MASS}/${massIssue}` }),
  [`POST ${MASS}/:issue/state`]: ({ massIssue }) => ({ url: `${MASS}/${massIssue}/state`, payload: { action: 'cancel' } }),
  'POST /api/v1/register/divisions': ({ community }) => ({
    url: '/api/v1/register/divisions',
    payload: { community, code: '370171001020', name: '某', from: `20${10 + Math.floor(Math.random() * 80)}-01-01`, to: null }
  })
}
