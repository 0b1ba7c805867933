import type { CardKind, Words } from './card-model.ts'

/** Every word of the card that is not the pass's own. */
export const KIND_WORDS: Readonly<Record<CardKind, Words>> = {
  person: { zh: '人员通行证', en: 'PERSON PASS' },
  work: { zh: '复工复学证', en: 'WORK & SCHOOL PASS' },
  vehicle: { zh: '车辆通行证', en: 'VEHICLE PASS' },
  visitor: { zh: '访客通行证', en: 'VISITOR PASS' },
  household: { zh: '住户通行证', en: 'HOUSEHOLD PASS' },
  duty: { zh: '值勤通行证', en: 'DUTY PASS' },
  drill: { zh: '演练', en: 'DRILL' }
}

const NAME: Words = { zh: '姓名', en: 'Name' }

export const LABEL_WORDS: Readonly<Record<CardKind, Words>> = {
  person: NAME,
  work: NAME,
  vehicle: { zh: '车牌', en: 'Plate' },
  visitor: NAME,
  household: { zh: '户主', en: 'Householder' },
  duty: NAME,
  drill: NAME
}

export const WORDS = {
  documentTail: { zh: '证件尾号', en: 'ID ends in' },
  allSites: { zh: '全部小区', en: 'All sites' },
  site: { zh: '小区', en: 'Site' },
  from: { zh: '生效', en: 'From' },
  until: { zh: '有效期至', en: 'Valid until' },
  serial: { zh: '编号', en: 'No.' },
  issued: { zh: '签发', en: 'Issued' },
  scanOnly: { zh: '以扫码为准', en: 'Only a scan shows whether it is valid' },
  drillOnly: { zh: '仅供演练，不得放行', en: 'Training only: never opens a gate' }
} as const satisfies Readonly<Record<string, Words>>
