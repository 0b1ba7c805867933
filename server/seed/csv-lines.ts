import type { SeedHousehold } from './generate.ts'

/** With a byte order mark, as spreadsheets write it. */
export const SHEET_HEADING =
  '\ufeff小区编号,楼号,单元,房号,房屋性质,姓名,性别,与户主关系,证件类型,证件号码,签发国,手机号,车牌号,备注\r\n'

/** One line a person, as a community keeps its list; the cars stand with the first of the household. */
export function sheetLines({ site, address, tenure, people, vehicles }: SeedHousehold): string[] {
  const door = [String(site), address.building, address.unit, address.room, tenure]
  return people.map(({ relation, data }, index) => {
    const { document } = data
    const cells = [
      ...door,
      data.name,
      data.sex,
      relation,
      document?.type ?? '',
      document?.number ?? '',
      document?.country ?? '',
      data.phone ?? '',
      index === 0 ? vehicles.map(({ plate }) => plate).join(' ') : '',
      data.note ?? ''
    ]
    return `${cells.join(',')}\r\n`
  })
}
