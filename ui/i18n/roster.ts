import { dictionary } from './dictionary.ts'
import { IDENTITY_WORDS } from './identity.ts'
import { translator } from './language.ts'

/** Looking somebody up who has no code. */
export const ROSTER_WORDS = dictionary({
  'roster.title': { zh: '无码查询', en: 'No code: look up' },
  'roster.number': { zh: '证件号码', en: 'Document number' },
  'roster.way.document': { zh: '证件', en: 'Document' },
  'roster.way.phone': { zh: '手机号+姓名', en: 'Phone + name' },
  'roster.way': { zh: '凭什么查', en: 'Look up by' },
  'roster.phone': { zh: '手机号', en: 'Phone number' },
  'roster.name': { zh: '姓名（全名）', en: 'Full name' },
  'roster.building': { zh: '{number}号楼', en: 'Building {number}' },
  'roster.phoneLead': {
    zh: '请对方说出登记的手机号和全名，两项都对才能查到。',
    en: 'Ask for the registered phone number and the full name. Both must be right.'
  },
  'roster.phoneWrong': { zh: '手机号不完整或有误。', en: 'This is no whole phone number.' },
  'roster.nameMissing': { zh: '还缺姓名。', en: 'The name is missing.' },
  'roster.phoneUnknown': {
    zh: '没有查到。请核对手机号和姓名，或走访客登记。',
    en: 'Nobody was found. Compare number and name, or register a visitor.'
  },
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
