import type { Purpose } from '../../shared/log/entry.ts'
import type { HealthAnswer } from '../../shared/visitor/visitor-record.ts'
import { dictionary, type Sentence } from './dictionary.ts'
import { translator } from './language.ts'

const PURPOSE_WORDS: Readonly<Record<`purpose.${Purpose}`, Sentence>> = {
  'purpose.work': { zh: '上班', en: 'Work' },
  'purpose.shop': { zh: '购物', en: 'Shopping' },
  'purpose.medical': { zh: '就医', en: 'Medical' },
  'purpose.school': { zh: '上学', en: 'School' },
  'purpose.delivery': { zh: '送货', en: 'Delivery' },
  'purpose.visit': { zh: '探访', en: 'Visit' },
  'purpose.other': { zh: '其他', en: 'Other' }
}
const HEALTH_WORDS: Readonly<Record<`healthAnswer.${HealthAnswer}`, Sentence>> = {
  'healthAnswer.none': { zh: '都没有', en: 'None of them' },
  'healthAnswer.cough': { zh: '咳嗽', en: 'Cough' },
  'healthAnswer.fever': { zh: '发热', en: 'Fever' },
  'healthAnswer.contact': { zh: '接触过', en: 'A contact' },
  'healthAnswer.refused': { zh: '不愿说', en: 'No answer' }
}

/** Words of writing a visitor down, at the gate and in the console. */
export const VISITOR_WORDS = {
  ...PURPOSE_WORDS,
  ...HEALTH_WORDS,
  ...dictionary({
    'visitor.title': { zh: '访客登记', en: 'Visitor' },
    'visitor.sealed': {
      zh: '登记后立即加密，只有社区能打开；本机不留存。',
      en: 'Encrypted at once for the community office. This phone keeps nothing readable.'
    },
    'visitor.name': { zh: '姓名', en: 'Name' },
    'visitor.phone': { zh: '电话', en: 'Phone' },
    'visitor.document': { zh: '证件号（选填）', en: 'Document (optional)' },
    'visitor.building': { zh: '楼', en: 'Building' },
    'visitor.unit': { zh: '单元', en: 'Unit' },
    'visitor.room': { zh: '室', en: 'Room' },
    'visitor.host': { zh: '接访人', en: 'Host' },
    'visitor.plate': { zh: '车牌（选填）', en: 'Plate (optional)' },
    'visitor.purpose': { zh: '事由', en: 'Purpose' },
    'visitor.health': { zh: '近 14 天有无发热、咳嗽、接触病例', en: 'Last 14 days: fever, cough, contact with a case?' },
    'visitor.do': { zh: '登记', en: 'Register' },
    'visitor.askHost': { zh: '请联系接访人确认', en: 'Ask the host' },
    'visitor.admitPass': { zh: '已确认 · 放行并发访客码', en: 'Confirmed · admit with a pass' },
    'visitor.passOffline': { zh: '没有网络，不能发访客码', en: 'No network, no visitor pass' },
    'visitor.admit': { zh: '已确认 · 放行', en: 'Confirmed · admit' },
    'visitor.confirmed': { zh: '接访人已确认', en: 'Confirmed by the host' },
    'visitor.otherWays': { zh: '其他办法…', en: 'Other ways…' },
    'visitor.refuse': { zh: '不放行 · 下一位', en: 'Not admitted · next' },
    'visitor.photograph': { zh: '请访客拍下此码，离开时出示', en: 'Photograph this code; show it when leaving' },
    'visitor.until': { zh: '有效至 {time}', en: 'valid until {time}' },
    'visitor.noPass': { zh: '没有取得访客码；人已登记放行。', en: 'No pass was issued. The visitor is registered and admitted.' },
    'visitor.done': { zh: '完成', en: 'Done' },
    'visitor.noKey': {
      zh: '这部手机还没有社区的加密钥匙：联网更新后再登记。',
      en: 'This phone has no key of the office yet. Go online once, then register.'
    },
    'visitor.failed': { zh: '没有登记成功，请再试。', en: 'It was not registered. Try again.' },
    'visitor.wrong.name': { zh: '请填写真实姓名。', en: 'Please enter the real name.' },
    'visitor.wrong.phone': { zh: '电话号码不对。', en: 'This is no telephone number.' },
    'visitor.wrong.document': { zh: '证件号码不对，可以不填。', en: 'The document number is wrong; it may be left out.' },
    'visitor.wrong.health': { zh: '请选择一个回答。', en: 'Choose an answer.' },
    'visitor.wrong.other': { zh: '太长，或含有特殊字符。', en: 'Too long, or with special characters.' },
    'visitor.show': { zh: '查看访客', en: 'Show the visitor' },
    'visitor.audited': { zh: '每次查看都会留下记录。', en: 'Each look is recorded.' },
    'visitor.unreadable': { zh: '登记内容无法打开（{failure}）。', en: 'The record cannot be opened ({failure}).' },
    'visitor.where': { zh: '去向', en: 'Going to' },
    'visitor.answer': { zh: '健康询问', en: 'Health answer' }
  })
} as const

export const tvis = translator(VISITOR_WORDS)
