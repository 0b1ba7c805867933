import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of what the console is told by the gates. */
export const ALERT_WORDS = dictionary({
  'alerts.title': { zh: '警报与提醒', en: 'Alerts' },
  'alerts.fever': { zh: '第二次体温偏高', en: 'Second high temperature' },
  'alerts.plate': { zh: '关注车辆', en: 'Watched plate' },
  'alerts.sealed': { zh: '访客登记无法打开', en: "A visitor's record cannot be opened" },
  'alerts.held': { zh: '通行证已在所有卡口暂停', en: 'The pass is on hold at every gate' },
  'alerts.notHeld': { zh: '没有可暂停的通行证，请联系卡口', en: 'There is no pass to hold: call the gate' },
  'alerts.nobody': { zh: '无证人员', en: 'Somebody without a pass' },
  'alerts.seen': { zh: '我来处理', en: 'I see to it' },
  'alerts.seenBy': { zh: '{name} 于 {time} 接手', en: 'Taken by {name}, {time}' },
  'alerts.more': { zh: '还有 {count} 条', en: '{count} more' },
  'alerts.all': { zh: '全部警报', en: 'All alerts' },
  'alerts.open': { zh: '未处理', en: 'Open' },
  'alerts.none': { zh: '没有警报。', en: 'No alerts.' },
  'alerts.noneHelp': {
    zh: '卡口第二次测到高体温，或遇到关注的车牌时，会立即显示在这里。',
    en: 'A second high temperature or a watched plate at a gate appears here at once.'
  },
  'alerts.broken': { zh: '与服务器的连接中断，警报可能迟到。', en: 'The connection broke: alerts may come late.' }
})

export const ta = translator(ALERT_WORDS)
