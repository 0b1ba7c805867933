import type { ImportField } from '../../shared/register/import-fields.ts'
import type { FaultReason, ImportState } from '../../shared/schema/imports.ts'
import { dictionary, type Sentence } from './dictionary.ts'
import { translator } from './language.ts'

const FIELDS: Readonly<Record<`field.${ImportField}`, Sentence>> = {
  'field.site': { zh: '小区（编号或名称）', en: 'Site (number or name)' },
  'field.building': { zh: '楼号', en: 'Building' },
  'field.unit': { zh: '单元', en: 'Unit' },
  'field.room': { zh: '房号', en: 'Room' },
  'field.address': { zh: '完整地址，如 9-2-1103', en: 'Whole address, as 9-2-1103' },
  'field.tenure': { zh: '房屋性质', en: 'Tenure' },
  'field.grid': { zh: '网格', en: 'Grid' },
  'field.landlordName': { zh: '房东姓名', en: 'Landlord' },
  'field.landlordPhone': { zh: '房东电话', en: 'Landlord’s phone' },
  'field.householdNote': { zh: '户备注', en: 'Household’s note' },
  'field.name': { zh: '姓名', en: 'Name' },
  'field.sex': { zh: '性别', en: 'Sex' },
  'field.relation': { zh: '与户主关系', en: 'Relation to householder' },
  'field.documentType': { zh: '证件类型', en: 'Document type' },
  'field.documentNumber': { zh: '证件号码', en: 'Document number' },
  'field.country': { zh: '签发国', en: 'Issuing country' },
  'field.phone': { zh: '电话', en: 'Phone' },
  'field.nationality': { zh: '国籍', en: 'Nationality' },
  'field.needs': { zh: '特殊情况', en: 'Special needs' },
  'field.arrivalFrom': { zh: '近期来自', en: 'Came lately from' },
  'field.arrivalOn': { zh: '到达日期', en: 'Arrived on' },
  'field.note': { zh: '备注', en: 'Note' },
  'field.plates': { zh: '车牌号', en: 'Plates' },
  'field.version': { zh: '版本（由导出写入）', en: 'Version (written by an export)' }
}

const REASONS: Readonly<Record<`reason.${FaultReason}`, Sentence>> = {
  'reason.missing': { zh: '没有填写', en: 'is missing' },
  'reason.site-unknown': { zh: '本社区没有这个小区', en: 'no such site in this community' },
  'reason.grid-unknown': { zh: '没有这个网格', en: 'no such grid' },
  'reason.address-invalid': { zh: '地址看不懂', en: 'cannot be read as an address' },
  'reason.name-invalid': { zh: '姓名不正确', en: 'is no name' },
  'reason.document-invalid': { zh: '证件号码不正确', en: 'is no valid document number' },
  'reason.phone-invalid': { zh: '电话号码不正确', en: 'is no phone number' },
  'reason.plate-invalid': { zh: '车牌号不正确', en: 'is no plate' },
  'reason.word-unknown': { zh: '不认识这个词', en: 'is no word that is known here' },
  'reason.day-invalid': { zh: '日期不正确', en: 'is no date' },
  'reason.country-invalid': { zh: '请用三字母国家代码，如 KOR', en: 'give a country as three letters, as KOR' },
  'reason.number-invalid': { zh: '应为数字', en: 'must be a number' },
  'reason.digits-lost': {
    zh: '表格软件把号码存成了数字，末尾几位已丢失；请把该列设为文本后重新填写',
    en: 'was kept as a number and lost its last digits; format the column as text and enter it again'
  },
  'reason.masked': { zh: '含有 *，是遮盖过的内容', en: 'has * in it: it was masked' },
  'reason.too-long': { zh: '太长', en: 'is too long' },
  'reason.formula-error': { zh: '公式出错', en: 'is a formula’s error' },
  'reason.document-twice': {
    zh: '此证件在文件第 {detail} 行是另一个姓名',
    en: 'this document has another name in line {detail}'
  },
  'reason.document-taken': { zh: '此证件已登记在另一个姓名下', en: 'this document is registered under another name' },
  'reason.plate-taken': { zh: '此车牌已登记在另一户', en: 'this plate is registered with another household' },
  'reason.differs': { zh: '与同一户第 {detail} 行不一致', en: 'differs from line {detail} of the same household' },
  'reason.too-many': { zh: '同一户人数或车辆太多，请核对房号列', en: 'too many people or cars at one door: look at the columns' },
  'reason.busy': { zh: '此户同时被他人修改，请再导入一次', en: 'others kept changing this household: import again' }
}

const STATES: Readonly<Record<`importState.${ImportState}`, Sentence>> = {
  'importState.receiving': { zh: '上传中', en: 'Uploading' },
  'importState.mapping': { zh: '待确认各列', en: 'Columns to confirm' },
  'importState.checking': { zh: '检查中', en: 'Being checked' },
  'importState.checked': { zh: '已检查，未导入', en: 'Checked, not imported' },
  'importState.importing': { zh: '导入中', en: 'Being imported' },
  'importState.done': { zh: '已导入', en: 'Imported' },
  'importState.cancelled': { zh: '已取消', en: 'Cancelled' }
}

