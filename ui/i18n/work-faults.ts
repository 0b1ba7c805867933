import type { ShownWord } from './dictionary.ts'

/** What is wrong with a field while somebody fills in a form, in plain words and four languages. */
export const FIELD_FAULTS = {
  needed: { zh: '请填写此项。', en: 'Please fill this in.', ko: '이 항목을 입력하세요.', ja: 'この項目を入力してください。' },
  choose: { zh: '请选择一项。', en: 'Please choose one.', ko: '하나를 선택하세요.', ja: '一つ選んでください。' },
  long: {
    zh: '太长了，请缩短。',
    en: 'This is too long. Please shorten it.',
    ko: '너무 깁니다. 줄여 주세요.',
    ja: '長すぎます。短くしてください。'
  },
  name: {
    zh: '姓名里有不能用的符号（如表情、星号）。',
    en: 'The name has signs that cannot be used, such as emoji or asterisks.',
    ko: '이름에 쓸 수 없는 기호(이모지, 별표 등)가 있습니다.',
    ja: '氏名に使えない記号（絵文字や＊など）があります。'
  },
  phone: {
    zh: '电话号码不正确。手机 11 位；座机带区号；境外号码以 + 开头。',
    en: 'Not a phone number. Mobiles have 11 digits; begin a foreign one with +.',
    ko: '전화번호가 올바르지 않습니다. 휴대전화는 11자리, 외국 번호는 +로 시작합니다.',
    ja: '電話番号が正しくありません。携帯は11桁、外国の番号は+から入力します。'
  },
  country: {
    zh: '请填三个字母的国家代码，如 KOR、JPN、USA。',
    en: 'Enter the three letters of the country as in the passport: KOR, JPN, USA.',
    ko: '여권에 있는 국가 코드 세 글자를 입력하세요. 예: KOR.',
    ja: '旅券にある3文字の国コードを入力してください。例：JPN。'
  },
  'document.check-digit': {
    zh: '有一位写错了（校验位不符）。',
    en: 'One digit is wrong: the check digit does not fit.',
    ko: '한 자리가 틀렸습니다(검증 번호 불일치).',
    ja: 'どこか一桁が違います（検査数字が合いません）。'
  },
  'document.birth-date': {
    zh: '其中的出生日期不存在。',
    en: 'The birth date in it does not exist.',
    ko: '번호 속 생년월일이 존재하지 않습니다.',
    ja: '番号の中の生年月日が存在しません。'
  },
  'document.future-birth': {
    zh: '其中的出生日期在今天之后。',
    en: 'The birth date in it lies in the future.',
    ko: '번호 속 생년월일이 미래입니다.',
    ja: '番号の中の生年月日が未来です。'
  },
  'document.province': {
    zh: '没有这个地区代码，请看前六位。',
    en: 'There is no such region: look at the first six digits.',
    ko: '없는 지역 코드입니다. 앞 여섯 자리를 확인하세요.',
    ja: '地域コードがありません。最初の6桁を確認してください。'
  },
  'document.length': {
    zh: '位数不对。',
    en: 'Too few or too many characters.',
    ko: '자릿수가 맞지 않습니다.',
    ja: '桁数が違います。'
  },
  'document.characters': {
    zh: '含有不该有的字符。',
    en: 'It has characters that do not belong there.',
    ko: '들어갈 수 없는 문자가 있습니다.',
    ja: '使えない文字が入っています。'
  },
  'document.first-generation': {
    zh: '15 位旧号码已停用，请填 18 位号码。',
    en: 'Numbers of 15 digits are no longer used. Enter the one of 18.',
    ko: '15자리 옛 번호는 쓸 수 없습니다. 18자리를 입력하세요.',
    ja: '15桁の旧番号は使えません。18桁を入力してください。'
  },
  'document.unknown-type': {
    zh: '认不出是哪种证件，请在上面选择证件类型。',
    en: 'Choose above what kind of document this is.',
    ko: '위에서 신분증 종류를 선택하세요.',
    ja: '上で証明書の種類を選んでください。'
  },
  address: {
    zh: '只填字母和数字，如 9、2、1103。',
    en: 'Letters and digits only, as 9, 2, 1103.',
    ko: '글자와 숫자만 입력하세요. 예: 9, 2, 1103.',
    ja: '文字と数字だけで入力してください。例：9、2、1103。'
  },
  'credit.length': {
    zh: '应为 18 位，请对照营业执照。',
    en: 'It has 18 characters. Compare it with the licence.',
    ko: '18자리입니다. 사업자등록증과 비교하세요.',
    ja: '18桁です。営業許可証と照合してください。'
  },
  'credit.characters': {
    zh: '只有数字和大写字母，没有 I、O、S、V、Z。',
    en: 'Only digits and letters, never I, O, S, V, Z.',
    ko: '숫자와 영문 대문자만 쓰며 I, O, S, V, Z는 없습니다.',
    ja: '数字と英大文字のみで、I・O・S・V・Zは使いません。'
  },
  'credit.check-digit': {
    zh: '有一位写错了（校验位不符）。',
    en: 'One character is wrong: the check does not fit.',
    ko: '한 자리가 틀렸습니다(검증 번호 불일치).',
    ja: 'どこか一文字が違います（検査文字が合いません）。'
  },
  symptom: {
    zh: '请选择是哪种症状。',
    en: 'Choose which ones.',
    ko: '어떤 증상인지 선택하세요.',
    ja: 'どの症状か選んでください。'
  },
  day: { zh: '日期不能晚于今天。', en: 'This day is yet to come.', ko: '오늘 이후 날짜입니다.', ja: '今日より後の日付です。' },
  temperature: {
    zh: '请填 34.0 到 43.0 之间，如 36.5。',
    en: 'Enter a reading from 34.0 to 43.0, as 36.5.',
    ko: '34.0~43.0 사이로 입력하세요. 예: 36.5.',
    ja: '34.0〜43.0の間で入力してください。例：36.5。'
  },
  committed: { zh: '请勾选承诺。', en: 'Tick the commitment.', ko: '서약에 체크하세요.', ja: '誓約にチェックを入れてください。' },
  signature: {
    zh: '签名要与填表人的姓名一致。',
    en: 'Sign with the name of who fills this in.',
    ko: '작성자의 이름과 같게 서명하세요.',
    ja: '記入者の氏名と同じ署名にしてください。'
  }
} as const satisfies Readonly<Record<string, ShownWord>>
export type FieldFault = keyof typeof FIELD_FAULTS
