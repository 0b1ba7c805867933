import { fail, ok, type Result } from '../result.ts'
import { JINAN_DIVISIONS } from './jinan-divisions.ts'
import { normaliseNumber } from './normalise.ts'

/** Provinces by the first two digits of GB/T 2260. */
export const PROVINCES: ReadonlyMap<string, string> = new Map([
  ['11', '北京'],
  ['12', '天津'],
  ['13', '河北'],
  ['14', '山西'],
  ['15', '内蒙古'],
  ['21', '辽宁'],
  ['22', '吉林'],
  ['23', '黑龙江'],
  ['31', '上海'],
  ['32', '江苏'],
  ['33', '浙江'],
  ['34', '安徽'],
  ['35', '福建'],
  ['36', '江西'],
  ['37', '山东'],
  ['41', '河南'],
  ['42', '湖北'],
  ['43', '湖南'],
  ['44', '广东'],
  ['45', '广西'],
  ['46', '海南'],
  ['50', '重庆'],
  ['51', '四川'],
  ['52', '贵州'],
  ['53', '云南'],
  ['54', '西藏'],
  ['61', '陕西'],
  ['62', '甘肃'],
  ['63', '青海'],
  ['64', '宁夏'],
  ['65', '新疆']
])

export type Division = {
  /** 6 digits (GB/T 2260) or 12 (statistical division code, which adds street and committee). */
  readonly code: string
  readonly province: string
  /** First 6 digits. */
  readonly county: string
  /** First 9 digits; null where the code ends at the county, in either length. */
  readonly street: string | null
}

/** A division code; only its province is looked up, because counties and streets are renumbered. */
export function parseDivision(raw: string): Result<Division, 'characters' | 'length' | 'province'> {
  const code = normaliseNumber(raw)
  if (/\D/.test(code)) return fail('characters')
  if (code.length !== 6 && code.length !== 12) return fail('length')
  const province = PROVINCES.get(code.slice(0, 2))
  if (province === undefined) return fail('province')
  return ok({ code, province, county: code.slice(0, 6), street: /^\d{6}(?!000)\d{6}$/.test(code) ? code.slice(0, 9) : null })
}

/** Whether a text begins with the two digits of a province. */
export const isKnownProvince = (text: string): boolean => PROVINCES.has(text.slice(0, 2))

const JINAN_CODES = new Set(JINAN_DIVISIONS.map(({ code }) => code))

/** A county of Jinan (3701, and 3712 that joined it) that never existed; of other cities nothing is known here. */
export const isUnknownInJinan = (county: string): boolean => /^37(01|12)/.test(county) && !JINAN_CODES.has(county)
