import { COMMON_WORDS } from './common.ts'
import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of the residents' app alone. */
export const PORTAL_WORDS = dictionary({
  'portal.title': { zh: '我的通行证', en: 'My passes' },
  'list.empty': { zh: '这部手机上还没有通行证', en: 'No pass on this phone yet' },
  'list.emptyHelp': {
    zh: '请扫描社区给您的二维码，或打开社区发给您的链接。打开一次后，没有网络也能出示。',
    en: 'Scan the code from your community office, or open the link that it sent you. After that the pass shows without a network.'
  },
  'list.emptyOffline': {
    zh: '手机现在没有网络。请先连上网络，再打开社区给您的链接；也可以请社区打印纸质通行证。',
    en: 'This phone is offline. Connect it, then open the link from your community office. The office can also print a pass on paper.'
  },
  'list.more': {
    zh: '可以把家里孩子、老人的通行证也存在这部手机上：打开他们的链接即可。',
    en: 'Passes of a child or an elder can be kept here too: open their links on this phone.'
  },
  'list.until': { zh: '有效至 {end}', en: 'Valid until {end}' },
  'list.all': { zh: '全部通行证', en: 'All passes' },
  'list.work': { zh: '复工复学证：申请、上报', en: 'Work & school card: apply, report' },
  'list.employer': { zh: '单位办理', en: 'For employers' },
  'open.busy': { zh: '正在获取通行证…', en: 'Fetching the pass…' },
  'open.offline': {
    zh: '没有网络，暂时取不到这张通行证。连上网络后会自动重试，请不要关闭此页。',
    en: 'No network, so the pass cannot be fetched yet. It is tried again as soon as there is one; keep this page open.'
  },
  'open.bad': {
    zh: '这个链接不完整。请重新扫描社区给您的二维码，或复制完整的链接。',
    en: 'This link is not complete. Scan the code from your community office again, or copy the whole link.'
  },
  'open.notKept': {
    zh: '此浏览器不允许保存，关闭后就看不到了。请用普通（非无痕）窗口打开链接。',
    en: 'This browser does not keep the pass. Open the link in an ordinary window, not a private one.'
  },
  'pass.valid': { zh: '有效期', en: 'Valid' },
  'pass.from': { zh: '自', en: 'From' },
  'pass.until': { zh: '至', en: 'Until' },
  'pass.tail': { zh: '证件尾号 {tail}', en: 'Document ending {tail}' },
  'pass.asOf': { zh: '状态：{status}（{time} 查询）', en: 'Status: {status}, as of {time}' },
  'pass.gone': {
    zh: '这个链接已更换，请向社区索取新的。',
    en: 'This link has been replaced. Ask your community office for the new one.'
  },
  'pass.held': { zh: '此证已暂停，请联系社区。', en: 'This pass is on hold. Please call your community office.' },
  'pass.revoked': { zh: '此证已作废，请联系社区。', en: 'This pass has been revoked. Please call your community office.' },
  'pass.superseded': { zh: '此证已换发，请用新证。', en: 'This pass has been replaced. Please use the new one.' },
  'pass.expired': { zh: '此证已过期，请到社区续办。', en: 'This pass has expired. Renew it at your community office.' },
  'pass.future': { zh: '此证尚未生效。', en: 'This pass is not valid yet.' },
  'pass.onlyScan': {
    zh: '只有卡口扫码的结果才算数；屏幕上的字不能证明此证有效。',
    en: 'Only a scan at the gate answers. Nothing on this screen proves that the pass is valid.'
  },
  'pass.bright': { zh: '请把屏幕调到最亮，正对镜头。', en: 'Turn the brightness up and hold the code straight to the camera.' },
  'pass.number': { zh: '编号 {serial}', en: 'Pass {serial}' },
  'pass.code': { zh: '通行证', en: 'pass' },
  'pass.missing': { zh: '这部手机上没有这张通行证。', en: 'This pass is not on this phone.' },
  'pass.refresh': { zh: '查询最新状态', en: 'Ask for the status now' },
  'pass.refreshFailed': { zh: '没有网络，显示的是上次查询的状态。', en: 'No network: this is the status that was last known.' },
  'pass.remove': { zh: '从本机删除', en: 'Remove from this phone' },
  'pass.askRemove': { zh: '从本机删除 {label}？', en: 'Remove {label} from this phone?' },
  'pass.removeHelp': {
    zh: '通行证本身不受影响。以后要再出示，需重新打开社区给的链接。',
    en: 'The pass itself stays valid. To show it here again, open its link again.'
  },
  'install.title': { zh: '放到手机桌面，出门更方便', en: 'Keep it on the home screen' },
  'install.button': { zh: '安装到本机', en: 'Install' },
  'install.hint': {
    zh: '在浏览器菜单里选“添加到主屏幕”。',
    en: 'In the browser’s menu choose “Add to Home Screen”.'
  }
})

/** The portal's `t`. */
export const t = translator({ ...COMMON_WORDS, ...PORTAL_WORDS })
