import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of a grid worker's phone. */
export const FIELD_WORDS = dictionary({
  'my.title': { zh: '我的住户', en: 'My doors' },
  'my.signOut': { zh: '退出', en: 'Sign out' },
  'my.unsent': { zh: '{count} 条待送', en: '{count} to send' },
  'my.allSent': { zh: '已全部送出', en: 'Everything is sent' },
  'my.asOf': { zh: '名单截至 {time}', en: 'List as of {time}' },
  'my.never': { zh: '还没有下载名单', en: 'No list on this phone yet' },
  'my.sync': { zh: '同步', en: 'Synchronise' },
  'my.offline': { zh: '离线', en: 'Offline' },
  'my.online': { zh: '在线', en: 'Online' },
  'my.stay': {
    zh: '还有 {count} 条没有送出，不能退出。请连上网络后再试；数据仍在本机。',
    en: 'Not sent yet: {count}. You stay signed in; connect and try again. Everything is safe on this phone.'
  },
  'my.noStore': {
    zh: '此浏览器不能在本机加密保存。请用普通（非无痕）窗口，并通过 https 打开。',
    en: 'This browser cannot keep data encrypted. Use an ordinary window, not a private one, and open the page by https.'
  },
  'my.empty': { zh: '没有分给您的住户。请联系社区。', en: 'No household is on your list. Ask the community office.' },
  'my.search': { zh: '按房号、姓名查找', en: 'Find by door or name' },
  'my.filter': { zh: '显示', en: 'Show' },
  'my.todo': { zh: '未查', en: 'To do' },
  'my.due': { zh: '到期再访', en: 'Due again' },
  'my.done': { zh: '已查', en: 'Done' },
  'my.all': { zh: '全部', en: 'All' },
  'my.look': { zh: '需处理', en: 'Look at' },
  'my.count': { zh: '{count} 户', en: '{count} households' },
  'my.nothing': { zh: '没有这样的住户。', en: 'None.' },
  'my.waiting': { zh: '待送', en: 'to send' },
  'my.conflict': { zh: '有冲突', en: 'conflict' },
  'my.refused': { zh: '未被接受', en: 'not accepted' },
  'my.reported': { zh: '已自报', en: 'reported themselves' },
  'my.back': { zh: '返回名单', en: 'Back to the list' },
  'my.gone': { zh: '这户不在您的名单上。', en: 'This household is not on your list.' },
  'my.call': { zh: '拨打', en: 'Call' },
  'my.people': { zh: '住户', en: 'Who lives here' },
  'my.nobody': { zh: '没有登记的人。', en: 'Nobody is registered.' },
  'my.cars': { zh: '车辆', en: 'Cars' },
  'my.attempt': { zh: '记一次联系', en: 'Note an attempt' },
  'my.way': { zh: '方式', en: 'How' },
  'my.outcome': { zh: '结果', en: 'Outcome' },
  'my.next': { zh: '约定再访', en: 'Try again' },
  'my.note': { zh: '备注', en: 'Note' },
  'my.save': { zh: '保存', en: 'Save' },
  'my.cancel': { zh: '取消', en: 'Cancel' },
  'my.edit': { zh: '修改登记', en: 'Change the sheet' },
  'my.locked': {
    zh: '上次的修改正在送出，等有网络确认后再改。联系记录可以照常记。',
    en: 'Your last change is on its way. You can change the sheet again once the office has confirmed it; attempts you can note now.'
  },
  'my.saved': { zh: '已保存在本机', en: 'Kept on this phone' },
  'my.addMember': { zh: '增加一人', en: 'Add a person' },
  'my.removeMember': { zh: '已不住此处', en: 'Does not live here' },
  'my.addCar': { zh: '增加车辆', en: 'Add a car' },
  'my.removeCar': { zh: '删除车辆', en: 'Remove the car' },
  'my.documentKept': { zh: '已登记 {shown}；填新号码即替换', en: '{shown} is registered; a new number replaces it' },
  'my.conflictTitle': { zh: '社区也改了这户', en: 'The office changed this household too' },
  'my.conflictHelp': {
    zh: '请逐项选择。没有冲突的修改会照常送出。',
    en: 'Choose for each field. Your other changes are sent as they are.'
  },
  'my.before': { zh: '原来', en: 'Before' },
  'my.mine': { zh: '我填的', en: 'Mine' },
  'my.theirs': { zh: '社区填的', en: 'The office’s' },
  'my.empty-value': { zh: '（空）', en: '(empty)' },
  'my.resolve': { zh: '按所选送出', en: 'Send as chosen' },
  'my.chooseAll': { zh: '还有 {count} 项没有选择。', en: 'Not chosen yet: {count}.' },
  'my.refusedHelp': {
    zh: '社区系统没有接受您的修改，请更正后保存。',
    en: 'Your change was not accepted. Correct it and save again.'
  },
  'my.notYours': {
    zh: '这户已转给别人，您的修改没有送出。请联系社区转回，或放弃修改。',
    en: 'This household was handed on, so your change was not taken. Ask the office to hand it back, or give the change up.'
  },
  'my.discard': { zh: '放弃修改', en: 'Give the change up' },
  'my.discardAsk': { zh: '确定放弃？再点一次', en: 'Sure? Tap again' }
})

export const tw = translator(FIELD_WORDS)
