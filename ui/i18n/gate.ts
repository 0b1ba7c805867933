import { COMMON_WORDS } from './common.ts'
import { dictionary } from './dictionary.ts'
import { translator } from './language.ts'

/** Words of the gate app alone. */
export const GATE_WORDS = dictionary({
  'gate.title': { zh: '卡口扫码', en: 'Gate' },
  'enrol.title': { zh: '登记这部手机', en: 'Enrol this phone' },
  'enrol.lead': {
    zh: '请社区工作人员在管理端“卡口手机”页生成登记码，用手机相机扫码或在此输入。',
    en: 'Ask the community office for an enrolment code (console, "Gate phones"). Scan it with the phone, or type it here.'
  },
  'enrol.code': { zh: '登记码', en: 'Enrolment code' },
  'enrol.codeHint': { zh: '8 位，十分钟内有效，只能用一次', en: '8 characters, valid ten minutes, once' },
  'enrol.name': { zh: '手机名称', en: 'Name of this phone' },
  'enrol.nameHint': { zh: '例如：东门 1 号机', en: 'For example: East gate, phone 1' },
  'enrol.do': { zh: '登记', en: 'Enrol' },
  'enrol.offline': { zh: '首次使用需要网络：请连接网络后再登记。', en: 'The first use needs a network. Connect, then enrol.' },
  'enrol.code-invalid': {
    zh: '登记码不对、已过期或已用过，请重新生成。',
    en: 'The code is wrong, expired or used. Ask for a new one.'
  },
  'enrol.failed': { zh: '登记未成功（{code}），请重试。', en: 'Enrolment failed ({code}). Try again.' },
  'lost.title': { zh: '{count} 条未上传的记录丢失', en: '{count} unsent entries were lost' },
  'lost.numbers': { zh: '记录编号：{numbers}（手机 {device}）', en: 'Entries {numbers} of phone {device}' },
  'lost.lead': {
    zh: '浏览器清除了本机数据，两处副本都没有这些记录。请把编号告知社区。',
    en: "The browser cleared this phone's data, and neither copy has these entries. Tell the community office their numbers."
  },
  'lost.seen': { zh: '知道了', en: 'Understood' },
  'post.title': { zh: '选择岗位', en: 'Choose your post' },
  'post.gate': { zh: '卡口', en: 'Gate' },
  'post.direction': { zh: '方向', en: 'Direction' },
  'post.start': { zh: '开始扫码', en: 'Start scanning' },
  'post.noGates': {
    zh: '本小区还没有卡口，请社区在管理端添加。',
    en: 'This site has no gate yet. The office adds one in the console.'
  },
  'post.waiting': { zh: '正在获取卡口资料，请保持网络…', en: 'Fetching gate data. Stay online…' },
  'post.offline': {
    zh: '没有网络。第一次使用要先联网取得卡口资料，之后离线也能用。',
    en: 'No network. The first use needs one to fetch the gate data; after that it works offline.'
  },
  'leave.title': { zh: '退出登记，交还手机', en: 'Sign this phone out' },
  'leave.lead': {
    zh: '本机的钥匙和卡口资料会删除。再次使用要重新登记。',
    en: 'Its key and gate data are removed. To use it again it must be enrolled anew.'
  },
  'leave.unsent': {
    zh: '还有 {count} 条记录未上传，不能退出。请连接网络等待上传完毕。',
    en: '{count} entries are not delivered yet, so the phone stays signed in. Connect it and wait.'
  },
  'leave.do': { zh: '退出', en: 'Sign out' },
  'bar.direction.in': { zh: '进', en: 'IN' },
  'bar.direction.out': { zh: '出', en: 'OUT' },
  'bar.online': { zh: '在线', en: 'Online' },
  'bar.offline': { zh: '离线', en: 'Offline' },
  'bar.unsent': { zh: '待传 {count}', en: '{count} unsent' },
  'bar.asOf': { zh: '名单 {time}', en: 'Status {time}' },
  'bar.noStatus': { zh: '无名单', en: 'No status' },
  'bar.revoked': { zh: '此手机已停用：只上传记录。', en: 'This phone was revoked: it only delivers its entries.' },
  'bar.refused': {
    zh: '服务器资料签名不符，仍用原有资料。请报告社区。',
    en: 'The service sent data with a wrong signature; the old data stay in use. Tell the office.'
  },
  'bar.outdated': { zh: '新版本已就绪', en: 'A new version is ready' },
  'bar.update': { zh: '现在更新', en: 'Update now' },
  'scan.aim': { zh: '将二维码对准镜头', en: 'Point the camera at the code' },
  'scan.dark': { zh: '光线太暗，请打开补光', en: 'Too dark. Switch the light on' },
  'scan.wake': { zh: '点这里扫码', en: 'Press to scan' },
  'scan.asleep': { zh: '省电：相机已休眠，按音量键也可以', en: 'Camera asleep to save power. The volume key works, too' },
  'scan.starting': { zh: '正在打开相机…', en: 'Starting the camera…' },
  'scan.transfer': {
    zh: '这是另一部手机传记录的码：更多 → 记录与备份 → 接收。',
    en: 'A code by which another phone hands over its entries: More → entries and copies → receive.'
  },
  'scan.nothing': { zh: '图片中没有二维码', en: 'No code in the picture' },
  'menu.title': { zh: '更多', en: 'More' },
  'menu.today': { zh: '今日本机：{total} 次，放行 {admitted} 次', en: 'This phone today: {total} scanned, {admitted} admitted' },
  'menu.sync': { zh: '立即上传（待传 {count}）', en: 'Deliver now ({count} unsent)' },
  'menu.camera': { zh: '相机', en: 'Camera' },
  'menu.mainCamera': { zh: '主摄像头（自动）', en: 'Main camera (automatic)' },
  'menu.cameraNumber': { zh: '相机 {number}', en: 'Camera {number}' },
  'menu.zoom': { zh: '放大', en: 'Zoom' },
  'menu.zoomIn': { zh: '放大', en: 'Zoom in' },
  'menu.zoomOut': { zh: '缩小', en: 'Zoom out' },
  'scan.change': { zh: '换岗', en: 'Change post' },
  'scan.retry': { zh: '重新打开相机', en: 'Start the camera again' },
  'camera.permission-denied': {
    zh: '相机权限被拒绝：请在浏览器设置中允许本站使用相机。',
    en: "The camera was refused. Allow it for this site in the browser's settings."
  },
  'camera.no-camera': { zh: '没有找到相机，可用“图片”识别。', en: 'No camera was found. Use "Picture".' },
  'camera.in-use': { zh: '相机被其他应用占用，请关闭后重试。', en: 'Another app uses the camera. Close it and try again.' },
  'camera.insecure-context': {
    zh: '请用 https 地址打开：浏览器只在安全连接下提供相机。',
    en: 'Open the https address: browsers give the camera to secure pages only.'
  },
  'camera.ended': { zh: '相机已停止。', en: 'The camera stopped.' },
  'camera.unknown': { zh: '相机打不开，请重试。', en: 'The camera does not start. Try again.' },
  'decoder.broken': { zh: '识别程序损坏，请联网刷新页面。', en: 'The decoder is broken. Go online and reload the page.' },
  'verdict.genuine': { zh: '签名真实', en: 'Genuine' },
  'verdict.asOf': { zh: '名单截至 {time}', en: 'Status as of {time}' },
  'verdict.tail': { zh: '证件尾号 {tail}', en: 'ID ends {tail}' },
  'verdict.first': { zh: '先处理这一位，再扫下一位。', en: 'Deal with this one first, then scan the next.' },
  'verdict.resident': { zh: '给对方看', en: 'Show to resident' },
  'verdict.next': { zh: '不放行 · 下一位', en: 'Not admitted · next' },
  'verdict.admit': { zh: '登记后放行', en: 'Admit with a reason' },
  'verdict.admitNow': { zh: '放行', en: 'Admit' },
  'verdict.admitBy': { zh: '负责人放行', en: 'Supervisor admits' },
  'verdict.reason': { zh: '放行原因', en: 'Reason' },
  'reason.none': { zh: '按规定无需原因', en: 'No reason needed by the rules' },
  'duty.show': { zh: '请负责人出示值勤证，对准镜头', en: 'A supervisor shows a duty pass to the camera' },
  'duty.not-duty': { zh: '这不是值勤证。', en: 'This is no duty pass.' },
  'duty.not-valid': { zh: '值勤证无效、过期，或不属于本小区。', en: 'This duty pass is not valid here now.' },
  'duty.no-right': { zh: '此人没有放行权限。', en: 'This person may not override.' },
  'reason.home': { zh: '居民回家', en: 'Resident coming home' },
  'reason.medical': { zh: '就医、急救', en: 'Medical, emergency' },
  'reason.known': { zh: '社区已确认', en: 'Confirmed by the office' },
  'reason.public': { zh: '公务、抢修', en: 'Public service, repair' },
  'log.failed': { zh: '记录没有保存，请勿放行，重新扫码。', en: 'The entry was not saved. Do not admit; scan again.' },
  'log.full': {
    zh: '手机存储已满，记录没有保存，请勿放行。请删除照片等文件腾出空间，再重新扫码。',
    en: 'The phone is full, so the entry was not saved. Do not admit. Delete photos or files, then scan again.'
  },
  'log.storage': {
    zh: '手机存储空间不足或被禁用，无法记录。',
    en: 'The phone has no storage left, or it is blocked: nothing can be logged.'
  }
})

/** The gate app's `t`. */
export const t = translator({ ...COMMON_WORDS, ...GATE_WORDS })
