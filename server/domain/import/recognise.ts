import type { ImportField } from '../../../shared/register/import-fields.ts'

/** What communities write over their columns, without spaces and what stands in brackets. The first of each is how lists are written. */
export const HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  site: ['小区编号', '小区', '小区名称', '所属小区', '住宅小区', '楼盘', 'site', 'sitenumber', 'compound', 'estate', 'community'],
  building: ['楼号', '楼栋', '栋', '幢', '楼', '栋号', '幢号', '楼栋号', '座', 'building', 'block', 'buildingno'],
  unit: ['单元', '单元号', '门洞', 'unit', 'entrance', 'staircase'],
  room: ['房号', '室', '房间', '房间号', '室号', '门牌', '门牌号', '户号', '房屋', 'room', 'flat', 'apartment', 'door', 'roomno'],
  address: ['详细地址', '住址', '地址', '家庭住址', '居住地址', '现住址', '现居住地', '房屋地址', 'address', 'homeaddress'],
  tenure: ['房屋性质', '住房性质', '居住性质', '居住情况', '房屋类型', '产权', '房屋状态', 'tenure', 'occupancy', 'ownership'],
  grid: ['网格', '所属网格', '网格名称', 'grid'],
  landlordName: ['房东', '房东姓名', '业主', '业主姓名', '出租人', 'landlord', 'owner', 'landlordname'],
  landlordPhone: ['房东电话', '房东手机', '业主电话', '房东联系方式', 'landlordphone', 'ownerphone'],
  householdNote: ['户备注', '家庭备注', '本户备注', 'householdnote', 'householdremark'],
  name: ['姓名', '名字', '人员姓名', '居民姓名', '成员姓名', 'name', 'fullname', 'person', 'resident'],
  sex: ['性别', 'sex', 'gender'],
  relation: ['与户主关系', '与户主的关系', '关系', '家庭关系', '户主关系', 'relation', 'relationship', 'relationtohead'],
  documentType: ['证件类型', '证件种类', '证件类别', 'documenttype', 'idtype'],
  documentNumber: [
    '证件号码',
    '证件号',
    '身份证',
    '身份证号',
    '身份证号码',
    '公民身份号码',
    '居民身份证号',
    '证件编号',
    '护照号',
    '护照号码',
    'documentnumber',
    'document',
    'idnumber',
    'idno',
    'idcard',
    'passport',
    'passportno'
  ],
  country: ['签发国', '签发国家', '证件签发国', 'country', 'issuingcountry'],
  phone: [
    '手机号',
    '手机',
    '手机号码',
    '电话',
    '联系电话',
    '电话号码',
    '联系方式',
    '本人电话',
    'phone',
    'mobile',
    'telephone',
    'tel',
    'phonenumber'
  ],
  nationality: ['国籍', 'nationality', 'citizenship'],
  needs: ['特殊情况', '特殊人群', '人员类别', '重点人群', '特殊需求', 'needs', 'specialneeds'],
  arrivalFrom: ['近期来自', '来自', '来源地', '返济来源', '从何处来', 'arrivalfrom', 'camefrom', 'from'],
  arrivalOn: ['到达日期', '来济日期', '返济日期', '抵达日期', '来返日期', '到达时间', 'arrivalon', 'arrivedon', 'arrivaldate'],
  note: ['备注', '个人备注', '说明', 'note', 'notes', 'remark', 'remarks'],
  plates: ['车牌号', '车牌', '车牌号码', '车辆号牌', '车辆', '号牌号码', 'plates', 'plate', 'licenseplate', 'vehicle', 'car'],
  version: ['版本', 'version']
}

const MEANINGS = new Map(Object.entries(HEADINGS).flatMap(([field, words]) => words.map(word => [word, field as ImportField])))

/** A heading as it is compared: 证 件 号 码*（必填） is 证件号码. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase()

/** Headings that a community gave a meaning before; '' is a column that it leaves out. */
export type KnownWords = Readonly<Record<string, string>>

export const meaningOf = (heading: string, known: KnownWords): ImportField | null => {
  const plain = plainHeading(heading)
  if (plain === '') return null
  const remembered = Object.hasOwn(known, plain) ? known[plain] : undefined
  if (remembered === '') return null
  return (remembered as ImportField | undefined) ?? MEANINGS.get(plain) ?? null
}

/** What each column is by its heading; of two that mean the same the first. */
export function columnsOf(headings: readonly string[], known: KnownWords): (ImportField | null)[] {
  const taken = new Set<ImportField>()
  return headings.map(heading => {
    const field = meaningOf(heading, known)
    if (field === null || taken.has(field)) return null
    taken.add(field)
    return field
  })
}

type Row = { readonly line: number; readonly cells: readonly string[] }
/** Headings stand below titles and notes, but not far. */
const HEADING_ROWS = 20

/** The row that names the most columns; null: none names two. */
export function headingRow(rows: readonly Row[], known: KnownWords): Row | null {
  let best: Row | null = null
  let most = 1
  for (const row of rows.slice(0, HEADING_ROWS)) {
    const count = columnsOf(row.cells, known).filter(field => field !== null).length
    if (count > most) {
      most = count
      best = row
    }
  }
  return best
}
