import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words that more than one app uses. */
export const COMMON_WORDS = dictionary({
  'app.name': { zh: '卡口', en: 'Checkpoint' },
  'language.switch': { zh: '切换语言', en: 'Language' },
  'action.ok': { zh: '确定', en: 'OK' },
  'action.cancel': { zh: '取消', en: 'Cancel' },
  'action.close': { zh: '关闭', en: 'Close' },
  'action.back': { zh: '返回', en: 'Back' },
  'action.retry': { zh: '重试', en: 'Try again' },
  'action.copy': { zh: '复制', en: 'Copy' },
  'action.copied': { zh: '已复制', en: 'Copied' },
  'action.more': { zh: '加载更多', en: 'Load more' },
  'state.loading': { zh: '正在加载…', en: 'Loading…' },
  'state.working': { zh: '请稍候…', en: 'Please wait…' },
  'state.offline': { zh: '离线', en: 'Offline' },
  'state.none': { zh: '无', en: 'None' },
  'state.errorNumber': { zh: '错误编号 {id}', en: 'Error number {id}' },
  'field.optional': { zh: '选填', en: 'optional' },
  'field.needed': { zh: '请填写此项。', en: 'Please fill this in.' },
  'kind.person': { zh: '人员通行证', en: 'Person pass' },
  'kind.work': { zh: '复工复学证', en: 'Work & school pass' },
  'kind.vehicle': { zh: '车辆通行证', en: 'Vehicle pass' },
  'kind.visitor': { zh: '访客通行证', en: 'Visitor pass' },
  'kind.household': { zh: '住户通行证', en: 'Household pass' },
  'kind.duty': { zh: '值勤通行证', en: 'Duty pass' },
  'kind.drill': { zh: '演练证', en: 'Drill pass' },
  'status.valid': { zh: '有效', en: 'Valid' },
  'status.held': { zh: '暂停', en: 'On hold' },
  'status.revoked': { zh: '作废', en: 'Revoked' },
  'status.superseded': { zh: '已换发', en: 'Replaced' },
  'status.expired': { zh: '已过期', en: 'Expired' },
  'status.future': { zh: '未生效', en: 'Not yet valid' },
  'site.all': { zh: '全部小区', en: 'All sites' },
  'site.number': { zh: '{number} 号小区', en: 'Site {number}' },
  'direction.in': { zh: '进', en: 'In' },
  'direction.out': { zh: '出', en: 'Out' },
  'qr.of': { zh: '二维码：{what}', en: 'QR code: {what}' },
  'qr.failed': { zh: '二维码无法显示，请刷新页面。', en: 'The code could not be drawn. Reload the page.' }
})

export const tc = translator(COMMON_WORDS)
