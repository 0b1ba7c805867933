import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of the panel that carries entries from phone to phone. */
export const CARRY_WORDS = dictionary({
  'carry.title': { zh: '记录与备份', en: 'Entries and copies' },
  'carry.open': { zh: '记录与备份（转交记录）', en: 'Entries and copies' },
  'carry.unsent': { zh: '本机待传', en: 'Unsent here' },
  'carry.carried': { zh: '代传其他手机', en: 'Carried for others' },
  'carry.copy': { zh: '第二副本', en: 'Second copy' },
  'carry.copy.file': { zh: '正常（文件）', en: 'Kept (file)' },
  'carry.copy.cache': { zh: '正常（缓存）', en: 'Kept (cache)' },
  'carry.copy.none': { zh: '此浏览器不支持', en: 'Not in this browser' },
  'carry.lead': {
    zh: '没有网络或手机要坏时：把未上传的记录存成文件或显示成二维码，由社区或另一部手机上传。本机记录要等服务器确认后才删除。',
    en: 'No network, or a phone about to fail: hand the unsent entries over, as a file or as codes, for the office or another phone to deliver. They stay here until the service has confirmed them.'
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
  'carry.show': { zh: '显示二维码，让另一部手机扫走', en: 'Show as codes for another phone' },
  'carry.receive': { zh: '扫另一部手机的二维码', en: "Scan another phone's codes" },
  'carry.codes': { zh: '{count} 条未上传的记录', en: '{count} unsent entries' },
  'carry.codes.hint': {
    zh: '另一部手机：菜单 → 记录与备份 → 扫另一部手机的二维码。对准此处，直到它显示“已收下”。',
    en: 'On the other phone: menu → Entries and copies → Scan another phone’s codes. Hold it here until it says that it has them.'
  },
  'carry.codes.at': {
    zh: '第 {at} / {total} 个码，一轮约 {seconds} 秒',
    en: 'Code {at} of {total}; a round takes about {seconds} s'
  },
  'carry.tooMuch': { zh: '记录太多，请存成文件。', en: 'Too many entries for codes. Save them as a file.' },
  'carry.aim': { zh: '对准另一部手机上跳动的二维码', en: 'Hold the camera to the moving codes' },
  'carry.progress': { zh: '已收 {have} / {total}', en: '{have} of {total} received' },
  'carry.notFrame': { zh: '这不是转交记录的二维码。', en: 'This is no code of a transfer.' },
  'carry.broken': { zh: '收到的内容不对，正在重新接收。', en: 'What came was not whole. It is being received anew.' },
  'exchange.show': { zh: '把通行情况给同小区的手机看', en: 'Tell a phone of this site who passed' },
  'exchange.codes': { zh: '{count} 次近期通行', en: '{count} recent passages' },
  'exchange.hint': {
    zh: '没有网络时用：另一部手机扫走后，能查出重复出入和次数。两部手机各扫一次。扫法：菜单 → 记录与备份 → 扫另一部手机的二维码。',
    en: 'Without network: the phone that scans this knows of these passages. Do it both ways. On the other phone: menu → Entries and copies → Scan another phone’s codes.'
  },
  'exchange.nothing': { zh: '近期没有通行', en: 'Nobody passed of late' },
  'exchange.told': {
    zh: '已知道手机 {device} 的 {count} 次通行。',
    en: '{count} passages told by phone {device} are known here.'
  },
  'exchange.other-site': { zh: '这是其他小区的通行情况。', en: 'These are passages of another site.' },
  'exchange.own': { zh: '这是本机自己的通行情况。', en: 'These are this phone’s own passages.' },
  'exchange.stale': {
    zh: '超过 12 小时，或手机时间不对：没有收下。',
    en: 'Older than 12 hours, or a clock is wrong: not taken.'
  },
  'exchange.unreadable': { zh: '内容已损坏，没有收下。', en: 'It is damaged and was not taken.' },
  'carry.failed': { zh: '没有成功，请重试。', en: 'That failed. Try again.' }
})

export const ta = translator(CARRY_WORDS)
