import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of issuing by the thousand. */
export const MASS_WORDS = dictionary({
  'mass.title': { zh: '批量签发', en: 'Mass issue' },
  'mass.community': { zh: '社区', en: 'Community' },
  'mass.site': { zh: '小区', en: 'Site' },
  'mass.anySite': { zh: '全部小区', en: 'All sites' },
  'mass.building': { zh: '楼号（留空为全部）', en: 'Building (empty: all)' },
  'mass.kind': { zh: '签发对象', en: 'Who gets one' },
  'mass.hours': { zh: '有效时长（小时）', en: 'Valid for (hours)' },
  'mass.hoursWrong': { zh: '请填 1 至 16383 的整数。', en: 'Enter a whole number from 1 to 16,383.' },
  'mass.renew': { zh: '到期前续期（小时）', en: 'Renew before end (h)' },
  'mass.renewHint': {
    zh: '在此时间内到期的换发新证；留空则只发给没有有效证的',
    en: 'What ends within this time is replaced. Empty: only who has no valid pass.'
  },
  'mass.preview': { zh: '预览', en: 'Preview' },
  'mass.previewTotal': { zh: '将签发 {count} 张', en: 'To be issued: {count}' },
  'mass.previewRenewals': { zh: '其中续期 {count} 张', en: '{count} of them are renewals' },
  'mass.excluded': { zh: '不签发：{list}', en: 'Left out: {list}' },
  'mass.needsApproval': { zh: '数量较多，须由另一位工作人员批准后开始。', en: 'So many need the approval of a second person.' },
  'mass.start': { zh: '签发 {count} 张', en: 'Issue {count}' },
  'mass.ask': { zh: '提交批准（{count} 张）', en: 'Ask for approval ({count})' },
  'mass.list': { zh: '签发任务', en: 'Mass issues' },
  'mass.empty': { zh: '还没有批量签发。', en: 'Nothing was issued by the thousand yet.' },
  'mass.progress': { zh: '进度', en: 'Progress' },
  'mass.state': { zh: '状态', en: 'State' },
  'mass.who': { zh: '提交 / 批准', en: 'Asked / approved' },
  'mass.actions': { zh: '操作', en: 'Actions' },
  'mass.approve': { zh: '批准', en: 'Approve' },
  'mass.pause': { zh: '暂停', en: 'Pause' },
  'mass.resume': { zh: '继续', en: 'Resume' },
  'mass.cancel': { zh: '取消', en: 'Cancel' },
  'massKind.person': { zh: '每人一张', en: 'Each person' },
  'massKind.household': { zh: '每户一张', en: 'Each household' },
  'massKind.vehicle': { zh: '每车一张', en: 'Each vehicle' },
  'massState.awaiting-approval': { zh: '待批准', en: 'Waits for approval' },
  'massState.running': { zh: '签发中', en: 'Running' },
  'massState.paused': { zh: '已暂停', en: 'Paused' },
  'massState.cancelled': { zh: '已取消', en: 'Cancelled' },
  'massState.done': { zh: '已完成', en: 'Done' },
  'massReason.has-pass': { zh: '已有有效证', en: 'has a valid pass' },
  'massReason.held': { zh: '通行证暂停中', en: 'pass on hold' },
  'massReason.nobody': { zh: '无人居住', en: 'nobody lives there' },
  'massReason.gone': { zh: '已迁出', en: 'moved away' },
  'massReason.not-printable': { zh: '姓名无法写入证件', en: 'the name fits on no pass' }
})

export const tm = translator(MASS_WORDS)
export type MassKey = keyof typeof MASS_WORDS
