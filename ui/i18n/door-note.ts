import type { ShownWord } from './dictionary.ts'

/** Words on the paper that is left at a door. */
export const NOTE_TEXTS = {
  heading: { zh: '住户自报', en: 'Who lives here?', ko: '거주자 신고', ja: '居住者の届け出' },
  text: {
    zh: '来访未遇。请扫码填写本户信息，约三分钟，{to} 前有效。只凭此码看不到您家的信息。',
    en: 'We came and did not meet you. Scan and fill in the form, three minutes, until {to}. The code alone shows no data of yours.',
    ko: '방문했으나 뵙지 못했습니다. {to}까지 스캔하여 작성해 주세요(약 3분). 이 코드만으로는 댁의 정보가 보이지 않습니다.',
    ja: 'お伺いしましたがご不在でした。{to}までに読み取ってご記入ください（約3分）。このコードだけではご家庭の情報は見えません。'
  }
} as const satisfies Readonly<Record<string, ShownWord>>
