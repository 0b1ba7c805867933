import { writeXlsx } from 'hucre/xlsx'
import t from 'tap'
import { canRenew, type FILTERS, filtered } from '../../portal/employer/filters.ts'
import { readSheet } from '../../portal/employer/read-sheet.ts'
import { EMPTY_EMPLOYER, employerFaults, employerFieldOf, registrationOf } from '../../portal/employer/registration.ts'
import { type Cell, readRoster } from '../../portal/employer/roster.ts'
import type { WorkerView } from '../../shared/schema/work-employer.ts'

const TODAY = { year: 2020, month: 2, day: 20 }
const SITES = [{ number: 17, name: '凤凰国际', nameEn: 'Fenghuang International' }]
const GOOD = ['37010119900307001X', '37010119851012003X', '370102199112240045'] as const
const read = (...rows: (readonly Cell[])[]) => readRoster(rows, SITES, TODAY)
const faultsOf = (...rows: (readonly Cell[])[]) =>
  read(...rows).lines.flatMap(({ line, faults }) => faults.map(({ field, code }) => `${line} ${field} ${code}`))

t.test('columns are found by their headings in any order and language, below a title', async t => {
  const { lines, hasHeadings } = read(
    ['2020年2月复工人员名册'],
    ['序号', '联系电话', '身份证号码', '姓名', '居住小区'],
    [1, 13800138000, GOOD[0], '陈小明', '凤凰国际'],
    ['', '', '', '', ''],
    [2, '', 'M12345678', 'John Smith', 17]
  )
  t.ok(hasHeadings)
  t.strictSame(
    lines.map(({ line, row, faults }) => [line, row, faults]),
    [
      [3, { name: '陈小明', document: GOOD[0], phone: '13800138000', site: 17 }, []],
      [5, { name: 'John Smith', document: 'M12345678', phone: '', site: 17 }, []]
    ]
  )
  t.notOk(read(['陈小明', GOOD[0], '13800138000']).hasHeadings)
  for (const headings of [
    ['Name', 'Document', 'Phone', 'Compound'],
    ['이름', '신분증 번호', '전화', '단지'],
    ['氏名', '証明書番号', '電話', '団地']
  ])
    t.equal(read(headings, ['陈', GOOD[0], '', '']).lines[0]?.row.document, GOOD[0], headings.join())
})

t.test('every fault is named by its row and column', async t => {
  t.strictSame(
    faultsOf(
      ['姓名', '证件号码', '电话', '小区'],
      ['', GOOD[0], '', ''],
      ['陈🙂', GOOD[1], '', ''],
      ['陈', '370101199003070010', '12', '没有'],
      ['陈', ` ${GOOD[0].toLowerCase()} `, '', ''],
      ['x'.repeat(20_000), GOOD[2], '+82 10 1234 5678', '']
    ),
    [
      '2 name name-invalid',
      '3 name name-invalid',
      '4 document document-invalid',
      '4 phone phone-invalid',
      '4 site site-unknown',
      '5 document twice-in-roster',
      '6 name name-invalid'
    ]
  )
})

t.test('a number that the spreadsheet has rounded is told as such', async t => {
  t.strictSame(faultsOf(['陈', 370101199003070000, '', '']), ['1 document lost-digits'])
  t.strictSame(faultsOf(['陈', '3.70101E+17', '', '']), ['1 document lost-digits'])
})

t.test('a compound that is only nearly one is none', async t => {
  t.strictSame(faultsOf(['陈', GOOD[0], '', '17号楼']), ['1 site site-unknown'])
  t.strictSame(faultsOf(['陈', GOOD[0], '', ' 17 ']), [])
})

t.test('more than five hundred workers are told one by one', async t => {
  const many = Array.from({ length: 502 }, (_, at) => ['陈', `M${String(at).padStart(8, '0')}`])
  t.strictSame(faultsOf(...many), ['501 name too-many', '502 name too-many'])
})

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

