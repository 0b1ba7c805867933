import type { Random } from './random.ts'

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单'
] as const
const COMPOUND_SURNAMES = ['欧阳', '上官', '诸葛', '司马', '夏侯', '东方', '皇甫', '尉迟'] as const
const MALE = [...'伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林欢阳亮峰建国文志海东波安泽轩博'] as const
const FEMALE = [
  ...'芳娜敏静丽艳娟霞秀英慧巧美淑惠珠翠雅芝玉萍红娥玲芬燕彩春菊兰凤洁梅琳素云莲真雪荣爱妹香月莺媛瑞凡佳嘉琼怡婷'
] as const
const MINORITY_FIRST = ['阿卜杜拉', '买买提', '古丽', '阿依努尔', '艾力', '努尔兰', '扎西', '玛依拉'] as const
const MINORITY_LAST = ['买买提', '艾合买提', '吐尔逊', '阿不都热依木', '沙吾提', '卡德尔'] as const
const FOREIGN: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  KOR: [
    ['KIM', 'MIN JUN'],
    ['LEE', 'SEO YEON'],
    ['PARK', 'JI HOON'],
    ['CHOI', 'YU NA']
  ],
  JPN: [
    ['SATO', 'HIROSHI'],
    ['SUZUKI', 'YUI'],
    ['TANAKA', 'KENJI']
  ],
  USA: [
    ['SMITH', 'JOHN ALLEN'],
    ['JOHNSON', 'EMILY'],
    ['GARCIA', 'MARIA']
  ],
  ZAF: [
    ['NKOSI', 'THABO'],
    ['BOTHA', 'ANNA']
  ],
  CAN: [
    ['TREMBLAY', 'LUC'],
    ['BROWN', 'OLIVIA']
  ],
  PAK: [
    ['KHAN', 'MUHAMMAD ALI'],
    ['AHMED', 'FATIMA']
  ]
}

export type Sex = 'male' | 'female'

/** Frequent surnames first: weights fall as one over the rank, as they do in China. */
const SURNAME_WEIGHTS = SURNAMES.map((_, index) => 1 / (index + 3))

export const surname = (random: Random): string => SURNAMES[random.weighted(SURNAME_WEIGHTS)] as string

/** 85 % of three characters, 12 % of two, the rest with a compound surname or of a minority with a dot. */
export function chineseName(random: Random, sex: Sex, family: string): string {
  const letters = sex === 'male' ? MALE : FEMALE
  const kind = random.weighted([85, 12, 2, 1])
  if (kind === 3) return `${random.pick(MINORITY_FIRST)}·${random.pick(MINORITY_LAST)}`
  const head = kind === 2 ? random.pick(COMPOUND_SURNAMES) : family
  return head + random.pick(letters) + (kind === 1 ? '' : random.pick(letters))
}

export const FOREIGN_COUNTRIES = Object.keys(FOREIGN)

export function foreignName(random: Random, country: string): string {
  const [family, given] = random.pick(FOREIGN[country] ?? []) ?? ['DOE', 'JANE']
  return `${family} ${given}`
}
