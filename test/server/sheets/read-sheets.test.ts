import { join } from 'node:path'
import { readdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import t from 'tap'
import type { SheetFailure, SheetRow } from '../../../server/ports/sheet-file.ts'
import { MAX_FILE_BYTES } from '../../../server/sheets/limits.ts'
import { readSheets } from '../../../server/sheets/read-sheets.ts'
import { keepUpload } from '../../../server/sheets/temp-file.ts'
import { textRow, xlsxOf, zipOf } from '../../support/xlsx-file.ts'

const dir = join(t.testdir(), 'uploads')

type Read = { format: string; sheets: { name: string; hidden: boolean; rows: SheetRow[] }[] }

async function read(bytes: Buffer | Readable, limit = MAX_FILE_BYTES): Promise<Read> {
  const file = await keepUpload(dir, bytes instanceof Readable ? bytes : Readable.from([bytes]), limit)
  try {
    const { format, parts } = await readSheets(file)
    const sheets: Read['sheets'] = []
    for await (const part of parts) {
      if (part.kind === 'sheet') sheets.push({ name: part.name, hidden: part.hidden, rows: [] })
      else sheets.at(-1)?.rows.push(...part.rows)
    }
    return { format, sheets }
  } finally {
    file.close()
  }
}
const rowsOf = async (bytes: Buffer): Promise<(number | readonly string[])[][]> =>
  (await read(bytes)).sheets[0]?.rows.map(({ line, cells }) => [line, cells]) ?? []
const refuses = async (t: Tap, code: string, bytes: Buffer | Readable, limit?: number): Promise<void> => {
  await t.rejects(read(bytes, limit), { code } as unknown as SheetFailure, code)
}
type Tap = { rejects(promise: Promise<unknown>, error: SheetFailure, name: string): Promise<unknown> }

// 姓名,室 / 陈小明,1103
const GB18030 = Buffer.from('d0d5c3fb2cca d20d0ab3c2d0a1c3f72c313130330d0a'.replace(' ', ''), 'hex')

t.test('text of every encoding, separator and line end', async t => {
  const plain = [
    [1, ['姓名', '室']],
    [2, ['陈小明', '1103']]
  ]
  const text = '姓名,室\r\n陈小明,1103\r\n'
  t.same(await rowsOf(Buffer.from(text)), plain, 'UTF-8')
  t.same(await rowsOf(Buffer.from(`\ufeff${text}`)), plain, 'UTF-8 with a mark')
  t.same(await rowsOf(GB18030), plain, 'GB18030')
  t.equal((await read(GB18030)).format, 'csv gb18030')
  t.same(await rowsOf(Buffer.from(`\ufeff${text}`, 'utf16le')), plain, 'UTF-16')
  t.same(await rowsOf(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()), plain, 'UTF-16, big end first')
  t.same(
    await rowsOf(Buffer.from('a,b,c\r\n1,2,3\r\n'.repeat(9), 'utf16le')).then(rows => rows.length),
    18,
    'UTF-16 without a mark'
  )
  t.same(await rowsOf(Buffer.from(text.replaceAll(',', ';'))), plain, 'semicolons')
  t.same(await rowsOf(Buffer.from(text.replaceAll(',', '\t'))), plain, 'tabs')
  t.same(await rowsOf(Buffer.from('一份名单\n姓名,室\n"陈\n小明",1\r\n王五,2\r李四,"a ""b"" c"\n\n,,\n赵六,4')), [
    [1, ['一份名单']],
    [2, ['姓名', '室']],
    [3, ['陈\n小明', '1']],
    [5, ['王五', '2']],
    [6, ['李四', 'a "b" c']],
    [9, ['赵六', '4']]
  ])
  const late = Buffer.concat([Buffer.from('a,b\n'.repeat(100_000)), GB18030])
  t.equal((await read(late)).format, 'csv gb18030', 'told by the last line')
})

t.test('a spreadsheet as people see it', async t => {
  const shared = ['姓名', '<t>陈</t><rPh><t>chen</t></rPh><r><t>小明</t></r>']
  const rows = [
    '<c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>日期</t></is></c>',
    '<c r="A2" t="s"><v>1</v></c><c r="B2"><v>1.3912345678E10</v></c><c r="C2" s="1"><v>43864</v></c><c r="D2" s="2"><v>43864.5</v></c>',
    '<c r="A3" t="str"><f>A2&amp;"x"</f><v>算出的</v></c><c r="B3"><v>3.7010119900307E17</v></c><c r="C3"><v>43864</v></c><c r="D3" t="b"><v>1</v></c>',
    '<c><v>0.1</v></c><c t="e"><v>#REF!</v></c>'
  ]
  const { sheets, format } = await read(
    xlsxOf(
      [
        { name: '住户', rows },
        { name: '空', rows: [], state: 'hidden' }
      ],
      shared,
      { 'xl/vbaProject.bin': 'Sub AutoOpen()' }
    )
  )
  t.equal(format, 'xlsx', 'macros are there and not looked at')
  t.same(
    sheets.map(({ name, hidden }) => [name, hidden]),
    [
      ['住户', false],
      ['空', true]
    ]
  )
  t.same(
    sheets[0]?.rows.map(({ cells }) => cells),
    [
      ['姓名', '', '日期'],
      ['陈小明', '13912345678', '2020-02-03', '2020-02-03'],
      ['算出的', '3.7010119900307E+17', '43864', 'TRUE'],
      ['0.1', '#REF!']
    ]
  )
})

t.test('merged cells stand in each of their rows, titles once', async t => {
  const rows = [
    textRow(1, ['登记表']),
    textRow(2, ['9-2-1', '甲']),
    textRow(3, ['', '乙']),
    textRow(4, ['', '丙']),
    textRow(5, ['', '丁'])
  ]
  const { sheets } = await read(xlsxOf([{ name: 's', rows, merges: ['A1:F1', 'A2:A4'] }]))
  t.same(
    sheets[0]?.rows.map(({ cells }) => cells),
    [['登记表'], ['9-2-1', '甲'], ['9-2-1', '乙'], ['9-2-1', '丙'], ['', '丁']]
  )
})

t.test('files that are no table each say why', async t => {
  await refuses(t, 'file-empty', Buffer.alloc(0))
  await refuses(t, 'file-empty', Buffer.from('\r\n  \n'))
  await refuses(t, 'file-kind', Buffer.from('%PDF-1.7 ...'))
  await refuses(t, 'file-kind', Buffer.from('<html><table><tr><td>姓名'))
  await refuses(t, 'file-kind', Buffer.from([1, 2, 3, 0, 4, 5, 6, 0, 0, 0, 9, 9, 0]))
  await refuses(t, 'file-kind', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }))
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(70_000)])
  await refuses(t, 'file-old-excel', ole)
  await refuses(t, 'file-encrypted', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))
  await refuses(t, 'file-encoding', Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a, 0x80]))
  await refuses(t, 'file-damaged', xlsxOf([{ name: 's', rows: [textRow(1, ['a'])] }]).subarray(0, 300))
  await refuses(t, 'file-damaged', xlsxOf([{ name: 's', rows: ['<c r="A1"><v>1</w></c>'] }]))
  await refuses(t, 'file-quote', Buffer.from(`姓名,室\n"陈,1\n${'王,2\n'.repeat(100_000)}`))
  await refuses(t, 'file-columns', Buffer.from('x,'.repeat(201)))
  await refuses(t, 'file-columns', xlsxOf([{ name: 's', rows: ['<c r="XFD1"><v>1</v></c>'] }]))
  t.equal((await rowsOf(Buffer.from(`${'x,'.repeat(199)}x`)))[0]?.length, 2, 'two hundred columns are read')
})