t.test('spreadsheets and text in every encoding that Excel writes are read', async t => {
  const sheet = await writeXlsx({
    sheets: [
      {
        name: '名册',
        rows: [
          ['姓名', '证件'],
          ['陈小明', GOOD[0]]
        ]
      }
    ]
  })
  t.match(await readSheet(sheet), {
    ok: true,
    cells: [
      ['姓名', '证件'],
      ['陈小明', GOOD[0]]
    ]
  })
  const wanted = {
    ok: true,
    cells: [
      ['姓名', '证件'],
      ['陈,明', '007']
    ]
  }
  t.match(await readSheet(bytes('\ufeff姓名,证件\r\n"陈,明",007\r\n')), wanted)
  t.match(await readSheet(bytes('姓名;证件\n陈,明;007\n')), wanted)
  const gb = Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd6, 0xa4, 0xbc, 0xfe, 0x0a) // 姓名,证件
  t.match(await readSheet(gb), { ok: true, cells: [['姓名', '证件']] })
  const utf16 = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('姓名\t证件\r\n', 'utf16le')])
  t.match(await readSheet(utf16), { ok: true, cells: [['姓名', '证件']] })
})

t.test('whatever is no table is refused for what it is', async t => {
  const cases: [string, Uint8Array][] = [
    ['empty', Uint8Array.of()],
    ['empty', bytes(',,\n,,')],
    ['too-large', new Uint8Array(5_000_001)],
    ['old-excel', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['not-a-table', bytes('%PDF-1.7')],
    ['not-a-table', bytes('  <html><table>')],
    ['not-a-table', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
    ['damaged', bytes('PK\u0003\u0004 no zip')]
  ]
  for (const [fault, content] of cases) t.strictSame(await readSheet(content), { ok: false, fault }, fault)
})

const worker = (change: Partial<WorkerView>): WorkerView => ({
  number: 'abc123def456',
  name: 'Kim Min-jun',
  documentMasked: 'M1****78',
  phoneMasked: null,
  state: 'draft',
  declaredBy: null,
  inviteLink: null,
  submittedAt: null,
  dueAt: null,
  question: null,
  card: null,
  ...change
})
const card = { serial: 1, status: 'valid', hold: null, end: 0, reportedToday: false, link: null } as const

t.test('an employer finds whom it looks for', async t => {
  const held = worker({ number: 'held00000000', state: 'issued', card: { ...card, status: 'held', hold: 'report-missing' } })
  const all = [
    worker({}),
    held,
    worker({ number: 'done00000000', name: '陈小明', state: 'issued', card: { ...card, reportedToday: true } })
  ]
  const numbers = (...args: [keyof typeof FILTERS, string]) => filtered(all, ...args).map(({ number }) => number)
  t.same(numbers('all', ''), ['abc123def456', 'held00000000', 'done00000000'])
  t.same(numbers('draft', ''), ['abc123def456'])
  t.same(numbers('held', ''), ['held00000000'])
  t.same(numbers('unreported', ''), ['held00000000'])
  t.same(numbers('all', 'min kim'), ['abc123def456', 'held00000000'])
  t.same(numbers('issued', ' 小明'), ['done00000000'])
  t.same(all.map(canRenew), [false, true, true])
})

t.test('a registration is checked as it is typed', async t => {
  const good = {
    name: '示范建筑公司',
    creditCode: '91370100MA3X00010B',
    community: 'c1',
    address: '凤凰路 1 号',
    legal: '王法人',
    contact: '李联系',
    contactPhone: '0531-88001234'
  }
  t.strictSame(employerFaults(good), {})
  t.strictSame(Object.keys(employerFaults(EMPTY_EMPLOYER)).sort(), Object.keys(good).sort())
  t.strictSame(employerFaults({ ...good, creditCode: '91350100M000100Y4Z', legal: '🙂', contactPhone: '12' }), {
    creditCode: 'credit.characters',
    legal: 'name',
    contactPhone: 'phone'
  })
  t.strictSame(employerFaults({ ...good, name: 'x'.repeat(101), address: 'x'.repeat(101), contact: 'x'.repeat(20_000) }), {
    name: 'long',
    address: 'long',
    contact: 'long'
  })
  t.match(registrationOf(good), { legalRepresentative: '王法人', contact: { name: '李联系', phone: '0531-88001234' } })
  t.equal(employerFieldOf('/contact/phone'), 'contactPhone')
  t.equal(employerFieldOf(null), null)
})
