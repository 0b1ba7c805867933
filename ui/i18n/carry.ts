import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of the panel that carries entries from phone to phone. */
export const CARRY_WORDS = dictionary({
  'carry.title': { zh: '记录与备份', en: 'Entries and copies' },
  'carry.open': { zh: '记录与备份（转交记录）', en: 'Entries and copies (hand over)' },
  'carry.unsent': { zh: '本机待传', en: 'Unsent here' },
  'carry.carried': { zh: '代传其他手机', en: 'Carried for others' },
  'carry.copy': { zh: '第二副本', en: 'Second copy' },
  'carry.copy.file': { zh: '正常（文件）', en: 'Kept (file)' },
  'carry.copy.cache': { zh: '正常（缓存）', en: 'Kept (cache)' },
  'carry.copy.none': { zh: '此浏览器不支持', en: 'Not in this browser' },
  'carry.lead': {
    zh: '没有网络或手机要坏时：把未上传的记录存成文件，交给社区或另一部手机上传。本机记录要等服务器确认后才删除。',
    en: 'No network, or a phone about to fail: save the unsent entries as a file, for the office or another phone to deliver. They stay here until the service has confirmed them.'
  },
  'carry.save': { zh: '把 {count} 条记录存成文件', en: 'Save {count} entries as a file' },
  'carry.nothing': { zh: '没有待传的记录', en: 'Nothing is unsent' },
  'carry.saved': { zh: '文件已生成：{name}', en: 'The file was made: {name}' },
  'carry.take': { zh: '代传另一部手机的文件', en: "Take another phone's file" },
  'carry.taken': {
    zh: '已收下手机 {device} 的 {count} 条记录，联网后自动上传。',
    en: '{count} entries of phone {device} are kept here and go with the next delivery.'
  },
  'carry.unreadable': { zh: '这不是记录文件，或文件已损坏。', en: 'This is no file of entries, or it is damaged.' },
  'carry.foreign': {
    zh: '这是其他街道的记录，本机不能代传。',
    en: "These are another realm's entries; this phone cannot deliver them."
  },
  'carry.own': { zh: '这是本机自己的记录，联网后会自动上传。', en: 'These are this phone’s own entries; they go by themselves.' },
  'carry.failed': { zh: '没有成功，请重试。', en: 'That failed. Try again.' }
})

export const ta = translator(CARRY_WORDS)
