import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of volunteers' shifts at the gate. */
export const DUTY_WORDS = dictionary({
  'shift.title': { zh: '值班', en: 'Shift' },
  'shift.since': { zh: '{time} 起', en: 'since {time}' },
  'shift.until': { zh: '至 {time} 自动签退', en: 'signed out at {time}' },
  'shift.staying': { zh: '留到有人接班', en: 'stays until relieved' },
  'shift.stay': { zh: '留到有人接班', en: 'Stay until relieved' },
  'shift.handOver': { zh: '交接班', en: 'Hand over' },
  'shift.signOut': { zh: '签退', en: 'Sign out' },
  'shift.scan': { zh: '签到：请把值勤通行证对准镜头', en: 'To sign in, hold a duty pass to the camera' },
  'shift.noNeed': { zh: '不签到也能扫码，记录里没有姓名。', en: 'Scanning works without it; the log then names nobody.' },
  'shift.lastNote': { zh: '上一班留言', en: 'Note from the last shift' },
  'shift.refused.unreadable': { zh: '这不是通行证的二维码。', en: 'This code is no pass.' },
  'shift.refused.forged': { zh: '这张证不是真的，或读错了，请再试。', en: 'Not genuine, or misread. Try again.' },
  'shift.refused.status': { zh: '这张值勤证已暂停、作废或换发。', en: 'This duty pass is on hold, revoked or replaced.' },
  'shift.refused.window': { zh: '这张值勤证不在有效期内。', en: 'This duty pass is not valid now.' },
  'shift.refused.kind': { zh: '这不是值勤通行证。', en: 'This is no duty pass.' },
  'shift.refused.site': { zh: '这是别的小区的值勤证。', en: 'This duty pass is for another site.' },

  'pin.title': { zh: '用 PIN 签到', en: 'Sign in by PIN' },
  'pin.choose': { zh: '请选自己的名字', en: 'Choose your name' },
  'pin.nobody': { zh: '排班表里现在没有人，请用值勤通行证签到。', en: 'Nobody is in the plan now. Use a duty pass.' },
  'pin.wrong': { zh: 'PIN 不对，请再输。', en: 'Wrong PIN. Type it again.' },
  'pin.locked': {
    zh: '输错太多次，请等 {minutes} 分钟。照常扫码。',
    en: 'Too many wrong PINs. Wait {minutes} min; scanning goes on.'
  },
  'pin.delete': { zh: '删除一位', en: 'Delete one digit' },

  'hand.title': { zh: '交接班', en: 'Hand-over' },
  'hand.since': { zh: '{time} 以来', en: 'Since {time}' },
  'hand.in': { zh: '进', en: 'In' },
  'hand.out': { zh: '出', en: 'Out' },
  'hand.admitted': { zh: '放行', en: 'Admitted' },
  'hand.refused': { zh: '未放行', en: 'Refused' },
  'hand.overrides': { zh: '人工放行', en: 'Overrides' },
  'hand.allSent': { zh: '记录已全部上传', en: 'Everything is delivered' },
  'hand.unsent': { zh: '还有 {count} 条未上传', en: '{count} not delivered yet' },
  'hand.deliver': { zh: '立即上传', en: 'Deliver now' },
  'hand.offline': {
    zh: '没有网络时可以照常交接，记录留在手机里。',
    en: 'Without a network, hand over all the same: the phone keeps them.'
  },
  'hand.open': { zh: '未了的事（{count}）', en: 'Open matters ({count})' },
  'hand.noOpen': { zh: '没有滞留的人', en: 'Nobody is kept aside' },
  'hand.case': { zh: '{time} 第 {number} 条', en: '{time}, entry {number}' },
  'hand.note': { zh: '给下一班的话', en: 'Note for the next shift' },
  'hand.noteHint': { zh: '例如：3 号楼有人等社区回电', en: 'For example: somebody of house 3 waits for a call' },
  'hand.next': { zh: '接班人：请把值勤通行证对准镜头', en: 'Next volunteer: hold your duty pass to the camera' },
  'hand.nobody': { zh: '无人接班，交班并签退', en: 'Nobody follows: hand over, sign out' },
  'hand.done': { zh: '已交接给 {name}', en: 'Handed over to {name}' },
  'hand.doneNobody': { zh: '已交班，现在无人签到', en: 'Handed over; nobody is signed in' },
  'hand.failed': { zh: '手机存储出错，没有交接成功，请再试。', en: 'The phone could not keep it. Try again.' },
  'hand.counting': { zh: '正在统计…', en: 'Counting…' }
})

/** `t` for duty at the gate. */
export const td = translator(DUTY_WORDS)
