import type { WorkLanguage, WorkNoticeKind } from './words.ts'

type Sentences = Readonly<Record<WorkLanguage, string>>

/**
 * What an applicant is told, in the language of the application. Neither name nor health: a notice is read on locked
 * screens and by networks. A push message, a short message and the inbox all say the same.
 */
export const NOTICE_WORDS: Readonly<Record<WorkNoticeKind, Sentences>> = {
  received: {
    zh: '申请已收到，社区将在承诺时限内审核。',
    en: 'Your application has arrived. The community answers within the promised time.',
    ko: '신청이 접수되었습니다. 약속된 시간 안에 심사합니다.',
    ja: '申請を受け付けました。約束の時間内に審査します。'
  },
  question: {
    zh: '社区需要补充材料，请在72小时内回复，逾期申请自动失效。',
    en: 'The community needs more information. Answer within 72 hours, or the application lapses.',
    ko: '추가 정보가 필요합니다. 72시간 안에 답하지 않으면 신청이 무효가 됩니다.',
    ja: '追加の情報が必要です。72時間以内に回答がない場合、申請は失効します。'
  },
  issued: {
    zh: '健康通行卡已签发，请打开查看。',
    en: 'Your card has been issued. Open the page to see it.',
    ko: '카드가 발급되었습니다. 페이지에서 확인하세요.',
    ja: 'カードが発行されました。ページで確認してください。'
  },
  rejected: {
    zh: '申请未通过，请查看原因；可重新申请。',
    en: 'The application was rejected. See the reason; you may apply again.',
    ko: '신청이 거절되었습니다. 사유를 확인하고 다시 신청할 수 있습니다.',
    ja: '申請は却下されました。理由を確認のうえ、再申請できます。'
  },
  lapsed: {
    zh: '未在72小时内回复，申请已失效；可重新申请。',
    en: 'There was no answer within 72 hours; the application has lapsed. You may apply again.',
    ko: '72시간 안에 답변이 없어 신청이 무효가 되었습니다. 다시 신청할 수 있습니다.',
    ja: '72時間以内に回答がなく、申請は失効しました。再申請できます。'
  },
  late: {
    zh: '审核超过承诺时限，已提醒社区，抱歉让您久等。',
    en: 'The promised time is over. The community was reminded; we are sorry for the wait.',
    ko: '약속된 시간이 지났습니다. 담당자에게 알렸습니다. 기다리게 해서 죄송합니다.',
    ja: '約束の時間を過ぎました。担当者に知らせました。お待たせして申し訳ありません。'
  },
  'report-due': {
    zh: '今天还没有报体温，请在24时前上报，否则通行卡将暂停。',
    en: 'Today’s report is missing. Send it before midnight, or the card goes on hold.',
    ko: '오늘 보고가 아직 없습니다. 자정 전에 보고하지 않으면 카드가 정지됩니다.',
    ja: '本日の報告がまだです。24時までに報告がないとカードは一時停止されます。'
  },
  'held-report-missing': {
    zh: '缺少每日健康上报，通行卡已暂停；上报后立即恢复。',
    en: 'A daily report is missing; the card is on hold. It is lifted as soon as you report.',
    ko: '일일 보고가 없어 카드가 정지되었습니다. 보고하면 바로 해제됩니다.',
    ja: '毎日の報告がないため、カードは一時停止中です。報告すればすぐ解除されます。'
  },
  'held-health': {
    zh: '通行卡已暂停，社区工作人员会与您联系。请待在原地并佩戴口罩。',
    en: 'The card is on hold. The community will call you. Stay where you are and wear a mask.',
    ko: '카드가 정지되었습니다. 담당자가 연락합니다. 마스크를 쓰고 자리에서 기다리세요.',
    ja: 'カードは一時停止中です。担当者が連絡します。マスクを着けてその場でお待ちください。'
  },
  lifted: {
    zh: '通行卡已恢复。',
    en: 'The card is valid again.',
    ko: '카드가 다시 유효합니다.',
    ja: 'カードは再び有効です。'
  },
  'expires-soon': {
    zh: '通行卡明天到期，请及时续办。',
    en: 'The card ends tomorrow. Renew it in time.',
    ko: '카드가 내일 만료됩니다. 제때 갱신하세요.',
    ja: 'カードは明日で期限切れです。早めに更新してください。'
  },
  left: {
    zh: '单位报告您已离职，通行卡已作废。如有误请联系社区。',
    en: 'Your employer reported that you left; the card is void. If that is wrong, call the community.',
    ko: '퇴사 신고로 카드가 무효가 되었습니다. 잘못된 경우 담당 사무소에 연락하세요.',
    ja: '退職の届け出により、カードは無効になりました。誤りの場合は担当窓口へご連絡ください。'
  }
}

export const noticeText = (kind: WorkNoticeKind, language: WorkLanguage): string => NOTICE_WORDS[kind][language]
