import t from 'tap'
import { meaningsOf } from '../../../server/domain/register/search-register.ts'
import { addressWords, nameWords, personWords, tokenOf } from '../../../server/domain/register/search-tokens.ts'
import { createSealing } from '../../../server/keys/sealing.ts'

const sealing = createSealing(new Uint8Array(32), count => new Uint8Array(count))
const asked = (text: string): string[] => meaningsOf(text).flatMap(({ words }) => words)

t.test('a name is found by what staff type', async t => {
  for (const [name, ...texts] of [
    ['陈小明', '陈小明', '陈小', '小明', 'chenxiaoming', 'chenxiao', 'cxm', 'chenxm', 'CXM', 'chen xiao ming', '陈 小明'],
    ['欧阳明月', '欧阳', '欧阳明月', 'ouyang', 'oymy', 'ouyangmingyue'],
    ['单雄信', 'shanxiongxin', 'sxx'],
    ['吕布', 'lvbu', 'lb'],
    ['阿卜杜拉·买买提', '阿卜杜拉买买提', '阿卜杜拉·买买提', '阿卜'],
    ['𠮷田', '𠮷田'],
    ['Kim Min Jun', 'kim min jun', 'KIMMINJUN', 'min']
  ] as const) {
    const words = new Set<string>(nameWords(name))
    for (const text of texts)
      t.ok(
        asked(text).some(word => words.has(word)),
        `${name} by ${text}`
      )
    t.notOk(asked('王芳').some(word => words.has(word)))
  }
})

t.test('numbers, doors and plates are found in each way of writing them', async t => {
  const words = personWords({
    name: '陈小明',
    document: { type: 'citizen-id', country: 'CHN', number: '37010119900307001X' },
    phone: '15412345678'
  })
  for (const text of ['37010119900307001x', '370101 19900307 001X', '154 1234 5678', '+8615412345678', '5678'])
    t.ok(
      asked(text).some(word => (words as string[]).includes(word)),
      text
    )
  t.ok(
    asked('9号楼2单元1103').some(word => (addressWords({ building: '9', unit: '2', room: '1103' }) as string[]).includes(word))
  )
  t.ok(asked('9-1103').some(word => (addressWords({ building: '9', unit: '2', room: '1103' }) as string[]).includes(word)))
  t.same(
    asked('鲁a·d12345').filter(word => word.startsWith('plate')),
    ['plate:鲁AD12345']
  )
})

t.test('nothing is asked for a text that means nothing', async t => {
  for (const text of [' ', '*', '1', '\u200b']) t.same(asked(text), [], JSON.stringify(text))
})

t.test('a token tells neither its word nor that another community has the same', async t => {
  const token = tokenOf(sealing, 'c1', 'name:陈小明')
  t.match(token, /^[A-Za-z0-9_-]{11}$/)
  t.equal(tokenOf(sealing, 'c1', 'name:陈小明'), token)
  t.not(tokenOf(sealing, 'c2', 'name:陈小明'), token)
  t.not(tokenOf(sealing, 'c1', 'letters:陈小明'), token)
})
