import { join } from 'node:path'
import t from 'tap'
import { importer } from '../../support/imports.ts'
import { asStaff, signedIn, startService } from '../../support/service.ts'
import { aMember, aSheet } from '../../support/sheets.ts'

const HEAD = '楼栋,单元,室,姓名,证件号码,手机,与户主关系,车牌'
const ROWS = [
  '9,2,1103,陈小明,37010119900307001X,15412345678,户主,鲁A12345',
  '9,2,1103,李芳,370101198512310021,15412345679,妻,',
  '9,2,1104,阿卜杜拉·买买提,370101200002290016,15412345670,户主,"鲁AD12345、鲁A54321"'
]
const csv = (rows: readonly string[], head = HEAD): string => [head, ...rows].join('\r\n')

t.test('a list of a community', async t => {
  const service = await startService(join(t.testdir(), 'data'))
  t.teardown(() => service.close())
  const { app, clock } = service
  const worker = await importer(app, 'worker1')
  const staff = asStaff(app, await signedIn(app, 'worker1'))
  const find = async (text: string) => (await staff('POST', '/api/v1/register/search', { text })).body.items
  const sheetOf = async (text: string) =>
    (await staff('GET', `/api/v1/register/households/${(await find(text))[0].household}`)).body

  await t.test('is understood by its headings, checked, and taken in on demand', async t => {
    const checked = await worker.check(csv(ROWS))
    t.match(checked, { state: 'checked', counts: { rows: 3, bad: 0, newHouseholds: 2, newPeople: 3 } })
    t.same(await find('陈小明'), [], 'a check writes nothing')
    const done = await worker.act(checked.id, 'import')
    t.match(done, { state: 'done', counts: { newHouseholds: 2, newPeople: 3 } })
    t.match(await sheetOf('9-2-1103'), {
      site: 1,
      tenure: 'own',
      verified: { how: 'import' },
      members: [
        { name: '陈小明', relation: 'head', phone: '15412345678' },
        { name: '李芳', relation: 'spouse', sex: 'female' }
      ],
      vehicles: [{ plate: '鲁A12345' }]
    })
    t.equal((await sheetOf('9-2-1104')).vehicles.length, 2)
    t.equal((await find('amm')).length + (await find('鲁A54321')).length, 1, 'found by plate')
  })
  await t.test('changes nothing when it comes again, in whatever order', async t => {
    const checked = await worker.check(csv([...ROWS].reverse()))
    t.match(checked.counts, { newHouseholds: 0, changedHouseholds: 0, sameHouseholds: 2, newPeople: 0, bad: 0 })
    await worker.act(checked.id, 'import')
    t.equal((await sheetOf('9-2-1103')).version, 1)
  })
  await t.test('adds and corrects, and leaves what it does not name', async t => {
    clock.now += 60_000
    const rows = ['9,2,1103,陈小明,37010119900307001X,15400000001,,', '9,2,1103,陈宝,,,子,']
    const checked = await worker.check(csv(rows))
    t.match(checked.counts, { changedHouseholds: 1, newPeople: 1, changedPeople: 1, bad: 0, conflicts: 0 })
    await worker.act(checked.id, 'import')
    const sheet = await sheetOf('9-2-1103')
    t.match(sheet.members, [{ phone: '15400000001', relation: 'head' }, { name: '李芳' }, { name: '陈宝', relation: 'child' }])
    t.equal(sheet.version, 2)
    const again = await worker.check(csv(rows))
    t.match(again.counts, { sameHouseholds: 1, changedHouseholds: 0 })
  })
  await t.test('tells each bad row with line, column, value and reason, and lets the good ones in', async t => {
    const rows = [
      '10,1,101,王一,370101199003070011,15412345671,户主,',
      '10,1,101,王二,3.70101E+17,15412345672,,',
      '10,1,102,张*丰,,15412345673,,',
      '10,1,,赵四,,,,',
      '10,1,103,钱五,,123,,',
      '10,1,104,孙六,37010119900307001X,,,',
      '10,1,105,周七,,,户主,鲁A12345',
      '10,1,106,吴八,370101198512310021,,,',
      '10,1,107,好人,,15412345674,户主,'
    ]
    const checked = await worker.check(csv(rows))
    t.match(checked.counts, { rows: 9, bad: 8, newHouseholds: 1, newPeople: 1 })
    const { items } = await worker.findings(checked.id)
    t.match(
      items.map(({ line, faults: [fault] }) => [line, fault?.column, fault?.reason]),
      [
        [2, 4, 'document-invalid'],
        [3, 4, 'digits-lost'],
        [4, 3, 'masked'],
        [5, 2, 'missing'],
        [6, 5, 'phone-invalid'],
        [7, 4, 'document-taken'],
        [8, 7, 'plate-taken'],
        [9, 4, 'document-taken']
      ]
    )
    t.match(items[0]?.faults[0], { value: '370101199003070011', detail: 'check-digit' })
    const first = await worker.findings(checked.id, 'bad', '&limit=2')
    t.same([first.items.map(({ line }) => line), first.next], [[2, 3], 3])
    await worker.act(checked.id, 'import')
    t.equal((await find('好人')).length, 1)
    t.equal((await find('王一')).length, 0)

    await worker.fix(checked.id, 2, ['10', '1', '101', '王一', '370101199003070014', '15412345671', '户主', ''])
    const again = await worker.act(checked.id, 'check')
    t.match(again, { state: 'checked', stale: false, counts: { bad: 8 } }, 'another wrong digit is found, too')
    const citizen = '370101195001010015'
    await worker.fix(checked.id, 2, ['10', '1', '101', '王一', citizen, '15412345671', '户主', ''])
    const refused = await worker.ask('POST', `/api/v1/register/imports/${checked.id}/state`, { action: 'import' })
    t.equal(refused.body.code, 'import-stale')
  })
  await t.test('does not overwrite what staff changed after it was made, unless they say so', async t => {
    const asOf = clock.now
    clock.now += 60_000
    const sheet = await sheetOf('9-2-1104')
    const members = sheet.members.map(({ birthYear: _, elsewhere: __, ...member }: Record<string, unknown>) => ({
      ...member,
      phone: '15499999999'
    }))
    const { version, building, unit, room, tenure, landlord, grid, note } = sheet
    const vehicles = sheet.vehicles.map(({ plate, note }: { plate: string; note: string | null }) => ({ plate, note }))
    const change = { site: 1, building, unit, room, tenure, landlord, grid, note, members, vehicles, version }
    const saved = await staff('PUT', `/api/v1/register/households/${sheet.id}`, { ...change, how: 'door', outcome: 'reached' })
    t.equal(saved.status, 200)
    const checked = await worker.check(csv(ROWS.slice(2)), { asOf })
    t.match(checked.counts, { conflicts: 1, changedHouseholds: 0 })
    const { items } = await worker.findings(checked.id, 'conflict')
    t.match(items, [{ line: 2, changes: [{ before: '15499999999', after: '15412345670' }], accepted: false }])
    await worker.act(checked.id, 'import')
    t.match((await sheetOf('9-2-1104')).members, [{ phone: '15499999999' }])
    const again = await worker.act(checked.id, 'check')
    await worker.choose(again.id, 2, 'file')
    t.match(await worker.act(again.id, 'import'), { state: 'done', counts: { changedHouseholds: 1, conflicts: 0 } })
    const now = await sheetOf('9-2-1104')
    t.match(now.members, [{ phone: '15412345670' }])
    t.match(now.verified, { how: 'door', outcome: 'reached' }, 'an import is no visit')
    const newer = await worker.check(csv(['9,2,1104,阿卜杜拉·买买提,370101200002290016,15400000002,,']), { asOf: clock.now })
    t.match(newer.counts, { conflicts: 0, changedHouseholds: 1 }, 'a list that is newer than the change is taken')
  })
  await t.test('leads into the own community only', async t => {
    const checked = await worker.check(csv(['2,9,2,1,某人,,,,'], `小区,${HEAD}`))
    t.match(checked.counts, { bad: 1 })
    t.match(await worker.findings(checked.id), { items: [{ faults: [{ reason: 'site-unknown', column: 0, value: '2' }] }] })
    const other = await importer(app, 'worker2')
    t.equal((await other.ask('GET', `/api/v1/register/imports/${checked.id}`)).status, 404)
    t.equal((await other.upload('a', `?community=${service.communities[0]}`)).status, 400)
    t.same((await other.ask('GET', '/api/v1/register/imports')).body.items, [])
  })
  await t.test('remembers what a heading means', async t => {
    const head = '栋,门洞,室,当事人,证件号码'
    const { body } = await worker.upload(csv(['1,1,1,某甲,'], head))
    const { mapping } = await worker.preview(body.id)
    t.same(mapping.columns, ['building', 'unit', 'room', null, 'documentNumber'])
    const columns = mapping.columns.with(3, 'name')
    t.equal((await worker.ask('PUT', `/api/v1/register/imports/${body.id}/mapping`, mapping)).body.code, 'mapping-incomplete')
    t.equal((await worker.ask('PUT', `/api/v1/register/imports/${body.id}/mapping`, { ...mapping, columns })).status, 200)
    await worker.settled(body.id)
    const next = await worker.upload(csv(['1,1,2,某乙,'], head))
    t.same((await worker.preview(next.body.id)).mapping.columns, columns)
  })
  await t.test('can be cancelled, and then holds nothing of anybody', async t => {
    const checked = await worker.check(csv(['1,1,3,某丙,,,,']))
    t.match(await worker.act(checked.id, 'cancel'), { state: 'cancelled' })
    t.same(await service.ctx.storage.importPages(checked.id, 0, 0, 1), [])
    t.same(await service.ctx.storage.stagedRows(checked.id, null, 1), [])
  })
  await t.test('gathers a household whose lines stand far apart, and repeats a door that is written once', async t => {
    const many = Array.from({ length: 1_500 }, (_, index) => `20,1,${(index % 500) + 1},住户${index},,,,`)
    const checked = await worker.check(csv(many))
    t.match(checked.counts, { rows: 1_500, newHouseholds: 500, newPeople: 1_500, bad: 0 })
    const above = await worker.check(csv(['21,1,1,甲一,,,,', ',,,甲二,,,,', ',,,甲三,,,,', '21,1,2,乙一,,,,']))
    t.match(above, { mapping: { repeatAbove: true }, counts: { newHouseholds: 2, newPeople: 4 } })
  })
  await t.test('keeps two of one name apart, and one person of two households together', async t => {
    const twins = ['30,1,1,王伟,,15411111111,户主,', '30,1,1,王伟,,15411111112,子,', '30,1,1,刘洋,370101195001010015,,配偶,']
    const checked = await worker.check(
      csv([...twins, '30,1,2,刘洋,370101195001010015,15411111113,户主,', '30,1,3,刘海,370101195001010015,,,'])
    )
    t.match(checked.counts, { newHouseholds: 2, bad: 1 })
    t.match(await worker.findings(checked.id), { items: [{ line: 6, faults: [{ reason: 'document-twice', detail: '4' }] }] })
    await worker.act(checked.id, 'import')
    const sheet = await sheetOf('30-1-1')
    t.equal(sheet.members.length, 3)
    t.match(sheet.members[2], { name: '刘洋', elsewhere: 1, phone: '15411111113' })
    const again = await worker.check(csv([...twins, '30,1,2,刘洋,370101195001010015,15411111113,户主,']))
    t.match(again.counts, { sameHouseholds: 2, changedHouseholds: 0, newHouseholds: 0 })
  })
  await t.test('is refused where a register page of the same door is made meanwhile', async t => {
    const checked = await worker.check(csv(['40,1,1,何一,,,户主,']))
    await staff(
      'POST',
      '/api/v1/register/households',
      aSheet({ building: '40', unit: '1', room: '1', members: [aMember({ name: '何一', document: null, phone: null })] })
    )
    t.match(await worker.act(checked.id, 'import'), { counts: { newHouseholds: 0, sameHouseholds: 1 } })
  })
})
