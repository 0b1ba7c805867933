import type { DocumentFailureCode, DocumentType } from '../../shared/identity/document.ts'
import type { Sentence } from './dictionary.ts'

const DOCUMENT_TYPES: Readonly<Record<`document.${DocumentType}`, Sentence>> = {
  'document.citizen-id': { zh: '居民身份证', en: 'resident identity card' },
  'document.residence-permit': { zh: '港澳台居民居住证', en: 'residence permit for Hong Kong, Macao and Taiwan residents' },
  'document.permanent-residence': { zh: '外国人永久居留身份证', en: 'foreign permanent resident card' },
  'document.permanent-residence-2004': { zh: '外国人永久居留证（旧版）', en: 'foreign permanent residence card (old)' },
  'document.hk-macao-permit': { zh: '港澳居民来往内地通行证', en: 'mainland travel permit, Hong Kong and Macao' },
  'document.taiwan-permit': { zh: '台湾居民来往大陆通行证', en: 'mainland travel permit, Taiwan' },
  'document.passport': { zh: '护照', en: 'passport' }
}

const DOCUMENT_FAILURES: Readonly<Record<`documentFailure.${DocumentFailureCode}`, Sentence>> = {
  'documentFailure.check-digit': { zh: '校验位不符，有一位写错了。', en: 'The check digit does not fit: one digit is wrong.' },
  'documentFailure.birth-date': { zh: '出生日期不存在。', en: 'The birth date in it does not exist.' },
  'documentFailure.future-birth': { zh: '出生日期在今天之后。', en: 'The birth date in it lies in the future.' },
  'documentFailure.province': { zh: '没有这个地区代码。', en: 'There is no such region code.' },
  'documentFailure.length': { zh: '位数不对。', en: 'Too few or too many characters.' },
  'documentFailure.characters': { zh: '含有不该有的字符。', en: 'It has characters that do not belong there.' },
  'documentFailure.first-generation': {
    zh: '15 位旧号码已停用，请用 18 位号码。',
    en: 'Numbers of 15 digits are no longer in use. Take the one of 18.'
  },
  'documentFailure.unknown-type': { zh: '认不出这是哪种证件。', en: 'This is no kind of document that we know.' }
}

/** What a document or a plate is, and what is wrong with it, told while it is typed. */
export const IDENTITY_WORDS = {
  ...DOCUMENT_TYPES,
  ...DOCUMENT_FAILURES,
  'document.recognised': { zh: '号码无误：{kind}', en: 'Well formed: {kind}' },
  'plate.recognised': { zh: '车牌无误：{plate}', en: 'Well formed: {plate}' },
  'plate.newEnergy': { zh: '新能源车牌：{plate}', en: 'New-energy plate: {plate}' },
  'plate.unknown': { zh: '还不是正确的车牌号。', en: 'Not a valid plate so far.' }
} as const
