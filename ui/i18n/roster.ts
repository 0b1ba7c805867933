import { dictionary } from './dictionary.ts'
import { IDENTITY_WORDS } from './identity.ts'
import { translator } from './language.ts'

/** Looking somebody up who has no code. */
export const ROSTER_WORDS = dictionary({
  'roster.title': { zh: '无码查询', en: 'No code: look up' },
  'roster.number': { zh: '证件号码', en: 'Document number' },
  'roster.hint': { zh: '输入证件号码', en: 'Enter the document number' },
  'roster.lead': {
    zh: '请对方出示证件，输入号码。只能查到本小区有通行证的人。',
    en: 'Ask for the document and enter its number. Only holders of a pass of this site are found.'
  },
  'roster.keys': { zh: '数字键', en: 'Digits' },
  'roster.letters': { zh: '护照、通行证（字母）', en: 'Passport or permit (letters)' },
  'roster.search': { zh: '查询', en: 'Look up' },
  'roster.looking': { zh: '正在查…', en: 'Looking…' },
  'roster.close': { zh: '关闭', en: 'Close' },
  'roster.unknown': {
    zh: '名册中没有这个号码。请核对号码，或走访客登记。',
    en: 'Nobody in the roster has this number. Compare it, or register a visitor.'
  },
  'roster.empty': {
    zh: '本机还没有名册，请联网一次；现在请走访客登记。',
    en: 'This phone has no roster yet: go online once. Use visitor registration for now.'
  },
  'roster.opening': { zh: '正在打开名册…', en: 'Opening the roster…' },
  'roster.locked': {
    zh: '名册已锁。联网，或扫一次本小区的值勤证，即可打开。',
    en: 'The roster is locked. Go online, or scan a duty pass of this site, to open it.'
  },
  'roster.wait': {
    zh: '多次查无此号，{time} 后再试。',
    en: 'Too many numbers that nobody has. Try again in {time}.'
  }
})

export const tRoster = translator({ ...IDENTITY_WORDS, ...ROSTER_WORDS })
