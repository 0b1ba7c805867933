import type { ProblemCode } from '../../shared/schema/problem.ts'
import type { Sentence } from './dictionary.ts'

/** What the service answers with, and the two failures that a browser meets before there is an answer. */
export type FailureCode = ProblemCode | 'network' | 'unexpected'

/** What went wrong and what to do next, for every problem code. */
export const PROBLEM_SENTENCES: Readonly<Record<FailureCode, Sentence>> = {
  'bad-request': { zh: '请求有误，请刷新页面后重试。', en: 'The request was not understood. Reload the page and try again.' },
  'invalid-field': { zh: '此项填写有误，请检查。', en: 'This entry is not valid. Please check it.' },
  'document-invalid': {
    zh: '证件号码不正确，请对照证件逐位核对。',
    en: 'The document number is not valid. Compare it with the document, digit by digit.'
  },
  'plate-invalid': { zh: '车牌号不正确，例如：鲁A12345。', en: 'The plate is not valid. Example: 鲁A12345.' },
  'name-invalid': { zh: '请填写姓名，不要含特殊符号。', en: 'Enter a name without special characters.' },
  'label-too-long': { zh: '姓名太长，二维码放不下，请缩短。', en: 'The name is too long for the code. Please shorten it.' },
  'validity-invalid': {
    zh: '有效期不正确，请检查开始时间和时长。',
    en: 'The validity is not possible. Check the start and the length.'
  },
  'site-unknown': { zh: '没有这个小区。', en: 'There is no such site.' },
  'community-unknown': { zh: '没有这个社区。', en: 'There is no such community.' },
  'gate-unknown': { zh: '没有这个卡口。', en: 'There is no such gate.' },
  'grid-unknown': { zh: '没有这个网格，或不属于本社区。', en: 'There is no such grid in this community.' },
  'address-invalid': { zh: '楼、单元、室号不正确，例如：9-2-1103。', en: 'The address is not valid. Example: 9-2-1103.' },
  'phone-invalid': {
    zh: '电话号码不正确；境外号码请带国家代码，如 +82。',
    en: 'The phone number is not valid. Begin a foreign one with its country code, as +82.'
  },
  'password-weak': {
    zh: '密码太短或太常见，请用至少 10 个字符的其他密码。',
    en: 'This password is too short or too common. Use another one of at least 10 characters.'
  },
  'mapping-incomplete': {
    zh: '请指明哪一列是姓名、哪一列是房号或地址，以及小区；同一内容只能对应一列。',
    en: 'Say which column is the name, which the door or address, and which site; each only once.'
  },
  'file-empty': { zh: '文件里没有内容。', en: 'There is nothing in this file.' },
  'file-kind': {
    zh: '这不是表格文件。请在表格软件中另存为 xlsx 或 CSV 后再上传。',
    en: 'This is no table. Save it as xlsx or CSV in your spreadsheet program and upload that.'
  },
  'file-old-excel': {
    zh: '这是旧版 xls 文件。请在 Excel 或 WPS 中另存为 xlsx 后再上传。',
    en: 'This is an old xls file. Save it as xlsx in your spreadsheet program and upload that.'
  },
  'file-encrypted': { zh: '文件有密码。请取消密码后再上传。', en: 'The file has a password. Remove it and upload again.' },
  'file-encoding': {
    zh: '认不出文件的文字编码。请另存为 xlsx 或 UTF-8 的 CSV。',
    en: 'The encoding of the text is not known. Save it as xlsx, or as CSV in UTF-8.'
  },
  'file-damaged': { zh: '文件已损坏，无法读取。请重新保存后再上传。', en: 'The file is damaged. Save it again and upload that.' },
  'file-inflates': {
    zh: '文件解压后异常巨大，已拒绝。请只保留数据，另存为新文件。',
    en: 'The file unpacks to far too much and was refused. Save only the data as a new file.'
  },
  'file-rows': { zh: '行数太多，请分成几个文件。', en: 'There are too many rows. Split the file.' },
  'file-columns': {
    zh: '列数太多（最多 200 列），请删去不用的列。',
    en: 'There are too many columns (200 at most). Delete those not needed.'
  },
  'file-quote': {
    zh: 'CSV 中有一个引号没有配对，之后的内容无法分行。请改正或另存为 xlsx。',
    en: 'A quotation mark in the CSV is never closed. Correct it, or save as xlsx.'
  },
  'import-stale': {
    zh: '有改过的行还没有检查，请先重新检查。',
    en: 'Rows were corrected since the last check. Check again first.'
  },
  'signature-invalid': {
    zh: '设备签名无效，请重新登记本机。',
    en: 'The device’s signature is not valid. Enrol this phone again.'
  },
  'sign-in-failed': { zh: '用户名或密码不正确。', en: 'Wrong user name or password.' },
  'sign-in-needed': { zh: '登录已过期，请重新登录。', en: 'You are signed out. Please sign in again.' },
  'clock-wrong': { zh: '本机时间不准，请校准时间后重试。', en: 'The clock of this device is wrong. Correct it and try again.' },
  'not-allowed': { zh: '您没有此项权限。', en: 'You are not allowed to do this.' },
  'device-revoked': { zh: '本机已被停用，请联系社区。', en: 'This phone has been revoked. Ask the community office.' },
  'not-found': { zh: '没有找到，可能已被删除。', en: 'Not found. It may have been removed.' },
  'code-invalid': {
    zh: '登记码无效、已过期或已被使用，请重新生成。',
    en: 'This code is wrong, expired or already used. Make a new one.'
  },
  'link-invalid': {
    zh: '链接无效或已更换，请向社区索取新的链接。',
    en: 'This link is not valid or has been replaced. Ask the community office for a new one.'
  },
  'name-taken': { zh: '已经有同名的，请换一个。', en: 'This name or number is already in use. Choose another.' },
  'status-conflict': {
    zh: '通行证的状态已被改变，请刷新后再操作。',
    en: 'The pass has changed meanwhile. Reload it and look again.'
  },
  'address-taken': {
    zh: '该房屋已有登记表，请打开原表修改。',
    en: 'This address has a sheet already. Open that one and change it.'
  },
  'document-taken': {
    zh: '该证件已以另一姓名登记，请核对证件和姓名。',
    en: 'This document is registered under another name or twice. Compare document and name.'
  },
  'plate-taken': { zh: '该车牌已登记在另一户。', en: 'This plate is registered with another household.' },
  'version-conflict': {
    zh: '他人刚刚修改过此表，请核对后再保存。',
    en: 'Somebody changed this sheet in the meantime. Compare, then save again.'
  },
  'nothing-to-issue': { zh: '没有需要签发的对象，请调整条件。', en: 'Nobody is left to issue to. Change the filter.' },
  'nothing-to-print': { zh: '没有可打印的有效通行证，请更改范围。', en: 'No valid pass is there to print. Change the choice.' },
  'nothing-to-survey': { zh: '此范围内没有登记的住户。', en: 'No household is registered within this scope.' },
  'round-closed': { zh: '本轮摸排已结束，数字已封存。', en: 'This round is closed; its figures are kept as they are.' },
  'second-person-needed': { zh: '需由另一位工作人员批准。', en: 'Somebody else has to approve this.' },
  'slot-conflict': {
    zh: '这个班次已满、已过或与别的班次重叠，请刷新后再选。',
    en: 'This slot is full, over, or overlaps another one. Reload and choose again.'
  },
  'volunteer-known': {
    zh: '这个号码已报过名，请用您自己的链接，或向社区索取。',
    en: 'This number has signed up already. Use your own link, or ask the community office for it.'
  },
  'credit-code-invalid': {
    zh: '统一社会信用代码不正确，请对照营业执照核对。',
    en: 'The unified social credit code is not valid. Compare it with the licence.'
  },
  'commitment-needed': {
    zh: '请先勾选并签署承诺书。',
    en: 'Sign the commitment first.'
  },
  'photo-invalid': {
    zh: '照片不是完整的 JPEG 图片，请重新拍照。',
    en: 'This is not a whole JPEG picture. Take the photo again.'
  },
  'push-invalid': {
    zh: '此浏览器的推送地址不受支持，请在本页查看通知。',
    en: 'The push service of this browser is not supported. Look for notices on this page.'
  },
  'employer-not-ready': {
    zh: '单位尚未通过备案或没有签发授权。',
    en: 'The employer has not been approved, or may not sign.'
  },
  'work-state': {
    zh: '申请已有新进展，请刷新后再操作。',
    en: 'The application has moved on. Reload it and look again.'
  },
  claimed: {
    zh: '这份申请已被他人受理或锁定已过期，请重新领取。',
    en: 'Somebody else has it, or your claim is over. Claim it again.'
  },
  'credit-code-taken': {
    zh: '该统一社会信用代码已有核准的单位。',
    en: 'An approved employer has this credit code already.'
  },
  'photo-not-asked': {
    zh: '目前不需要这张照片。',
    en: 'This photo is not asked for.'
  },
  'sample-needed': {
    zh: '请先打开抽查的申请，再批量通过。',
    en: 'Open the sample first, then approve all.'
  },
  'card-not-valid': {
    zh: '健康卡已失效，请重新申请。',
    en: 'The card is no longer valid. Apply again.'
  },
  'card-held': { zh: '此人的通行卡已暂停，请先恢复或作废。', en: 'The holder’s card is on hold. Lift or revoke it first.' },
  'idempotency-conflict': {
    zh: '重复提交且内容不同，请刷新后重试。',
    en: 'Sent twice with different content. Reload and try again.'
  },
  'policy-ended': {
    zh: '这些规定在此之前已经结束，请刷新后查看。',
    en: 'These rules end by then already. Reload and look again.'
  },
  'already-set-up': { zh: '系统已经设置过，请直接登录。', en: 'The service is already set up. Please sign in.' },
  'last-administrator': {
    zh: '这是最后一位管理员，不能停用。',
    en: 'This is the last administrator and cannot be switched off.'
  },
  'print-too-large': {
    zh: '一次最多打印 5000 张，请按小区或楼号分批打印。',
    en: 'At most 5,000 cards are printed at once. Choose a site or a building.'
  },
  'too-large': { zh: '内容太大。', en: 'This is too large.' },
  'unsupported-media-type': { zh: '不支持这种内容格式。', en: 'This kind of content is not accepted.' },
  'too-many-requests': { zh: '操作太频繁，请稍候一分钟再试。', en: 'Too many attempts. Wait a minute and try again.' },
  internal: { zh: '服务器出错，请稍后重试。', en: 'The server failed. Try again in a moment.' },
  'not-ready': { zh: '服务正在启动，请稍候。', en: 'The service is starting. Try again in a moment.' },
  'storage-full': { zh: '服务器存储已满，请立即通知管理员。', en: 'The server’s disk is full. Tell the administrator at once.' },
  network: { zh: '连不上服务器，请检查网络后重试。', en: 'The server cannot be reached. Check the network and try again.' },
  unexpected: { zh: '服务器的回答无法识别，请稍后重试。', en: 'The server’s answer was not understood. Try again in a moment.' }
}
