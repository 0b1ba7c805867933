import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of measuring at the gate. Health grounds are never named there. */
export const TEMPERATURE_WORDS = dictionary({
  'temperature.title': { zh: '测体温', en: 'Measure' },
  'temperature.again': { zh: '复测体温', en: 'Measure again' },
  'temperature.other': { zh: '其他读数', en: 'Other' },
  'temperature.quick': { zh: '常用读数', en: 'Quick' },
  'temperature.ok': { zh: '确定', en: 'OK' },
  'temperature.delete': { zh: '退格', en: 'Delete' },
  'temperature.implausible': { zh: '{reading} ℃ 不合理，请重新测量。', en: '{reading} °C is not plausible. Measure again.' },
  'temperature.verdict': { zh: '不测', en: 'Not now' },
  'temperature.high': { zh: '体温偏高 {reading} ℃', en: 'High: {reading} °C' },
  'temperature.rest': { zh: '请靠边静坐 5 分钟，再测一次。', en: 'Step aside, rest 5 minutes, then measure again.' },
  'temperature.startRest': { zh: '静坐 5 分钟 · 下一位', en: 'Rest 5 min · next person' },
  'temperature.override': { zh: '登记后放行…', en: 'Admit with a reason…' },
  'temperature.second': { zh: '第二次偏高 {reading} ℃', en: 'High again: {reading} °C' },
  'temperature.stop': {
    zh: '勿放行。请其留在旁边、与人隔开，拨打 120，告知社区。',
    en: 'Do not admit. Keep aside, away from others. Call 120 and the community office.'
  },
  'temperature.told': { zh: '社区正在收到通知。', en: 'The community office is being told.' },
  'temperature.untold': {
    zh: '现在没有网络：请打电话告知社区，联网后自动通知。',
    en: 'No network: phone the office. It is told by itself once online.'
  },
  'temperature.next': { zh: '不放行 · 下一位', en: 'Not admitted · next' },
  'temperature.resting': { zh: '静坐等候', en: 'Resting' },
  'temperature.left': { zh: '还有 {time}', en: '{time} left' },
  'temperature.ready': { zh: '可以复测', en: 'Measure now' },
  'temperature.gone': { zh: '已离开', en: 'Gone' },
  'temperature.strip': { zh: '{count} 人静坐 · {time}', en: '{count} resting · {time}' },
  'temperature.stripReady': { zh: '{who}：可以复测', en: '{who}: measure again' },
  'temperature.none': { zh: '没有人在等候。', en: 'Nobody is waiting.' },
  'temperature.last': { zh: '刚才通过：{who}', en: 'Just passed: {who}' },
  'temperature.someone': { zh: '无证人员', en: 'Without a pass' }
})

export const tt = translator(TEMPERATURE_WORDS)
