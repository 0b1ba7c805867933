import { COMMON_WORDS } from './common.ts'
import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of the gate app alone. */
export const GATE_WORDS = dictionary({
  'gate.title': { zh: '卡口扫码', en: 'Gate' }
})

/** The gate app's `t`. */
export const t = translator({ ...COMMON_WORDS, ...GATE_WORDS })
