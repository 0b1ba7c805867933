import type { Reason, Verdict } from '../../shared/verify/reasons.ts'
import type { ShownWord } from '../i18n/dictionary.ts'

/** The largest word on the gate's screen: two to four Chinese characters, at most 14 Latin ones. */
export const VERDICT_WORDS: Readonly<Record<Verdict, ShownWord>> = {
  PASS: { zh: '放行', en: 'PASS', ko: '통과', ja: '通行可' },
  CHECK: { zh: '核实', en: 'CHECK', ko: '확인 필요', ja: '要確認' },
  STOP: { zh: '禁行', en: 'STOP', ko: '통행 금지', ja: '通行不可' }
}

/** A word that says more than the verdict; reasons that are not here show the verdict's own word. */
const REASON_WORDS: Readonly<Partial<Record<Reason, ShownWord>>> = {
  FORGED: { zh: '码无效', en: 'INVALID CODE', ko: '무효 코드', ja: '無効コード' },
  KEY: { zh: '码无效', en: 'INVALID CODE', ko: '무효 코드', ja: '無効コード' },
  EXPIRED: { zh: '过期', en: 'EXPIRED', ko: '만료됨', ja: '期限切れ' },
  NOT_YET: { zh: '未生效', en: 'NOT YET VALID', ko: '유효 전', ja: '期間前' },
  WRONG_SITE: { zh: '非本小区', en: 'WRONG GATE', ko: '다른 단지', ja: '他の団地' },
  NIGHT: { zh: '夜间封闭', en: 'NIGHT CLOSED', ko: '야간 폐쇄', ja: '夜間閉鎖' },
  FEVER: { zh: '复测', en: 'RE-TAKE TEMP', ko: '체온 재측정', ja: '再検温' },
  TEMP: { zh: '复测', en: 'RE-TAKE TEMP', ko: '체온 재측정', ja: '再検温' },
  DRILL: { zh: '演练', en: 'DRILL', ko: '훈련용', ja: '訓練用' }
}

/** The word for a verdict and its headline reason. A passage that is let through always says so plainly. */
export const verdictWord = (verdict: Verdict, headline: Reason): ShownWord =>
  verdict === 'PASS' ? VERDICT_WORDS.PASS : (REASON_WORDS[headline] ?? VERDICT_WORDS[verdict])
