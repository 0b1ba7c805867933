import type { FastifyInstance } from 'fastify'
import type { FindingPage, ImportMapping, ImportView } from '../../shared/schema/imports.ts'
import { signedIn } from './service.ts'

const IMPORTS = '/api/v1/register/imports'

/** Lists as somebody of the staff takes them in, over the API. */
export async function importer(app: FastifyInstance, username: string) {
  const cookie = await signedIn(app, username)
  const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
    const answer = await app.inject({ method, url, headers: { cookie }, ...(payload === undefined ? {} : { payload }) })
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
  }
  const upload = async (file: Buffer | string, query = ''): Promise<{ status: number; body: ImportView & { code?: string } }> => {
    const answer = await app.inject({
      method: 'POST',
      url: `${IMPORTS}${query}`,
      headers: { cookie, 'content-type': 'application/octet-stream' },
      payload: typeof file === 'string' ? Buffer.from(file) : file
    })
    return { status: answer.statusCode, body: answer.json() }
  }
  const settled = async (id: string): Promise<ImportView> => {
    while (app.imports.size > 0) await Promise.all(app.imports)
    return (await ask('GET', `${IMPORTS}/${id}`)).body
  }
  const preview = async (id: string): Promise<{ rows: { line: number; cells: string[] }[]; mapping: ImportMapping }> =>
    (await ask('GET', `${IMPORTS}/${id}/preview`)).body
  return {
    ask,
    upload,
    settled,
    preview,
    /** Uploaded, understood as suggested, and checked. */
    async check(file: Buffer | string, change: Partial<ImportMapping> = {}): Promise<ImportView> {
      const { status, body } = await upload(file)
      if (status !== 201) throw new Error(`upload: ${JSON.stringify(body)}`)
      const { mapping } = await preview(body.id)
      const mapped = await ask('PUT', `${IMPORTS}/${body.id}/mapping`, { ...mapping, ...change })
      if (mapped.status !== 200) throw new Error(`mapping: ${JSON.stringify(mapped.body)}`)
      return settled(body.id)
    },
    async act(id: string, action: string): Promise<ImportView> {
      const done = await ask('POST', `${IMPORTS}/${id}/state`, { action })
      if (done.status !== 200) throw new Error(`${action}: ${JSON.stringify(done.body)}`)
      return settled(id)
    },
    findings: async (id: string, kind = 'bad', query = ''): Promise<FindingPage> =>
      (await ask('GET', `${IMPORTS}/${id}/findings?kind=${kind}${query}`)).body,
    fix: (id: string, line: number, cells: string[]) => ask('PUT', `${IMPORTS}/${id}/rows/${line}`, { cells }),
    choose: (id: string, line: number, take: string) => ask('POST', `${IMPORTS}/${id}/conflicts`, { line, take })
  }
}
