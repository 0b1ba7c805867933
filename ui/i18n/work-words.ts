import type { EmployerState } from '../../shared/work/employer-states.ts'
import type { WorkState } from '../../shared/work/states.ts'
import type {
  CardHold,
  DeclaredBy,
  EmployerReturnReason,
  ProxyRelation,
  RejectReason,
  Symptom,
  Transport,
  WorkFlag,
  WorkPhotoKind
} from '../../shared/work/words.ts'
import type { Sentence } from './dictionary.ts'

type Named<P extends string, K extends string> = Readonly<Record<`${P}.${K}`, Sentence>>

const STATES: Named<'state', WorkState> = {
  'state.draft': { zh: '待本人申报', en: 'Not declared yet' },
  'state.submitted': { zh: '待审核', en: 'Waiting' },
  'state.under-review': { zh: '审核中', en: 'Under review' },
  'state.more-info': { zh: '待补充', en: 'Question open' },
  'state.approved': { zh: '已通过，待签发', en: 'Approved, being signed' },
  'state.issued': { zh: '已签发', en: 'Issued' },
  'state.rejected': { zh: '已驳回', en: 'Rejected' },
  'state.withdrawn': { zh: '已撤回', en: 'Withdrawn' },
  'state.lapsed': { zh: '已失效', en: 'Lapsed' }
}
const FLAGS: Named<'flag', WorkFlag> = {
  'flag.diagnosed': { zh: '确诊未解除', en: 'Diagnosed' },
  'flag.contact': { zh: '密接或湖北接触', en: 'Contact' },
  'flag.outside': { zh: '外来未满观察期', en: 'Back from outside' },
  'flag.symptoms': { zh: '有症状', en: 'Symptoms' },
  'flag.temperature': { zh: '体温偏高', en: 'Temperature' },
  'flag.document-twice': { zh: '证件重复', en: 'Document used twice' },
  'flag.phone-many': { zh: '电话多人共用', en: 'Phone of many' },
  'flag.address-unknown': { zh: '住址未登记', en: 'Address not registered' },
  'flag.register-differs': { zh: '与登记不符', en: 'Register differs' }
}
const FLAG_HELP: Named<'flagHelp', WorkFlag> = {
  'flagHelp.diagnosed': {
    zh: '申报为确诊、疑似或无症状感染者，解除未满 14 天。请核对解除证明。',
    en: 'Declared as a case, suspected or positive without symptoms, not released for 14 days. Look at the release papers.'
  },
  'flagHelp.contact': {
    zh: '申报与病例密切接触，或与湖北来人有接触。请核对观察期是否已满。',
    en: 'Declared a close contact, or contact with somebody from Hubei. Check whether the observation is over.'
  },
  'flagHelp.outside': {
    zh: '在省内居住未满 14 天，或返回后观察期未满。请核对返回日期和行程。',
    en: 'Not 14 days in the province, or came back fewer days ago than the observation takes. Check day and journey.'
  },
  'flagHelp.symptoms': {
    zh: '申报有发热、干咳或乏力。请电话了解是否已就医。',
    en: 'Declared fever, a dry cough or fatigue. Call and ask whether a doctor was seen.'
  },
  'flagHelp.temperature': {
    zh: '申报体温达到上限。请让本人复测。',
    en: 'The declared temperature is at the limit. Ask for a second measurement.'
  },
  'flagHelp.document-twice': {
    zh: '同一证件另有在办申请或有效卡。可能是续办，也可能是冒用。',
    en: 'The document has another open application or a standing card: a renewal, or somebody else’s use.'
  },
  'flagHelp.phone-many': {
    zh: '同一电话用于多份申请。可能是家人代办，请确认。',
    en: 'One phone for many applications: perhaps a relative who helps. Ask.'
  },
  'flagHelp.address-unknown': {
    zh: '申报的住址没有住户登记。请核实是否居住在此。',
    en: 'No household is registered at this address. Find out whether the applicant lives there.'
  },
  'flagHelp.register-differs': {
    zh: '该证件在登记中是另一姓名。请对照证件核对。',
    en: 'The register has this document under another name. Compare with the document.'
  }
}
const REJECTIONS: Named<'reject', RejectReason> = {
  'reject.outside-14-days': { zh: '返回未满 14 天', en: 'Back for fewer than 14 days' },
  'reject.contact-not-released': { zh: '接触者未解除观察', en: 'Contact not released' },
  'reject.symptoms': { zh: '有症状', en: 'Symptoms' },
  'reject.diagnosed': { zh: '确诊或疑似未解除', en: 'Diagnosed, not released' },
  'reject.not-resident': { zh: '不在本社区居住', en: 'Does not live here' },
  'reject.details-wrong': { zh: '信息与证件不符', en: 'Details do not fit the document' },
  'reject.document-unreadable': { zh: '证件照片看不清', en: 'Photo cannot be read' },
  'reject.duplicate': { zh: '重复申请', en: 'Applied twice' },
  'reject.employer-not-approved': { zh: '单位未通过备案', en: 'Employer not approved' },
  'reject.other': { zh: '其他', en: 'Other' }
}
const RETURNS: Named<'return', EmployerReturnReason> = {
  'return.code-wrong': { zh: '信用代码有误', en: 'Credit code is wrong' },
  'return.filing-incomplete': { zh: '备案材料不全', en: 'Filing is incomplete' },
  'return.supplies-short': { zh: '防疫物资不足', en: 'Supplies are short' },
  'return.no-isolation-room': { zh: '没有隔离场所', en: 'No isolation room' },
  'return.site-check-failed': { zh: '现场核查未通过', en: 'Visit not passed' },
  'return.duplicate': { zh: '重复备案', en: 'Filed twice' },
  'return.misuse': { zh: '违规使用', en: 'Misuse' },
  'return.other': { zh: '其他', en: 'Other' }
}
const PEOPLE: Named<'declaredBy', DeclaredBy> & Named<'relation', ProxyRelation> & Named<'symptom', Symptom> = {
  'declaredBy.self': { zh: '本人申报', en: 'Declared in person' },
  'declaredBy.proxy': { zh: '他人代办', en: 'Declared by a proxy' },
  'declaredBy.clerk': { zh: '单位代报', en: 'Declared by the employer' },
  'relation.spouse': { zh: '配偶', en: 'Spouse' },
  'relation.child': { zh: '子女', en: 'Child' },
  'relation.parent': { zh: '父母', en: 'Parent' },
  'relation.relative': { zh: '亲属', en: 'Relative' },
  'relation.colleague': { zh: '同事', en: 'Colleague' },
  'relation.neighbour': { zh: '邻居', en: 'Neighbour' },
  'relation.community': { zh: '社区人员', en: 'Community staff' },
  'relation.other': { zh: '其他', en: 'Other' },
  'symptom.fever': { zh: '发热', en: 'Fever' },
  'symptom.dry-cough': { zh: '干咳', en: 'Dry cough' },
  'symptom.fatigue': { zh: '乏力', en: 'Fatigue' }
}
const THINGS: Named<'transport', Transport> & Named<'photo', WorkPhotoKind> & Named<'hold', CardHold> = {
  'transport.foot': { zh: '步行', en: 'On foot' },
  'transport.bicycle': { zh: '骑车', en: 'Bicycle' },
  'transport.own-car': { zh: '自驾', en: 'Own car' },
  'transport.company-bus': { zh: '单位班车', en: 'Company bus' },
  'transport.public': { zh: '公共交通', en: 'Public transport' },
  'transport.other': { zh: '其他', en: 'Other' },
  'photo.document': { zh: '证件照片', en: 'Document' },
  'photo.workplace-letter': { zh: '复工证明', en: 'Letter of the workplace' },
  'photo.lease': { zh: '租房合同', en: 'Lease' },
  'hold.report-missing': { zh: '缺每日上报', en: 'Report missing' },
  'hold.health': { zh: '健康随访', en: 'Health follow-up' },
  'hold.other': { zh: '其他原因', en: 'Other ground' }
}
const EMPLOYERS: Named<'employer', EmployerState> = {
  'employer.draft': { zh: '未提交备案', en: 'Not filed yet' },
  'employer.filed': { zh: '待审核', en: 'Filed' },
  'employer.site-check': { zh: '现场核查', en: 'Visit under way' },
  'employer.approved': { zh: '已通过', en: 'Approved' },
  'employer.returned': { zh: '已退回', en: 'Returned' },
  'employer.suspended': { zh: '已暂停', en: 'Suspended' }
}

/** The closed sets of the work cards as staff read them. */
export const WORK_SET_WORDS = {
  ...STATES,
  ...FLAGS,
  ...FLAG_HELP,
  ...REJECTIONS,
  ...RETURNS,
  ...PEOPLE,
  ...THINGS,
  ...EMPLOYERS
}
