import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** The one line about the shift on the scan screen; everything else about shifts is loaded with their screens. */
export const DUTY_LINE_WORDS = dictionary({
  'duty.nobody': { zh: '无人签到（照常扫码）', en: 'Nobody signed in (scanning goes on)' },
  'duty.on': { zh: '值班：{name}，至 {time}', en: 'On duty: {name}, until {time}' },
  'duty.ending': { zh: '{name} 的班 {time} 结束：点此续班或交接', en: '{name}: shift ends {time}. Tap to stay or hand over' },
  'duty.over': { zh: '{name} 已超时，等人接班（原定 {time}）', en: '{name} stays on, waiting for relief (since {time})' }
})

export const tl = translator(DUTY_LINE_WORDS)
