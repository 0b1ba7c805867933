import t from 'tap'
import { RULES } from '../../../server/http/authorisation.ts'
import { LINK_HEADER } from '../../../shared/schema/work.ts'
import { aDeclaration, aDocument, aFiling, anApplication, aPhoto, aSecret } from '../../support/work.ts'
import { startWork } from '../../support/work-service.ts'

const subscription = { endpoint: 'https://fcm.googleapis.com/x', keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) } }
const row = { name: '王工', document: aDocument(), phone: '', site: 1 }
/** A body that each route would take from who may send it. */
const BODIES: Readonly<Record<string, object | undefined>> = {
  'GET /my-work': undefined,
  'POST /my-work/submission': anApplication(),
  'POST /my-work/answer': { text: 'x', declaration: null },
  'POST /my-work/withdrawal': {},
  'PUT /my-work/photos/:kind': aPhoto,
  'POST /my-work/reports': { temperature: 365, symptoms: [] },
  'PUT /my-work/push': { subscription },
  'GET /my-work/notices': undefined,
  'POST /my-work/notices/read': { upTo: 1 },
  'GET /my-employer': undefined,
  'PUT /my-employer/filing': aFiling,
  'GET /my-employer/workers': undefined,
  'POST /my-employer/workers': { rows: [row] },
  'POST /my-employer/workers/:number/declaration': aDeclaration(),
  'POST /my-employer/workers/:number/left': {},
  'POST /my-employer/renewals': { numbers: ['abcdefgh1234'] },
  'POST /my-employer/reports': { reports: [{ number: 'abcdefgh1234', temperature: 365, symptoms: [] }] },
  'POST /my-employer/approvals': { numbers: ['abcdefgh1234'] }
}

t.test('no page of an applicant or an employer opens without its own secret, and all refusals are the same', async t => {
  const routes = Object.keys(RULES).filter(route => /\/api\/v1\/my-(work|employer)/.test(route))
  t.same(routes.map(route => route.replace('/api/v1', '')).sort(), Object.keys(BODIES).sort(), 'every route is tried')
  const service = await startWork(t)
  const [work, other] = [await service.apply(), await service.apply()]
  const [employer, rival] = [await service.employer(), await service.employer()]
  const links = [
    undefined,
    '',
    'x',
    `${work.number}.`,
    `${work.number}.${aSecret()}`,
    `${work.number}.${other.secret}`,
    `${employer.number}.${rival.secret}`,
    `${employer.number}.${work.secret}`,
    `${work.number}.${'A'.repeat(10_000)}`
  ]
  for (const [route, payload] of Object.entries(BODIES)) {
    const [method = 'GET', path = ''] = route.split(' ')
    const url = `/api/v1${path.replace(':kind', 'document').replace(':number', work.number)}`
    const isForWork = path.startsWith('/my-work')
    // A right link on the other's pages opens nothing either.
    const wrong = [...links, isForWork ? `${employer.number}.${employer.secret}` : `${work.number}.${work.secret}`]
    for (const link of wrong) {
      const headers = {
        ...(link === undefined ? {} : { [LINK_HEADER]: link }),
        ...(payload === aPhoto ? { 'content-type': 'image/jpeg' } : {})
      }
      const answer = await service.app.inject({
        method: method as 'GET',
        url,
        headers,
        ...(payload === undefined ? {} : { payload })
      })
      const { code, path: field, detail } = answer.json()
      t.ok(['link-invalid', 'too-many-requests'].includes(code), `${route} with ${String(link).slice(0, 20)}: ${code}`)
      t.same([field, detail], [undefined, undefined])
    }
  }
  t.match((await service.by(work)('GET', '/my-work')).body, { state: 'submitted' }, 'nothing happened')
})
