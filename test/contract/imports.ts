import type { Test } from 'tap'
import { NO_COUNTS } from '../../server/domain/import/import-view.ts'
import type { FindingRow, ImportMove, ImportRow, StagedRow } from '../../server/ports/import-storage.ts'
import type { HouseholdWrite } from '../../server/ports/register-storage.ts'
import type { Storage } from '../../server/ports/storage.ts'
import { AT } from './samples.ts'
import { withStorage } from './with-storage.ts'

const BODY: ImportRow['body'] = {
  fileName: 'a.csv',
  format: 'csv utf-8',
  sheets: [],
  mapping: null,
  cursor: { phase: 'clearing' },
  counts: NO_COUNTS,
  exportedAt: null,
  stale: false
}
const aList = (id: string, change: Partial<ImportRow> = {}): ImportRow => ({
  id,
  community: 'c1',
  state: 'checking',
  step: 0,
  createdBy: 'a1',
  createdByName: '甲',
  createdAt: AT,
  updatedAt: AT,
  body: BODY,
  ...change
})
const aMove = (step: number, change: Partial<ImportMove> = {}): ImportMove => ({
  id: 'i1',
  step,
  state: 'checking',
  body: BODY,
  at: AT + 1,
  ...change
})
const aRow = (line: number, addressKey: string, document: string | null = null): StagedRow => ({
  site: 1,
  addressKey,
  line,
  document,
  body: `row ${line}`
})
const aFinding = (line: number, change: Partial<FindingRow> = {}): FindingRow => ({
  site: 0,
  addressKey: '',
  line,
  kind: 'bad',
  accepted: null,
  body: `finding ${line}`,
  ...change
})
const aHousehold = (room: string): HouseholdWrite => ({
  fields: {
    site: 1,
    community: 'c1',
    building: '1',
    unit: '',
    room,
    addressKey: `1--${room}`,
    tenure: 'own',
    grid: null,
    body: 'sealed'
  },
  members: [
    { kind: 'new', relation: 'head', tokens: () => [], fields: { documentIndex: `d${room}`, birthYear: null, body: 'sealed' } }
  ],
  vehicles: [{ plate: `P${room}`, kind: 'other', note: null }],
  tokens: [],
  revision: { at: AT, actor: 'a1', actorName: '甲', how: 'import', outcome: null, changes: null }
})

