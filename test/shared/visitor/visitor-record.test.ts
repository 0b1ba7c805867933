import t from 'tap'
import { parseVisitor, readTyped, type TypedVisitor } from '../../../shared/visitor/visitor-record.ts'
import { emptyForm, readForm } from '../../../scanner/visitor/visitor-form.ts'

const TODAY = { year: 2026, month: 11, day: 24 }
const typed = (change: Partial<TypedVisitor> = {}): TypedVisitor => ({
  name: ' 陈小明 ',
  phone: '154 1234 5678',
  document: '',
  building: '3',
  unit: '',
  room: '',
  host: '',
  purpose: 'visit',
  health: 'none',
  device: 'd1',
  ...change
})
const parse = (change: Partial<TypedVisitor> = {}) => parseVisitor(typed(change), TODAY, () => null)

t.test('a visitor is written down as typed, in normal form', async t => {
  t.match(parse(), { ok: true, value: { record: { name: '陈小明', phone: '15412345678', document: '' }, documentKey: null } })
  const document = parse({ document: '37010119900307001x' })
  t.match(document, { value: { record: { document: '37010119900307001X' }, documentKey: 'citizen-id|CHN|37010119900307001X' } })
})

t.test('what is needed and what is wrong is told by its field', async t => {
  const cases: [Partial<TypedVisitor>, string][] = [
    [{ name: ' ' }, 'name'],
    [{ name: '陈*明' }, 'name'],
    [{ phone: '' }, 'phone'],
    [{ phone: '12' }, 'phone'],
    [{ document: '370101199003070011' }, 'document'],
    [{ building: 'x'.repeat(13) }, 'building'],
    [{ room: 'a\nb' }, 'room'],
    [{ host: 'x'.repeat(31) }, 'host'],
    [{ purpose: 'party' }, 'purpose'],
    [{ health: '' }, 'health']
  ]
  for (const [change, field] of cases) t.match(parse(change), { ok: false, failure: { field } }, JSON.stringify(change))
})

t.test('only a whole record is one', async t => {
  t.same(readTyped(typed()), typed())
  t.equal(readTyped({ ...typed(), more: 'x' }), null)
  t.equal(readTyped({ ...typed(), name: 1 }), null)
  const { name: _name, ...less } = typed()
  t.equal(readTyped(less), null)
  t.equal(readTyped(null), null)
})

t.test('the form takes a plate beside the record, also one of paper', async t => {
  const form = { ...emptyForm('d1'), name: '陈小明', phone: '+82 10 1234 5678', health: 'none' }
  t.match(readForm(form, TODAY), { ok: true, value: { plate: null, record: { phone: '+821012345678' } } })
  t.match(readForm({ ...form, plate: '鲁a·12345' }, TODAY), { value: { plate: '鲁A12345' } })
  t.match(readForm({ ...form, plate: '临 3 号' }, TODAY), { value: { plate: '临 3 号' } })
  t.match(readForm({ ...form, plate: 'x'.repeat(21) }, TODAY), { failure: { field: 'plate' } })
  t.match(readForm({ ...form, health: '' }, TODAY), { failure: { field: 'health' } })
})
