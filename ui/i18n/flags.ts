import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** What the console says of a pass that was at two gates which did not know of each other. */
export const FLAG_WORDS = dictionary({
  'flag.filter': { zh: '标记', en: 'Flag' },
  'flag.only': { zh: '两卡口重复', en: 'At two gates' },
  'flag.repeat': {
    zh: '同一证件也在 {gate} 通过（{device} #{number}），相隔 {apart}',
    en: 'Same pass also at {gate} ({device} #{number}), {apart} apart'
  },
  'flag.quota': {
    zh: '超出本户出门次数：{time} 已在 {gate} 出门（{device} #{number}）',
    en: 'Beyond the household’s exits: went out at {gate} on {time} ({device} #{number})'
  },
  'flag.seconds': { zh: '{count} 秒', en: '{count} s' },
  'flag.none': { zh: '没有重复', en: 'No doubles' },
  'flag.noneHelp': {
    zh: '同一证件在两个断网卡口通过时，记录上传后会在这里标出。',
    en: 'A pass that was at two gates without a network is flagged here once both entries arrived.'
  }
})

const t = translator(FLAG_WORDS)
export { t as tFlag }
