import { COMMON_WORDS } from './common.ts'
import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of duty passes and the shift plan in the console. */
export const SHIFT_WORDS = dictionary({
  'supervisor.label': { zh: '人工放行权限', en: 'Right to override' },
  'supervisor.no': { zh: '无：只在卡口值守', en: 'No: serves at a gate' },
  'supervisor.yes': { zh: '有：可放行被拦下的人', en: 'Yes: may admit who was stopped' }
})

/** The console's `t` for shifts. */
export const ts = translator({ ...COMMON_WORDS, ...SHIFT_WORDS })
