import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of printing many passes. */
export const PRINT_WORDS = dictionary({
  'print.open': { zh: '打印', en: 'Print' },
  'print.mass': { zh: '打印本次签发的通行证', en: 'Print the passes of this issue' },
  'print.place': { zh: '打印通行证', en: 'Print passes' },
  'print.household': { zh: '打印本户通行码', en: 'Print the household’s codes' },
  'print.layout': { zh: '卡片大小', en: 'Size of the cards' },
  'print.id1': { zh: '银行卡大小，每页 10 张', en: 'Bank card, ten a sheet' },
  'print.a6': { zh: 'A6，每页 4 张', en: 'A6, four a sheet' },
  'print.holders': { zh: '打印对象', en: 'Whose' },
  'print.everybody': { zh: '全部人员', en: 'Everybody’s' },
  'print.withoutPhone': { zh: '没有手机号的', en: 'Who has no phone number' },
  'print.language': { zh: '卡片主要语言', en: 'Main language of the cards' },
  'print.count': { zh: '共 {count} 张有效通行证', en: 'Valid passes to print: {count}' },
  'print.audited': {
    zh: '只打印当前有效的通行证，按楼号、单元、房号排序，每栋楼附签收表；打印会被记录。',
    en: 'Only what is valid now, in the order of buildings and doors, with a list to sign. Printing is recorded.'
  },
  'print.download': { zh: '下载 PDF', en: 'Download PDF' }
})

export const tprint = translator(PRINT_WORDS)
