import { DOCUMENT_TYPES } from '../../../shared/schema/register.ts'
import type { DocumentType } from '../../../shared/identity/document.ts'
import {
  ARRIVALS,
  type ArrivalFrom,
  type Need,
  NEEDS,
  REGISTER_SEXES,
  type RegisterSex,
  type Relation,
  RELATIONS,
  type Tenure,
  TENURES
} from '../../../shared/register/words.ts'

type Meaning<T extends string> = ReadonlyMap<string, T>

/** As a list is written: the first word of each. */
const SPELLINGS = new Map<string, string>()

function meanings<T extends string>(codes: readonly T[], words: Readonly<Record<T, string>>): Meaning<T> {
  for (const code of codes) SPELLINGS.set(code, words[code].split(' ')[0] ?? code)
  return new Map(codes.flatMap(code => [code, ...words[code].split(' ')].map(word => [plain(word), code] as const)))
}

export const spell = (code: string, language: 'zh' | 'en'): string => (language === 'zh' ? (SPELLINGS.get(code) ?? code) : code)

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s_()-]/g, '')
    .toLowerCase()

const SEXES = meanings(REGISTER_SEXES, {
  male: '男 男性 m man 1',
  female: '女 女性 f woman 2',
  unknown: '未知 不详 按证件 未说明 0 9 asthedocumentsays'
})
const TENURE_WORDS = meanings(TENURES, {
  own: '自有 自住 自有住房 自购 产权 业主 自有房 owner owned',
  rent: '租住 租赁 出租 租房 承租 出租房 租户 rented',
  'group-rent': '群租 合租 群租房 集体宿舍 sharedrental shared',
  vacant: '空置 空房 无人 无人居住 空 闲置 empty'
})
const NEED_WORDS = meanings(NEEDS, {
  'elder-alone': '独居老人 独居 孤寡老人 elderalone',
  pregnant: '孕妇 孕产妇 怀孕',
  disabled: '残疾 残疾人 残障',
  newborn: '新生儿 婴儿 baby'
})
const ARRIVAL_WORDS = meanings(ARRIVALS, {
  hubei: '湖北 湖北省 武汉',
  'other-province': '外省 省外 其他省 外省市 anotherprovince',
  'hk-macao-taiwan': '港澳台 香港 澳门 台湾 hongkong macao taiwan hongkong,macao,taiwan',
  abroad: '境外 国外 海外 overseas'
})
const DOCUMENT_WORDS = meanings(DOCUMENT_TYPES, {
  'citizen-id': '居民身份证 身份证 二代身份证 二代证 公民身份证 idcard residentidentitycard 10',
  'residence-permit': '港澳台居民居住证 港澳台居住证 港澳居民居住证 台湾居民居住证 residencepermithk,macao,taiwan',
  'permanent-residence': '外国人永久居留身份证 外国人永久居留证 永久居留身份证 foreignpermanentresidencecard 34',
  'permanent-residence-2004': '外国人永久居留证旧版 permanentresidencecard2004',
  'hk-macao-permit': '港澳居民来往内地通行证 港澳通行证 回乡证 travelpermithk,macao 14',
  'taiwan-permit': '台湾居民来往大陆通行证 台胞证 travelpermittaiwan 15',
  passport: '护照 外国护照 中国护照 20'
})
const RELATION_WORDS = meanings(RELATIONS, {
  head: '户主 本人 householder self',
  spouse: '配偶 妻 妻子 丈夫 夫 夫妻 爱人 老公 老婆 之妻 之夫 wife husband',
  child: '子女 子 女 儿子 女儿 长子 次子 三子 长女 次女 三女 独生子 独生女 之子 之女 儿媳 女婿 son daughter',
  parent: '父母 父 母 父亲 母亲 爸爸 妈妈 之父 之母 岳父 岳母 公公 婆婆 father mother',
  relative:
    '其他亲属 亲属 亲戚 兄弟 姐妹 兄弟姐妹 兄 弟 姐 妹 祖父 祖母 外祖父 外祖母 爷爷 奶奶 外公 外婆 孙子 孙女 外孙 外孙女 侄子 外甥',
  tenant: '租户 租客 承租人 房客 合租人',
  other: '其他 其它 保姆 朋友 非亲属'
})

export const readSex = (text: string): RegisterSex | null => SEXES.get(plain(text)) ?? null
export const readTenure = (text: string): Tenure | null => TENURE_WORDS.get(plain(text)) ?? null
export const readArrival = (text: string): ArrivalFrom | null => ARRIVAL_WORDS.get(plain(text)) ?? null
export const readDocumentType = (text: string): DocumentType | null => DOCUMENT_WORDS.get(plain(text)) ?? null
/** Who stands in no list of ours is somebody else: a word of kinship keeps nobody out. */
export const readRelation = (text: string): Relation => RELATION_WORDS.get(plain(text)) ?? 'other'

/** Several in a cell, with any mark between them; null: one is not known. `无` is none. */
export function readNeeds(text: string): Need[] | null {
  if (/^(无|没有|none|no|-|\/)$/i.test(text.trim())) return []
  const found = text
    .split(/[、,，;；/\s]+/u)
    .filter(word => word !== '')
    .map(word => NEED_WORDS.get(plain(word)))
  return found.some(need => need === undefined) ? null : ([...new Set(found)] as Need[])
}

/** 2020-02-03, 2020/2/3, 2020.2.3, 2020年2月3日, 20200203, and a spreadsheet's day number; null: no day. */
export function readDay(text: string): string | null {
  const bare = text.normalize('NFKC').trim()
  if (/^\d{5}(\.\d+)?$/.test(bare)) {
    const ms = Date.UTC(1899, 11, 30) + Math.floor(Number(bare)) * 86_400_000
    return new Date(ms).toISOString().slice(0, 10)
  }
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?$/.exec(bare)
  if (match === null) return null
  const [, year = '', month = '', day = ''] = match
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return new Date(`${iso}T00:00:00Z`).toJSON()?.slice(0, 10) === iso ? iso : null
}

/** Plates in a cell: with a mark between them, or with spaces where there is none. */
export const splitPlates = (text: string): string[] =>
  (/[、,，;；\n/|]/u.test(text) ? text.split(/[、,，;；\n/|]+/u) : text.split(/\s+/u))
    .map(piece => piece.trim())
    .filter(piece => piece !== '')
