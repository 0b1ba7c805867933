import { dictionary } from './dictionary.ts'

/** Words of the console's settings: places and accounts. */
export const SETTINGS_WORDS = dictionary({
  'settings.title': { zh: '设置', en: 'Settings' },
  'settings.communities': { zh: '社区', en: 'Communities' },
  'settings.sites': { zh: '小区', en: 'Sites' },
  'settings.gates': { zh: '卡口', en: 'Gates' },
  'settings.accounts': { zh: '账号', en: 'Accounts' },
  'settings.name': { zh: '名称（中文）', en: 'Name in Chinese' },
  'settings.nameEn': { zh: '名称（英文）', en: 'Name in English' },
  'settings.community': { zh: '社区', en: 'Community' },
  'settings.site': { zh: '小区', en: 'Site' },
  'settings.number': { zh: '小区编号', en: 'Site number' },
  'settings.numberHint': { zh: '留空则自动编号', en: 'Given automatically when left empty' },
  'settings.numberWrong': { zh: '请填 1 至 65535 的整数。', en: 'Enter a whole number from 1 to 65535.' },
  'settings.directions': { zh: '方向', en: 'Directions' },
  'settings.both': { zh: '进和出', en: 'In and out' },
  'settings.onlyIn': { zh: '只进', en: 'In only' },
  'settings.onlyOut': { zh: '只出', en: 'Out only' },
  'settings.addCommunity': { zh: '添加社区', en: 'Add community' },
  'settings.addSite': { zh: '添加小区', en: 'Add site' },
  'settings.addGate': { zh: '添加卡口', en: 'Add gate' },
  'settings.addAccount': { zh: '添加账号', en: 'Add account' },
  'settings.add': { zh: '添加', en: 'Add' },
  'settings.none': { zh: '还没有。', en: 'None yet.' },
  'settings.first': {
    zh: '请先添加社区，再添加小区，然后添加卡口。',
    en: 'Add a community first, then its sites, then their gates.'
  },
  'accounts.displayName': { zh: '姓名', en: 'Name' },
  'accounts.role': { zh: '角色', en: 'Role' },
  'accounts.password': { zh: '初始密码', en: 'First password' },
  'accounts.off': { zh: '已停用', en: 'Switched off' },
  'accounts.switchOff': { zh: '停用', en: 'Switch off' },
  'accounts.switchOn': { zh: '启用', en: 'Switch on' },
  'accounts.reset': { zh: '重设密码', en: 'Set new password' },
  'accounts.resetFor': { zh: '为 {name} 重设密码', en: 'New password for {name}' },
  'accounts.askOff': { zh: '停用 {name}？', en: 'Switch off {name}?' },
  'accounts.offHelp': {
    zh: '此人立即退出登录，不能再登录；以后可以再启用。',
    en: 'They are signed out at once and cannot sign in until switched on again.'
  }
})
