import { COMMON_WORDS } from './common.ts'
import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of duty passes and the shift plan in the console. */
export const SHIFT_WORDS = dictionary({
  'supervisor.label': { zh: '人工放行权限', en: 'Right to override' },
  'supervisor.no': { zh: '无：只在卡口值守', en: 'No: serves at a gate' },
  'supervisor.yes': { zh: '有：可放行被拦下的人', en: 'Yes: may admit who was stopped' },

  'shifts.title': { zh: '值班', en: 'Shifts' },
  'shifts.tab.shifts': { zh: '排班表', en: 'Plan' },
  'shifts.tab.handovers': { zh: '交接记录', en: 'Hand-overs' },
  'shifts.tab.trainings': { zh: '培训记录', en: 'Training' },
  'shifts.site': { zh: '小区', en: 'Site' },
  'shifts.anySite': { zh: '全部小区', en: 'All sites' },

  'plan.noSite': { zh: '请先在设置中添加小区和卡口。', en: 'Add a site and its gates in the settings first.' },
  'plan.empty': { zh: '这一周还没有班次', en: 'No slots in this week' },
  'plan.emptyHelp': { zh: '点“批量排班”，一次排好一个卡口的整周。', en: 'Make slots for a whole week of a gate in one go.' },
  'plan.before': { zh: '上一周', en: 'Week before' },
  'plan.after': { zh: '下一周', en: 'Week after' },
  'plan.new': { zh: '批量排班', en: 'Make slots' },
  'plan.make': { zh: '生成班次', en: 'Make slots' },
  'plan.copyWeek': { zh: '复制到下周', en: 'Copy to next week' },
  'plan.made': { zh: '新增 {made} 个班次，已有 {existing} 个', en: '{made} slots made, {existing} were there' },
  'plan.copied': { zh: '已复制 {made} 个班次，已有 {existing} 个', en: '{made} slots copied, {existing} were there' },
  'plan.time': { zh: '时间', en: 'Time' },
  'plan.gate': { zh: '卡口', en: 'Gate' },
  'plan.expected': { zh: '预计人次', en: 'Expected' },
  'plan.places': { zh: '名额', en: 'Places' },
  'plan.who': { zh: '志愿者', en: 'Volunteers' },
  'plan.do': { zh: '操作', en: 'Actions' },
  'plan.unknown': { zh: '记录不足一周', en: 'less than a week of log' },
  'plan.anHour': { zh: '每小时约 {count}（共 {sum}）', en: 'about {count} an hour ({sum})' },
  'plan.full': { zh: '已满 {places}', en: 'Full, {places}' },
  'plan.open': { zh: '缺 {open} 人（共 {places}）', en: '{open} of {places} open' },
  'plan.notSeen': { zh: '未签到', en: 'not signed in' },
  'plan.in': { zh: '{time} 签到', en: 'in {time}' },
  'plan.out': { zh: '{time} 签退', en: 'out {time}' },
  'plan.assign': { zh: '安排', en: 'Assign' },
  'plan.assignTo': { zh: '安排志愿者：{slot}', en: 'Assign a volunteer: {slot}' },
  'plan.remove': { zh: '删除', en: 'Remove' },
  'plan.removeOf': { zh: '取消 {name} 的班', en: 'Take {name} off this slot' },
  'plan.volunteer': { zh: '志愿者', en: 'Volunteer' },
  'plan.somebodyNew': { zh: '新志愿者', en: 'Somebody new' },
  'plan.name': { zh: '姓名', en: 'Name' },
  'plan.phone': { zh: '手机号', en: 'Phone' },
  'plan.range': { zh: '请填 {min} 到 {max}。', en: 'From {min} to {max}, please.' },
  'plan.toWrong': { zh: '结束要晚于开始。', en: 'The end must be after the begin.' },
  'plan.form.day': { zh: '从哪天起', en: 'First day' },
  'plan.form.dayHint': { zh: '年-月-日', en: 'Year-month-day' },
  'plan.form.days': { zh: '几天', en: 'Days' },
  'plan.form.from': { zh: '几点起', en: 'From hour' },
  'plan.form.to': { zh: '几点止', en: 'To hour' },
  'plan.form.hours': { zh: '每班几小时', en: 'Hours each' },
  'plan.form.places': { zh: '每班几人', en: 'Places each' },
  'plan.form.count': { zh: '共 {count} 个班次', en: '{count} slots' },

  'link.title': { zh: '报名链接', en: 'Sign-up link' },
  'link.help': {
    zh: '发到业主群：志愿者自己选班、退班，看到签到用的 PIN。只显示空缺，不显示别人的姓名。',
    en: 'Post it where volunteers are: they take and give back places and see their PIN. Nobody sees another name.'
  },
  'link.copy': { zh: '复制链接', en: 'Copy link' },
  'link.copyOwn': { zh: '复制本人链接', en: 'Copy their link' },
  'link.replace': { zh: '更换链接', en: 'Replace link' },
  'link.replaceHelp': {
    zh: '旧链接立即失效；已报名的志愿者用自己的链接，不受影响。',
    en: 'The old link stops at once. Volunteers who signed up keep their own links.'
  },
  'link.volunteers': { zh: '已报名的志愿者（{count}）', en: 'Volunteers ({count})' },

  'handovers.empty': { zh: '还没有交接记录', en: 'No hand-overs yet' },
  'handovers.emptyHelp': {
    zh: '志愿者在卡口手机上交接班后出现在这里。',
    en: 'They appear when volunteers hand over at the gate.'
  },
  'handovers.when': { zh: '时间', en: 'When' },
  'handovers.who': { zh: '交班 → 接班', en: 'From → to' },
  'handovers.counts': { zh: '人次', en: 'Counts' },
  'handovers.inOut': { zh: '进 {in} · 出 {out} · 人工放行 {overrides}', en: 'in {in} · out {out} · overrides {overrides}' },
  'handovers.unsent': { zh: '交接时 {count} 条未上传', en: '{count} undelivered then' },
  'handovers.open': { zh: '未了的事', en: 'Open matters' },
  'handovers.note': { zh: '留言', en: 'Note' },
  'handovers.nobody': { zh: '无人', en: 'nobody' },

  'trainings.sheet': { zh: '打印演练单', en: 'Print a training sheet' },
  'trainings.sheetSite': { zh: '选好小区可打印演练单', en: 'Choose a site to print a training sheet' },
  'trainings.empty': { zh: '还没有培训记录', en: 'No training yet' },
  'trainings.emptyHelp': {
    zh: '志愿者在卡口手机上做完自测后出现在这里。',
    en: 'Results of the self-test at the gate appear here.'
  },
  'trainings.who': { zh: '姓名', en: 'Name' },
  'trainings.score': { zh: '得分', en: 'Score' },
  'trainings.wrong': { zh: '答错的题', en: 'Wrong answers' },
  'trainings.device': { zh: '手机', en: 'Phone' },
  'trainings.when': { zh: '时间', en: 'When' }
})

/** The console's `t` for shifts. */
export const ts = translator({ ...COMMON_WORDS, ...SHIFT_WORDS })
