import type { Context } from '../../server/domain/context.ts'
import { NO_COUNTS } from '../../server/domain/import/import-view.ts'
import { sealPacked, sealPlain } from '../../server/domain/import/pages.ts'
import type { ImportBody } from '../../server/ports/import-storage.ts'
import type { Call, Fixture } from './authz-fixture.ts'

const LISTS = '/api/v1/register/imports'

/** A list of one community, checked, with one household that staff changed since. */
export async function importThings(
  { storage, signer }: Context,
  index: number,
  site: number,
  community: string
): Promise<Pick<Fixture, 'import'>> {
  const id = `import-${index}-${Math.floor(Math.random() * 1e9)}`
  const mapping = { sheet: 0, headingLine: 1, columns: ['room', 'name'] as const, site, repeatAbove: false, asOf: 1 }
  const body: ImportBody = {
    fileName: `标记${index}`,
    format: 'csv utf-8',
    sheets: [{ name: '', hidden: false, rows: 2 }],
    mapping: { ...mapping, columns: [...mapping.columns] },
    cursor: { phase: 'doors', after: null },
    counts: NO_COUNTS,
    exportedAt: null,
    stale: false
  }
  const by = { createdBy: 'a', createdByName: `标记${index}`, createdAt: 1, updatedAt: 1 }
  await storage.addImport({ id, community, state: 'checked', step: 0, ...by, body })
  const rows = [
    { line: 1, cells: ['室', '姓名'] },
    { line: 2, cells: ['9-1', `标记${index}`] }
  ]
  const changed = { faults: [], household: 1, version: 1, changes: [] }
  await storage.moveImport({
    id,
    step: 0,
    state: 'checked',
    body,
    at: 1,
    pages: [{ sheet: 0, number: 0, firstLine: 1, lastLine: 2, body: sealPacked(signer, 'import-page', rows) }],
    findings: [
      { site, addressKey: 'x', line: 2, kind: 'conflict', accepted: null, body: sealPlain(signer, 'import-finding', changed) }
    ]
  })
  return { import: id }
}

export const IMPORT_CALLS: Readonly<Record<string, Call>> = {
  [`POST ${LISTS}`]: ({ community }) => ({
    url: `${LISTS}?community=${community}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: Buffer.from('室,姓名\n9-1,甲\n')
  }),
  'POST /api/v1/register/exports': ({ community }) => ({
    url: '/api/v1/register/exports',
    payload: { format: 'csv', language: 'zh', community }
  }),
  [`GET ${LISTS}/:import`]: ({ import: id }) => ({ url: `${LISTS}/${id}` }),
  [`GET ${LISTS}/:import/preview`]: ({ import: id }) => ({ url: `${LISTS}/${id}/preview` }),
  [`PUT ${LISTS}/:import/mapping`]: ({ import: id, site }) => ({
    url: `${LISTS}/${id}/mapping`,
    payload: { sheet: 0, headingLine: 0, columns: ['room', 'name'], site, repeatAbove: false, asOf: 1 }
  }),
  [`POST ${LISTS}/:import/state`]: ({ import: id }) => ({ url: `${LISTS}/${id}/state`, payload: { action: 'cancel' } }),
  [`GET ${LISTS}/:import/findings`]: ({ import: id }) => ({ url: `${LISTS}/${id}/findings?kind=conflict` }),
  [`PUT ${LISTS}/:import/rows/:line`]: ({ import: id }) => ({ url: `${LISTS}/${id}/rows/2`, payload: { cells: ['x'] } }),
  [`POST ${LISTS}/:import/conflicts`]: ({ import: id }) => ({
    url: `${LISTS}/${id}/conflicts`,
    payload: { line: 2, take: 'file' }
  })
}
