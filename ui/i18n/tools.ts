import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Names of the gate's tools: one or two words, read at a glance and with a glove on. */
export const TOOL_WORDS = dictionary({
  'tool.light': { zh: '补光', en: 'Light' },
  'tool.picture': { zh: '图片', en: 'Picture' },
  'tool.temperature': { zh: '体温', en: 'Temp' },
  'tool.vehicle': { zh: '车辆', en: 'Vehicle' },
  'tool.nocode': { zh: '无码', en: 'No code' },
  'tool.visitor': { zh: '访客', en: 'Visitor' },
  'tool.shift': { zh: '值班', en: 'Shift' },
  'tool.exchange': { zh: '互传', en: 'Exchange' },
  'tool.drill': { zh: '上岗演练', en: 'Training' },
  'tool.menu': { zh: '更多', en: 'More' }
})

export const tt = translator(TOOL_WORDS)
