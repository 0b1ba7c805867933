import { COMMON_WORDS } from './common.ts'
import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of the page on how long personal data is kept. */
export const RETENTION_TEXTS = dictionary({
  'retention.title': { zh: '数据保存期限', en: 'How long data is kept' },
  'retention.lead': {
    zh: '到期后系统自动删除，并留下删除证明。删除后无法恢复。',
    en: 'When the time is over, the service deletes by itself and keeps a certificate. What is deleted cannot be had back.'
  },
  'retention.kind': { zh: '内容', en: 'What' },
  'retention.days': { zh: '保存天数', en: 'Days kept' },
  'retention.between': { zh: '{min} 至 {max} 天', en: '{min} to {max} days' },
  'retention.wrong': { zh: '请填 {min} 至 {max} 之间的整数。', en: 'Enter a whole number from {min} to {max}.' },
  'retention.order': { zh: '不能短于通行记录中姓名的保存期。', en: 'Not shorter than names are kept in the gate log.' },
  'retention.save': { zh: '保存', en: 'Save' },
  'retention.saved': { zh: '已保存，下次清理时生效。', en: 'Saved. It counts from the next deletion on.' },
  'retention.passages': { zh: '通行记录中的证件与车牌', en: 'Names and plates in the gate log' },
  'retention.passages.help': { zh: '之后只留化名。从收到之日起算。', en: 'A pseudonym stays after that. Counted from receipt.' },
  'retention.pseudonyms': { zh: '化名的通行记录', en: 'Gate log without names' },
  'retention.pseudonyms.help': {
    zh: '之后只留每日人次。从收到之日起算。',
    en: 'Only daily counts stay after that. Counted from receipt.'
  },
  'retention.visitors': { zh: '访客登记', en: 'Visitors’ records' },
  'retention.fevers': { zh: '发热测量', en: 'High temperatures' },
  'retention.alerts': { zh: '提醒', en: 'Alerts' },
  'retention.quarantine': { zh: '无法收下的记录', en: 'Entries in quarantine' },
  'retention.gate-records': { zh: '交接班、值班与培训', en: 'Hand-overs, duties and trainings' },
  'retention.shifts': { zh: '排班（班次结束后）', en: 'Shift plan, after the slot’s end' },
  'retention.surveys': { zh: '摸排（结束后）：自报、走访记录', en: 'Survey rounds, after their end: reports, attempts' },
  'retention.passes': { zh: '通行证（到期后）', en: 'Passes, after their end' },
  'retention.work-refused': { zh: '未通过、撤回、失效的复工申请', en: 'Work card applications that came to nothing' },
  'retention.work-cards': {
    zh: '复工卡的申报、照片与每日上报（到期后）',
    en: 'Declarations, photos and reports of work cards, after the card’s end'
  },
  'retention.audit': { zh: '操作日志', en: 'Audit log' },
  'retention.certificates': { zh: '删除证明', en: 'Certificates of deletion' },
  'retention.none': { zh: '还没有删除过任何内容。', en: 'Nothing was deleted yet.' },
  'retention.number': { zh: '编号', en: 'Number' },
  'retention.at': { zh: '时间', en: 'Time' },
  'retention.what': { zh: '删除内容', en: 'What was deleted' },
  'retention.count': { zh: '{what}：{count} 条', en: '{what}: {count}' },
  'retention.proof': { zh: '校验', en: 'Proof' },
  'retention.proved': { zh: '完整', en: 'Whole' },
  'retention.broken': { zh: '不符，证明被改动或缺失', en: 'Does not fit: changed, or one is missing' }
})

export const tr = translator({ ...COMMON_WORDS, ...RETENTION_TEXTS })
