import type { Call, Fixture } from './authz-fixture.ts'
import type { SurveyStorage } from '../../server/ports/survey-storage.ts'
import type { Context } from '../../server/domain/context.ts'
import { sealText } from '../../server/domain/pass-secrets.ts'
import type { Ask } from './service.ts'
import { aMember, aSheet } from './sheets.ts'

const SURVEYS = '/api/v1/surveys'
const DOOR = `${SURVEYS}/:round/households/:household`
let count = 0
const fresh = (): string => `${Math.floor(Math.random() * 1e6)}x${count++}`.slice(-10)

const newRound = (community: string, site: number, building: string, name = '某轮') => ({
  name,
  from: '2026-11-24',
  to: '2026-11-30',
  scope: { community, site, building },
  even: false
})

/** A round over one household of one community, marked with its number. */
export async function surveyThings(
  worker: Ask,
  index: number,
  community: string,
  { storage, signer }: { storage: SurveyStorage; signer: Context['signer'] }
): Promise<Pick<Fixture, 'round' | 'surveyed' | 'building'>> {
  const building = fresh()
  const members = [aMember({ name: `标记${index}`, document: null, phone: null })]
  const sheet = await worker('POST', '/api/v1/register/households', aSheet({ site: index, building, members }))
  const round = await worker('POST', SURVEYS, newRound(community, index, building, `标记${index}`))
  const report = { members: [], plates: [], tenure: null, note: `标记${index}`, callback: null, language: 'zh' }
  const body = sealText(signer, 'report', JSON.stringify({ report, proved: true }))
  const when = { submittedAt: 1, settledAt: null, settledByName: null }
  const door = { round: round.body.id, household: sheet.body.id }
  await storage.putReport({ ...door, version: 1, state: 'submitted', body, question: null, ...when }, 0, null)
  return { round: round.body.id, surveyed: sheet.body.id, building }
}

const attempt = () => ({ id: `a-${fresh()}`, at: 1, way: 'door', outcome: 'no-answer', nextAt: null, note: null })

export const SURVEY_CALLS: Readonly<Record<string, Call>> = {
  [`POST ${SURVEYS}`]: ({ community, site, building }) => ({ url: SURVEYS, payload: newRound(community, site, building) }),
  [`GET ${SURVEYS}/:round`]: ({ round }) => ({ url: `${SURVEYS}/${round}` }),
  [`GET ${SURVEYS}/:round/coverage`]: ({ round }) => ({ url: `${SURVEYS}/${round}/coverage` }),
  [`POST ${SURVEYS}/:round/extend`]: ({ round }) => ({ url: `${SURVEYS}/${round}/extend`, payload: {} }),
  [`POST ${SURVEYS}/:round/close`]: ({ round }) => ({ url: `${SURVEYS}/${round}/close`, payload: {} }),
  [`POST ${SURVEYS}/:round/assign`]: ({ round }) => ({ url: `${SURVEYS}/${round}/assign`, payload: { from: null, to: null } }),
  [`GET ${SURVEYS}/:round/notes`]: ({ round }) => ({ url: `${SURVEYS}/${round}/notes` }),
  [`GET ${SURVEYS}/:round/households`]: ({ round }) => ({ url: `${SURVEYS}/${round}/households` }),
  [`GET ${DOOR}`]: ({ round, surveyed }) => ({ url: `${SURVEYS}/${round}/households/${surveyed}` }),
  [`POST ${DOOR}/attempts`]: ({ round, surveyed }) => ({
    url: `${SURVEYS}/${round}/households/${surveyed}/attempts`,
    payload: attempt()
  }),
  [`POST ${DOOR}/link`]: ({ round, surveyed }) => ({ url: `${SURVEYS}/${round}/households/${surveyed}/link`, payload: {} }),
  [`GET ${DOOR}/report`]: ({ round, surveyed }) => ({ url: `${SURVEYS}/${round}/households/${surveyed}/report` }),
  [`POST ${DOOR}/report/settle`]: ({ round, surveyed }) => ({
    url: `${SURVEYS}/${round}/households/${surveyed}/report/settle`,
    payload: { version: 1, sheetVersion: 1, accept: [] }
  }),
  [`POST ${DOOR}/report/ask`]: ({ round, surveyed }) => ({
    url: `${SURVEYS}/${round}/households/${surveyed}/report/ask`,
    payload: { version: 1, question: '几口人？' }
  }),
  'POST /api/v1/field/deliveries': ({ surveyed, round }) => ({
    url: '/api/v1/field/deliveries',
    payload: {
      attempts: [{ household: surveyed, round, ...attempt() }],
      changes: [
        {
          ...{ id: `c-${fresh()}`, household: surveyed, version: 1, known: [], how: 'door', at: 1 },
          edits: [{ path: '/note', before: 'x', after: 'y' }]
        }
      ]
    }
  })
}
