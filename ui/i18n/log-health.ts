import { COMMON_WORDS } from './common.ts'
import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of the console page that tells how whole each phone's log is. */
export const HEALTH_WORDS = dictionary({
  'health.title': { zh: '记录完整性', en: 'Log health' },
  'health.lead': {
    zh: '每部手机的记录从 1 起连续编号，前后相扣。缺号、断链和无法收下的记录都列在这里。',
    en: 'Each phone numbers its entries from 1 and chains them. Missing numbers, breaks and entries that could not be taken are listed here.'
  },
  'health.show': { zh: '显示', en: 'Show' },
  'health.all': { zh: '全部手机', en: 'All phones' },
  'health.trouble': { zh: '有问题的', en: 'With trouble' },
  'health.site': { zh: '小区', en: 'Compound' },
  'health.anySite': { zh: '全部', en: 'Any' },
  'health.phone': { zh: '手机', en: 'Phone' },
  'health.seen': { zh: '最近联系', en: 'Last seen' },
  'health.never': { zh: '从未', en: 'Never' },
  'health.last': { zh: '最大编号', en: 'Last number' },
  'health.missing': { zh: '缺号', en: 'Missing numbers' },
  'health.broken': { zh: '断链', en: 'Chain breaks' },
  'health.unsent': { zh: '未上传', en: 'Unsent' },
  'health.clock': { zh: '时钟误差', en: 'Clock error' },
  'health.quarantine': { zh: '隔离区', en: 'Quarantine' },
  'health.none': { zh: '无', en: 'None' },
  'health.unknown': { zh: '未知', en: 'Unknown' },
  'health.more': { zh: '…等 {count} 条', en: '… {count} in all' },
  'health.revoked': { zh: '已停用', en: 'Revoked' },
  'health.look': { zh: '查看 {count} 条', en: 'Look at {count}' },
  'health.empty': { zh: '没有手机', en: 'No phones' },
  'health.fine': { zh: '所有手机的记录都完整', en: 'The log of every phone is whole' },
  'health.quarantineOf': { zh: '{name} 的隔离记录', en: 'Quarantine of {name}' },
  'health.quarantineHelp': {
    zh: '这些记录没有进入日志，但原样保存。查看会记入审计。',
    en: 'These did not get into the log and are kept as they came. Looking at them is recorded in the audit.'
  },
  'health.number': { zh: '编号', en: 'Number' },
  'health.reason': { zh: '原因', en: 'Reason' },
  'health.received': { zh: '收到', en: 'Received' },
  'health.body': { zh: '内容', en: 'Content' },
  'health.reason.schema': { zh: '格式不符', en: 'Does not fit the format' },
  'health.reason.hash': { zh: '内容与指纹不符', en: 'Content does not fit its hash' },
  'health.reason.conflict': { zh: '同一编号已有另一条记录', en: 'Another entry has this number' },
  'health.reason.unsigned': { zh: '他人转交，没有该手机的签名', en: 'Brought by somebody else, without the phone’s signature' },
  'health.carry': { zh: '上传手机导出的记录文件', en: 'Deliver a file of entries from a phone' },
  'health.carryHelp': {
    zh: '手机“记录与备份”页保存的 .json.gz 文件。已有的记录不会重复。',
    en: 'A .json.gz that the phone saved under “Entries and copies”. What is here already is not added twice.'
  },
  'health.carried': {
    zh: '文件中 {count} 条：新收 {stored} 条，其余已有或进入隔离区。',
    en: '{count} entries in the file: {stored} new, the others were here or are in quarantine.'
  },
  'health.carryUnreadable': { zh: '这不是记录文件，或文件已损坏。', en: 'This is no file of entries, or it is damaged.' },
  'health.carryBusy': { zh: '正在上传…', en: 'Delivering…' },
  'health.back': { zh: '返回卡口手机', en: 'Back to gate phones' },
  'health.seconds': { zh: '{sign}{seconds} 秒', en: '{sign}{seconds} s' }
})

export const th = translator({ ...COMMON_WORDS, ...HEALTH_WORDS })
