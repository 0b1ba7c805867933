import type {
  ExportWish,
  FindingPage,
  ImportAction,
  ImportMapping,
  ImportPreview,
  ImportView
} from '../../shared/schema/imports.ts'
import { type Answer, type Failure, failureOf } from '../../ui/api/client.ts'
import { fail, ok } from '../../shared/result.ts'
import { call } from '../api/call.ts'
import { queryString } from '../api/query-string.ts'

const IMPORTS = '/api/v1/register/imports'
const NO_NETWORK: Failure = { code: 'network', path: null, status: 0, requestId: null }

export const listImports = (): Promise<Answer<{ items: ImportView[] }>> => call('GET', IMPORTS)
export const readImport = (id: string): Promise<Answer<ImportView>> => call('GET', `${IMPORTS}/${id}`)
export const previewImport = (id: string, sheet: number | null): Promise<Answer<ImportPreview>> =>
  call('GET', `${IMPORTS}/${id}/preview${sheet === null ? '' : `?sheet=${sheet}`}`)
export const mapImport =
  (id: string) =>
  (body: ImportMapping, idempotencyKey: string): Promise<Answer<ImportView>> =>
    call('PUT', `${IMPORTS}/${id}/mapping`, { body, idempotencyKey })
export const actOnImport =
  (id: string) =>
  (body: ImportAction, idempotencyKey: string): Promise<Answer<ImportView>> =>
    call('POST', `${IMPORTS}/${id}/state`, { body, idempotencyKey })
export const listFindings = (id: string, kind: 'bad' | 'conflict', after: number, limit = 50): Promise<Answer<FindingPage>> =>
  call('GET', `${IMPORTS}/${id}/findings?kind=${kind}&after=${after}&limit=${limit}`)
export const fixRow =
  (id: string, line: number) =>
  (cells: string[], idempotencyKey: string): Promise<Answer<null>> =>
    call('PUT', `${IMPORTS}/${id}/rows/${line}`, { body: { cells }, idempotencyKey })
export const chooseSide = (id: string, line: number, take: 'file' | 'register'): Promise<Answer<null>> =>
  call('POST', `${IMPORTS}/${id}/conflicts`, { body: { line, take } })

/** The file goes as it is; `onProgress` hears the share that was sent, from 0 to 1. */
export function uploadList(
  file: File,
  community: string | null,
  onProgress: (share: number) => void
): Promise<Answer<ImportView>> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onerror = () => resolve(fail(NO_NETWORK))
    request.onload = () => {
      const body = parsed(request.responseText)
      resolve(request.status === 201 ? ok(body as ImportView) : fail(failureOf(request.status, body)))
    }
    const query = { name: file.name.slice(0, 200), modified: String(file.lastModified), community: community ?? '' }
    request.open('POST', `${IMPORTS}${queryString(query)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The list as a file of the browser. */
export async function exportRegister(wish: ExportWish): Promise<Answer<{ blob: Blob; name: string }>> {
  try {
    const response = await fetch('/api/v1/register/exports', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(wish)
    })
    if (!response.ok) return fail(failureOf(response.status, await response.json().catch(() => undefined)))
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
    return ok({ blob: await response.blob(), name: name ?? `register.${wish.format}` })
  } catch {
    return fail(NO_NETWORK)
  }
}
