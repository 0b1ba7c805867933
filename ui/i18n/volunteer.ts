import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of the gate's menu: how this phone looks, sounds and saves its battery. */
export const VOLUNTEER_WORDS = dictionary({
  'theme.title': { zh: '屏幕', en: 'Screen' },
  'theme.auto': { zh: '按时间', en: 'By time' },
  'theme.day': { zh: '白天', en: 'Day' },
  'theme.night': { zh: '夜间', en: 'Night' },
  'light.title': { zh: '光线暗时补光', en: 'Light in the dark' },
  'light.suggest': { zh: '提醒我', en: 'Remind me' },
  'light.auto': { zh: '自动', en: 'Automatic' },
  'light.off': { zh: '不用', en: 'Never' },
  'saver.title': { zh: '相机省电（按一下扫一次）', en: 'Save battery (press to scan)' },
  'saver.auto': { zh: '电量低时', en: 'When low' },
  'saver.on': { zh: '总是', en: 'Always' },
  'saver.off': { zh: '不用', en: 'Never' },
  'sound.title': { zh: '提示音', en: 'Sound' },
  'sound.on': { zh: '开', en: 'On' },
  'sound.off': { zh: '关', en: 'Off' }
})

export const tv = translator(VOLUNTEER_WORDS)
