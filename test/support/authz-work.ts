import type { Context } from '../../server/domain/context.ts'
import { sealPhoto, sealWork } from '../../server/domain/work/records.ts'
import { emptyFields } from '../../server/domain/work/submit.ts'
import type { Call, Fixture } from './authz-fixture.ts'
import { aDeclaration, aDocument, aPhoto } from './work.ts'

const WORK = '/api/v1/work'

/** An application with a photo and a prepared bulk, and an employer, of one community, marked with its number. */
export async function workThings(
  { storage, signer, env }: Context,
  index: number,
  community: string,
  account: string
): Promise<Pick<Fixture, 'application' | 'employer' | 'bulk'>> {
  const createdAt = env.now()
  const number = Buffer.from(env.randomBytes(6)).toString('hex')
  const document = { type: 'citizen-id', country: 'CHN', number: aDocument() } as const
  const person = { name: `标记${index}`, document, phone: null, address: { building: '9', unit: '', room: '1' } }
  const { workplace, health } = aDeclaration()
  const contact = { name: '李', phone: '15400001111' }
  const body = { address: '路', legalRepresentative: '王', contact }
  // Together, because what waits together shares a commit: these things are made for every case.
  await Promise.all([
    storage.addWork(
      [
        {
          ...emptyFields,
          number,
          state: 'submitted',
          purpose: 'work',
          community,
          site: index,
          employer: null,
          language: 'zh',
          declaredBy: 'self',
          secretHash: number,
          person: sealWork(signer, 'person', person),
          declaration: sealWork(signer, 'declaration', { workplace, health, proxy: null }),
          documentIndex: number,
          renews: null,
          createdAt,
          submittedAt: createdAt,
          dueAt: createdAt
        }
      ],
      null,
      { actor: 'x', actorName: 'x' }
    ),
    storage.putWorkPhoto({ number, kind: 'document', at: createdAt, body: sealPhoto(signer, aPhoto) }),
    storage.addEmployer({
      id: `employer-${number}`,
      name: `标记${index}`,
      creditCode: number,
      community,
      state: 'filed',
      secretHash: number,
      requestMac: '',
      body: sealWork(signer, 'employer', body),
      filing: null,
      filedAt: null,
      reason: null,
      note: null,
      maySign: false,
      approvedAt: null,
      createdAt
    }),
    storage.addWorkBulk({ id: `bulk-${number}`, account, numbers: [number], sample: [], createdAt })
  ])
  return { application: number, employer: `employer-${number}`, bulk: `bulk-${number}` }
}

export const WORK_CALLS: Readonly<Record<string, Call>> = {
  [`GET ${WORK}/applications/:number`]: ({ application }) => ({ url: `${WORK}/applications/${application}` }),
  [`POST ${WORK}/applications/:number/steps`]: ({ application }) => ({
    url: `${WORK}/applications/${application}/steps`,
    payload: { action: 'claim' }
  }),
  [`GET ${WORK}/applications/:number/photos/:kind`]: ({ application }) => ({
    url: `${WORK}/applications/${application}/photos/document`
  }),
  [`POST ${WORK}/bulks`]: ({ application }) => ({ url: `${WORK}/bulks`, payload: { numbers: [application] } }),
  [`GET ${WORK}/bulks/:bulk`]: ({ bulk }) => ({ url: `${WORK}/bulks/${bulk}` }),
  [`POST ${WORK}/bulks/:bulk/approval`]: ({ bulk }) => ({ url: `${WORK}/bulks/${bulk}/approval`, payload: {} }),
  [`GET ${WORK}/employers/:employer`]: ({ employer }) => ({ url: `${WORK}/employers/${employer}` }),
  [`POST ${WORK}/employers/:employer/steps`]: ({ employer }) => ({
    url: `${WORK}/employers/${employer}/steps`,
    payload: { step: 'visit' }
  }),
  [`POST ${WORK}/employers/:employer/link`]: ({ employer }) => ({ url: `${WORK}/employers/${employer}/link`, payload: {} }),
  'PUT /api/v1/my-work/photos/:kind': () => ({ url: '/api/v1/my-work/photos/document', payload: aPhoto }),
  'POST /api/v1/my-employer/workers/:number/declaration': ({ application }) => ({
    url: `/api/v1/my-employer/workers/${application}/declaration`,
    payload: aDeclaration()
  }),
  'POST /api/v1/my-employer/workers/:number/left': ({ application }) => ({
    url: `/api/v1/my-employer/workers/${application}/left`,
    payload: {}
  })
}