t.test('what grows too much is cut off while it is read', async t => {
  await refuses(t, 'too-large', Readable.from(Array.from({ length: 64 }, () => Buffer.alloc(65_536, 97))), 1_000_000)
  const bomb = xlsxOf([{ name: 's', rows: [textRow(1, ['a'])] }], [], {
    'xl/sharedStrings.xml': `<sst><si><t>${'a'.repeat(80_000_000)}</t></si></sst>`
  })
  t.ok(bomb.length < 200_000)
  await refuses(t, 'file-inflates', bomb)
  await refuses(t, 'file-rows', Buffer.from('1\n'.repeat(1_000_001)))
  t.same(readdirSync(dir), [], 'nothing is left on the disk')
})

t.test('a file lies on the disk encrypted, and is read from any place', async t => {
  const text = Buffer.from('陈小明,37010119900307001X\n'.repeat(100))
  const file = await keepUpload(dir, Readable.from([text]), MAX_FILE_BYTES)
  const { readFileSync } = await import('node:fs')
  t.notOk(readFileSync(join(dir, readdirSync(dir)[0] as string)).includes('37010119900307001X'))
  for (const [start, end] of [
    [0, 5],
    [16, 40],
    [37, 39],
    [1_001, 2_345]
  ] as const) {
    const chunks: Buffer[] = []
    for await (const chunk of file.read(start, end)) chunks.push(chunk as Buffer)
    t.same(Buffer.concat(chunks), text.subarray(start, end))
  }
  file.close()
})
