import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of the self-test for new volunteers. */
export const DRILL_WORDS = dictionary({
  'drill.title': { zh: '上岗演练', en: 'Training' },
  'drill.lead': {
    zh: '七个情形，约五分钟，不用网络。扫码看结论，再选你要怎么做。演练不记入通行记录。',
    en: 'Seven situations, about five minutes, no network needed. Scan, see the verdict, choose what you do. Nothing is logged as a passage.'
  },
  'drill.name': { zh: '你的姓名', en: 'Your name' },
  'drill.start': { zh: '开始演练', en: 'Start' },
  'drill.sheet': { zh: '用打印的演练单', en: 'With a printed sheet' },
  'drill.aim': { zh: '对准演练单上的任意一个码', en: 'Aim at any code of the sheet' },
  'drill.see': { zh: '看结论', en: 'See the verdict' },
  'drill.sheet.not-sheet': { zh: '这不是演练单上的码。', en: 'This is no code of a training sheet.' },
  'drill.sheet.old': { zh: '这张演练单已失效，请社区重新打印。', en: 'This sheet is too old. Ask the office for a new one.' },
  'drill.sheet.done': { zh: '这一题做过了，换一个码。', en: 'You did this one already. Take another code.' },
  'drill.making': { zh: '正在准备…', en: 'Getting ready…' },
  'drill.failed': { zh: '演练没有准备好，请重试。', en: 'The exercise could not be prepared. Try again.' },
  'drill.of': { zh: '演练 {number} / {total}', en: 'Training {number} of {total}' },
  'drill.in': { zh: '进门', en: 'Coming in' },
  'drill.out': { zh: '出门', en: 'Going out' },
  'drill.code': { zh: '出示的码', en: 'The code that is shown' },
  'drill.scan': { zh: '扫码', en: 'Scan' },
  'drill.question': { zh: '你怎么做？', en: 'What do you do?' },
  'drill.admit': { zh: '放行', en: 'Admit' },
  'drill.check': { zh: '核实登记', en: 'Check' },
  'drill.refuse': { zh: '不放行', en: 'Refuse' },
  'drill.right': { zh: '对。', en: 'Right.' },
  'drill.wrong': { zh: '不对。应该：{answer}', en: 'Not right. It is: {answer}' },
  'drill.no': { zh: '错', en: 'Wrong' },
  'drill.next': { zh: '下一题', en: 'Next' },
  'drill.result': { zh: '答对 {score} / {total}', en: '{score} of {total} right' },
  'drill.passed': { zh: '可以上岗了。', en: 'You are ready for the gate.' },
  'drill.again': { zh: '看看错在哪里，再练一次。', en: 'See what went wrong, then try once more.' },
  'drill.kept': {
    zh: '成绩已存在本机，联网后上报社区。',
    en: 'The result is on this phone and goes to the office with the next connection.'
  },
  'drill.notKept': { zh: '成绩没有保存成功，请重试。', en: 'The result could not be saved. Try again.' },
  'drill.repeat': { zh: '再练一次', en: 'Once more' },
  'drill.last': { zh: '本机最近的演练', en: 'Last exercises on this phone' },
  'drill.leave': { zh: '退出演练', en: 'Leave' },
  'case.valid': { zh: '有效的证', en: 'Valid pass' },
  'case.valid.situation': {
    zh: '一位居民出示手机上的通行证。他说自己叫陈晓明，看上去四十来岁。',
    en: 'A resident shows a pass on the phone. He says that his name is Chen Xiaoming; he looks about forty.'
  },
  'case.valid.why': {
    zh: '绿底和勾：签名真实，没有过期，没有作废。姓名对得上，请他通行，不用再问。',
    en: 'Green and a tick: genuine, not expired, not revoked. The name fits. Let him through; nothing more to ask.'
  },
  'case.expired': { zh: '过期的证', en: 'Expired pass' },
  'case.expired.situation': {
    zh: '一位老人买菜回来，出示纸质通行证。',
    en: 'An old man comes home from the market and shows a paper pass.'
  },
  'case.expired.why': {
    zh: '过期不是拒绝：居民不能锁在门外。核对身份，登记后放行，提醒他到社区续办。',
    en: 'Expired is no refusal: a resident is not locked out of home. Check identity, write it down, let him in, tell him to renew.'
  },
  'case.forged': { zh: '伪造的证', en: 'Forged pass' },
  'case.forged.situation': {
    zh: '来人出示的通行证看上去和真的一模一样，催你快一点。',
    en: 'The pass that somebody shows looks just like a real one. He asks you to hurry.'
  },
  'case.forged.why': {
    zh: '样子可以做得一样，签名做不出来。不放行，不争执，请他靠边，报社区。',
    en: 'Looks can be copied, a signature cannot. Do not admit, do not argue, ask him aside, call the office.'
  },
  'case.held': { zh: '暂停的证', en: 'Pass on hold' },
  'case.held.situation': {
    zh: '一位居民要出门，证件没有过期，本人也对得上。',
    en: 'A resident wants to go out. The pass has not expired and the person fits.'
  },
  'case.held.why': {
    zh: '社区暂停了这张证。出门不放行，请他到旁边等，打电话给社区。原因不要猜，也不要当众问。',
    en: 'The office put this pass on hold. Not out: ask him to wait at the side, call the office. Do not guess why, do not ask in public.'
  },
  'case.screenshot': { zh: '截图', en: 'Screenshot' },
  'case.screenshot.situation': {
    zh: '刚才有人用这张证进门。一分钟后，一位女士从相册里翻出同一张证的截图。',
    en: 'Somebody came in with this pass. A minute later a woman shows a screenshot of the same pass from her pictures.'
  },
  'case.screenshot.why': {
    zh: '绿色只说明证是真的，不说明证是她的。“刚刚扫过”就是提醒：核对姓名和证件尾号，登记她本人。',
    en: 'Green says that the pass is genuine, not that it is hers. "Scanned a moment ago" is the warning: compare name and ID, write her down.'
  },
  'case.wrong-site': { zh: '别的小区的证', en: 'Pass of another site' },
  'case.wrong-site.situation': {
    zh: '来人说住在隔壁小区，来看朋友。',
    en: 'Somebody who lives in the next compound comes to see a friend.'
  },
  'case.wrong-site.why': {
    zh: '证是真的，但不是本小区的。按访客办理：联系接访人，登记后再决定。',
    en: 'The pass is genuine, but of another compound. Treat as a visitor: call the host, write it down, then decide.'
  },
  'case.vehicle': { zh: '车辆', en: 'Vehicle' },
  'case.vehicle.situation': {
    zh: '一辆车停在门口，车牌是 鲁AD12354，司机出示车辆通行证。',
    en: 'A car with the plate 鲁AD12354 stops. The driver shows a vehicle pass.'
  },
  'case.vehicle.why': {
    zh: '看清车牌：证上是 鲁AD12345，车上是 鲁AD12354。证是真的，车不是这辆。核实、登记司机和车辆。',
    en: 'Read the plate: the pass says 鲁AD12345, the car 鲁AD12354. The pass is genuine, the car is another. Check, write down driver and car.'
  }
})

export const td = translator(DRILL_WORDS)