/** Words of taking lists in and writing them. */
export const IMPORT_WORDS = dictionary({
  ...FIELDS,
  ...REASONS,
  ...STATES,
  'import.title': { zh: '导入与导出', en: 'Import and export' },
  'import.upload': { zh: '选择表格文件', en: 'Choose a table' },
  'import.uploadHelp': {
    zh: 'xlsx 或 CSV，一行一人；最大 1 GB。先检查，确认后才写入登记。文件中的宏不会运行。',
    en: 'xlsx or CSV, one person a row, up to 1 GB. It is checked first and written only when you say so. Macros never run.'
  },
  'import.community': { zh: '导入到', en: 'Into' },
  'import.wholeRealm': { zh: '全街道', en: 'The whole subdistrict' },
  'import.uploading': { zh: '上传中 {percent}%', en: 'Uploading {percent} %' },
  'import.reading': { zh: '正在读取文件…', en: 'Reading the file…' },
  'import.list': { zh: '最近的导入', en: 'Recent imports' },
  'import.none': { zh: '还没有导入过。', en: 'Nothing was imported yet.' },
  'import.file': { zh: '文件', en: 'File' },
  'import.state': { zh: '状态', en: 'State' },
  'import.result': { zh: '结果', en: 'Result' },
  'import.who': { zh: '由谁', en: 'By' },
  'import.open': { zh: '打开', en: 'Open' },
  'import.back': { zh: '返回', en: 'Back' },
  'import.noName': { zh: '（未命名）', en: '(no name)' },
  'import.sheet': { zh: '工作表', en: 'Sheet' },
  'import.columns': { zh: '各列是什么', en: 'What the columns are' },
  'import.columnsHelp': {
    zh: '已按标题识别，请核对；改过的会记住，下次自动识别。',
    en: 'Understood by the headings. Correct what is wrong; it is remembered for the next list.'
  },
  'import.ignore': { zh: '不导入', en: 'Leave out' },
  'import.heading': { zh: '标题所在行（没有标题填 0）', en: 'Line of the headings (0: none)' },
  'import.site': { zh: '文件没有小区列时，属于', en: 'Site, where a row names none' },
  'import.noSite': { zh: '请选择', en: 'Choose' },
  'import.repeat': { zh: '房号留空的行与上一行同一户', en: 'A row without a door belongs to the one above' },
  'import.asOf': { zh: '名单截至（此后工作人员改过的不会被覆盖）', en: 'List as of (later changes by staff are kept)' },
  'import.line': { zh: '行', en: 'Line' },
  'import.check': { zh: '检查', en: 'Check' },
  'import.again': { zh: '重新检查', en: 'Check again' },
  'import.start': { zh: '导入这些（{count} 户）', en: 'Import these ({count} households)' },
  'import.nothing': { zh: '没有需要写入的内容。', en: 'There is nothing to write.' },
  'import.cancel': { zh: '取消', en: 'Cancel' },
  'import.change': { zh: '改各列', en: 'Change columns' },
  'import.progress': { zh: '已处理 {done} / {rows} 行', en: '{done} of {rows} rows' },
  'import.wouldAdd': { zh: '新增 {households} 户、{people} 人', en: '{households} new households, {people} new people' },
  'import.wouldChange': { zh: '更新 {households} 户', en: '{households} households change' },
  'import.same': { zh: '{households} 户无变化', en: '{households} households stay the same' },
  'import.bad': { zh: '不能导入的行：{count}', en: 'Rows that cannot be taken: {count}' },
  'import.badHelp': {
    zh: '其余的可以先导入。在此改正后重新检查，或在文件里改好再上传。',
    en: 'The others can go in first. Correct them here and check again, or correct the file and upload it again.'
  },
  'import.conflicts': { zh: '名单之后被工作人员改过的户：{count}', en: 'Households that staff changed after the list: {count}' },
  'import.conflictsHelp': {
    zh: '默认保留登记中的内容。选择“用名单”后再导入。',
    en: 'The register’s version is kept unless you take the list’s.'
  },
  'import.takeFile': { zh: '用名单', en: 'Take the list’s' },
  'import.takeRegister': { zh: '保留登记', en: 'Keep the register’s' },
  'import.reason': { zh: '原因', en: 'Why' },
  'import.value': { zh: '内容', en: 'Value' },
  'import.column': { zh: '列', en: 'Column' },
  'import.row': { zh: '整行', en: 'Whole row' },
  'import.fix': { zh: '改正', en: 'Correct' },
  'import.fixTitle': { zh: '改正第 {line} 行', en: 'Correct line {line}' },
  'import.save': { zh: '保存', en: 'Save' },
  'import.stale': { zh: '有改过的行，请重新检查。', en: 'Rows were corrected. Check again.' },
  'import.more': { zh: '更多', en: 'More' },
  'import.download': { zh: '下载这些行（CSV）', en: 'Download these rows (CSV)' },
  'import.inRegister': { zh: '登记中', en: 'Register' },
  'import.inList': { zh: '名单中', en: 'List' },
  'import.what': { zh: '项目', en: 'Field' },
  'export.title': { zh: '导出', en: 'Export' },
  'export.help': {
    zh: '姓名、证件和电话默认遮盖。文件首行和每行末列写有导出人和时间。',
    en: 'Names, documents and phones are masked. The first line and the last column say who exported it, and when.'
  },
  'export.format': { zh: '格式', en: 'Format' },
  'export.unmasked': { zh: '不遮盖（须写明用途，记入审计）', en: 'In full (give the reason; it goes to the audit)' },
  'export.reason': { zh: '用途', en: 'Reason' },
  'export.start': { zh: '导出', en: 'Export' },
  'export.reasonMissing': { zh: '请写明用途。', en: 'Give the reason.' }
})

export const ti = translator(IMPORT_WORDS)