export function importContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'a step counts once, with everything that it writes', async (t, storage) => {
    await storage.addImport(aList('i1'))
    const write = { rows: [aRow(1, 'b'), aRow(2, 'a')], findings: [aFinding(3)] }
    const both = await Promise.all([storage.moveImport(aMove(0, write)), storage.moveImport(aMove(0, write))])
    t.same(both.sort(), ['moved', 'stale'])
    t.match(await storage.registerImport('i1'), { step: 1, updatedAt: AT + 1 })
    t.same(await storage.stagedRows('i1', null, 9), [aRow(2, 'a'), aRow(1, 'b')], 'in the order of their doors')
    t.same(await storage.stagedRows('i1', { site: 1, addressKey: 'a', line: 2 }, 9), [aRow(1, 'b')])
    t.same(await storage.countFindings('i1'), { bad: 1, conflict: 0 })
  })
  withStorage(t, open, 'a step whose household is taken writes nothing at all', async (t, storage) => {
    await storage.addImport(aList('i1'))
    t.equal(await storage.moveImport(aMove(0, { adds: [aHousehold('1')] })), 'moved')
    t.equal(await storage.moveImport(aMove(1, { adds: [aHousehold('2'), aHousehold('1')], findings: [aFinding(9)] })), 'conflict')
    t.match(await storage.registerImport('i1'), { step: 1 })
    t.equal((await storage.householdsAt([{ site: 1, addressKey: '1--2' }])).length, 0)
    t.same(await storage.countFindings('i1'), { bad: 0, conflict: 0 })
  })
  withStorage(t, open, 'lists are shown newest first, of one community or of all', async (t, storage) => {
    await storage.addImport(aList('i1'))
    await storage.addImport(aList('i2', { community: null, createdAt: AT + 1 }))
    t.same(
      (await storage.registerImports(null, 9)).map(({ id }) => id),
      ['i2', 'i1']
    )
    t.same(
      (await storage.registerImports('c1', 9)).map(({ id }) => id),
      ['i1']
    )
    t.equal(await storage.registerImport('i3'), null)
  })
  withStorage(
    t,
    open,
    'pages are found by number and by line, and a correction takes the place of an earlier one',
    async (t, storage) => {
      await storage.addImport(aList('i1'))
      const page = (number: number) => ({
        sheet: 0,
        number,
        firstLine: number * 10 + 1,
        lastLine: number * 10 + 10,
        body: `page ${number}`
      })
      await storage.moveImport(aMove(0, { pages: [page(0), page(1)] }))
      t.same(await storage.importPages('i1', 0, 1, 9), [page(1)])
      t.same(await storage.importPageOf('i1', 0, 10), page(0))
      t.equal(await storage.importPageOf('i1', 0, 21), null)
      await storage.moveImport(aMove(1, { fix: { sheet: 0, line: 5, body: 'first' } }))
      await storage.moveImport(aMove(2, { fix: { sheet: 0, line: 5, body: 'second' } }))
      t.same(await storage.importFixes('i1', 0, 1, 10), [{ line: 5, body: 'second' }])
    }
  )
  withStorage(t, open, 'findings are paged by line, replaced, settled and accepted', async (t, storage) => {
    await storage.addImport(aList('i1'))
    const conflict = aFinding(4, { kind: 'conflict', site: 1, addressKey: 'a' })
    await storage.moveImport(aMove(0, { findings: [aFinding(1), aFinding(2), aFinding(3), conflict] }))
    t.same(
      (await storage.importFindings('i1', 'bad', 1, 1)).map(({ line }) => line),
      [2]
    )
    await storage.moveImport(aMove(1, { findings: [aFinding(2, { body: 'again' })], settled: [{ line: 1, kind: 'bad' }] }))
    t.match(await storage.importFindings('i1', 'bad', 0, 9), [{ line: 2, body: 'again' }, { line: 3 }])
    t.equal(await storage.acceptFinding('i1', 4, 7), true)
    t.equal(await storage.acceptFinding('i1', 2, 7), false, 'only a conflict')
    t.match(await storage.importFindingsAt('i1', 'conflict', [4, 5]), [{ line: 4, accepted: 7 }])
  })
  withStorage(t, open, 'rows of a document that stands several times are told', async (t, storage) => {
    await storage.addImport(aList('i1'))
    await storage.moveImport(aMove(0, { rows: [aRow(1, 'a', 'x'), aRow(2, 'b', 'y'), aRow(3, 'c', 'x')] }))
    t.same(
      (await storage.stagedTwice('i1', ['x', 'y', 'z'])).map(({ line }) => line),
      [1, 3]
    )
  })
  withStorage(t, open, 'what belongs to a list is cleared, and of another one nothing', async (t, storage) => {
    await storage.addImport(aList('i1'))
    await storage.addImport(aList('i2'))
    for (const id of ['i1', 'i2'])
      await storage.moveImport({ ...aMove(0, { rows: [aRow(1, 'a')], findings: [aFinding(1)] }), id })
    t.equal(await storage.clearImport('i1', 'everything'), false)
    t.same(await storage.stagedRows('i1', null, 9), [])
    t.same([(await storage.stagedRows('i2', null, 9)).length, await storage.countFindings('i2')], [1, { bad: 1, conflict: 0 }])
  })
  withStorage(t, open, 'the register is read for many households at once', async (t, storage) => {
    const ids = (await storage.addHouseholds([aHousehold('1'), aHousehold('2')])) ?? []
    t.match(await storage.memberRowsOf(ids), [
      { household: ids[0], documentIndex: 'd1', relation: 'head', elsewhere: 0 },
      { household: ids[1], documentIndex: 'd2' }
    ])
    t.match(await storage.vehicleRowsOf(ids), [{ plate: 'P1' }, { plate: 'P2' }])
    t.match(await storage.vehiclesByPlates(['P2', 'P9']), [{ household: ids[1] }])
    t.match(await storage.peopleByDocuments(['d2', 'd9']), [{ documentIndex: 'd2', version: 1 }])
    t.same(await storage.lastEdits(ids), [], 'an import is no edit')
  })
  withStorage(t, open, 'meanings of headings are kept for each community', async (t, storage) => {
    await storage.putImportWords('c1', { 当事人: 'name' })
    await storage.putImportWords('c1', { 当事人: 'note' })
    t.same(await storage.importWords('c1'), { 当事人: 'note' })
    t.same(await storage.importWords(null), {})
  })
}
