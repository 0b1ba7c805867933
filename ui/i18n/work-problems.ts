import type { ShownWord } from './dictionary.ts'

/** What went wrong with a card's application or an employer's page, and what to do; by problem code, in four languages. */
export const WORK_PROBLEMS = {
  'wrong.network': {
    zh: '没有网络，请稍后再试。已填的内容都在这部手机上。',
    en: 'No network. Try again later; what you typed is kept on this device.',
    ko: '네트워크가 없습니다. 나중에 다시 시도하세요. 입력한 내용은 기기에 저장되어 있습니다.',
    ja: 'ネットワークがありません。後でお試しください。入力内容は端末に残っています。'
  },
  'wrong.link-invalid': {
    zh: '链接无效或已更换。请检查链接是否完整，或向社区（单位）索取新的。',
    en: 'This link is not valid or was replaced. Check that it is whole, or ask for a new one.',
    ko: '링크가 잘못되었거나 교체되었습니다. 전체 링크인지 확인하거나 새로 요청하세요.',
    ja: 'リンクが無効か、交換されました。全体が写っているか確認するか、新しいものを求めてください。'
  },
  'wrong.too-many-requests': {
    zh: '操作太频繁，请等 15 分钟再试。',
    en: 'Too many attempts. Wait 15 minutes and try again.',
    ko: '시도가 너무 많습니다. 15분 후에 다시 하세요.',
    ja: '操作が多すぎます。15分後にもう一度お試しください。'
  },
  'wrong.work-state': {
    zh: '申请已有新进展，已为您刷新，请看最新状态。',
    en: 'The application has moved on. Look at its present state.',
    ko: '신청이 다음 단계로 넘어갔습니다. 현재 상태를 확인하세요.',
    ja: '申請の状況が変わりました。現在の状態をご覧ください。'
  },
  'wrong.card-not-valid': {
    zh: '这张卡已失效，请重新申请。',
    en: 'This card is no longer valid. Apply again.',
    ko: '이 카드는 더 이상 유효하지 않습니다. 다시 신청하세요.',
    ja: 'このカードは無効です。もう一度申請してください。'
  },
  'wrong.document-invalid': {
    zh: '证件号码不正确，或与单位名册上的不同。请对照证件逐位核对。',
    en: 'The document number is wrong, or not the one in the employer’s list. Compare it digit by digit.',
    ko: '신분증 번호가 잘못되었거나 직장 명단과 다릅니다. 한 자리씩 확인하세요.',
    ja: '証明書番号が誤っているか、勤務先の名簿と違います。一桁ずつ確認してください。'
  },
  'wrong.name-invalid': {
    zh: '姓名不能为空，也不能有特殊符号；太长请缩写。',
    en: 'Enter a name without special characters; shorten a very long one.',
    ko: '이름을 특수문자 없이 입력하세요. 너무 길면 줄여 주세요.',
    ja: '氏名を特殊文字なしで入力してください。長すぎる場合は短くしてください。'
  },
  'wrong.phone-invalid': {
    zh: '电话号码不正确；境外号码请带国家代码，如 +82。',
    en: 'The phone number is not valid. Begin a foreign one with its country code, as +82.',
    ko: '전화번호가 올바르지 않습니다. 외국 번호는 +82처럼 국가 번호부터 쓰세요.',
    ja: '電話番号が正しくありません。外国の番号は +81 のように国番号から入力してください。'
  },
  'wrong.site-unknown': {
    zh: '请选择小区。',
    en: 'Choose your compound.',
    ko: '단지를 선택하세요.',
    ja: '団地を選んでください。'
  },
  'wrong.community-unknown': {
    zh: '请选择社区。',
    en: 'Choose the community.',
    ko: '주민센터를 선택하세요.',
    ja: '社区を選んでください。'
  },
  'wrong.address-invalid': {
    zh: '楼号、单元或室号不正确，例如 9 号楼 2 单元 1103。',
    en: 'Building, unit or room is not right. Example: building 9, unit 2, room 1103.',
    ko: '동·호수를 확인하세요. 예: 9동 2호기 1103호.',
    ja: '棟・ユニット・部屋番号を確認してください。例：9号棟2単元1103。'
  },
  'wrong.credit-code-invalid': {
    zh: '统一社会信用代码不正确，请对照营业执照核对 18 位。',
    en: 'The unified social credit code is wrong. Compare its 18 characters with the licence.',
    ko: '통일사회신용코드가 잘못되었습니다. 사업자등록증의 18자리를 확인하세요.',
    ja: '統一社会信用コードが誤っています。営業許可証の18桁と照合してください。'
  },
  'wrong.credit-code-taken': {
    zh: '这个代码的单位已经核准。请用原来的链接，或请社区发新链接。',
    en: 'An employer with this code is approved already. Use its link, or ask the community for a new one.',
    ko: '이 코드의 사업장은 이미 승인되었습니다. 기존 링크를 쓰거나 새로 요청하세요.',
    ja: 'このコードの事業者は承認済みです。元のリンクを使うか、社区に新しいリンクを求めてください。'
  },
  'wrong.commitment-needed': {
    zh: '请勾选承诺并签名。',
    en: 'Tick the commitment and sign it with the name.',
    ko: '서약에 체크하고 이름으로 서명하세요.',
    ja: '誓約に同意し、氏名で署名してください。'
  },
  'wrong.invalid-field': {
    zh: '这一项填写有误，请检查。',
    en: 'This entry is not valid. Please check it.',
    ko: '이 항목을 확인하세요.',
    ja: 'この項目を確認してください。'
  },
  'wrong.photo-invalid': {
    zh: '照片不完整，请重新拍照。',
    en: 'The photo is damaged. Take it again.',
    ko: '사진이 손상되었습니다. 다시 찍으세요.',
    ja: '写真が壊れています。撮り直してください。'
  },
  'wrong.photo-not-asked': {
    zh: '目前不需要这张照片。',
    en: 'This photo is not needed now.',
    ko: '지금은 이 사진이 필요하지 않습니다.',
    ja: '今はこの写真は必要ありません。'
  },
  'wrong.push-invalid': {
    zh: '此浏览器的推送不受支持，请在本页查看通知。',
    en: 'This browser’s push service is not supported. Look for notices on this page.',
    ko: '이 브라우저의 알림은 지원되지 않습니다. 이 페이지에서 확인하세요.',
    ja: 'このブラウザーの通知には対応していません。このページで確認してください。'
  },
  'wrong.employer-not-ready': {
    zh: '单位尚未通过备案，或没有签发授权。',
    en: 'The employer is not approved, or may not sign.',
    ko: '사업장이 승인되지 않았거나 발급 권한이 없습니다.',
    ja: '事業者が未承認か、発行の権限がありません。'
  },
  'wrong.idempotency-conflict': {
    zh: '之前的一次提交已经收到，内容不同，没有改动。',
    en: 'An earlier version had arrived already and was kept unchanged.',
    ko: '먼저 보낸 내용이 이미 접수되어 그대로 두었습니다.',
    ja: '前に送った内容がすでに届いており、変更していません。'
  },
  'wrong.too-large': { zh: '内容太大。', en: 'This is too large.', ko: '내용이 너무 큽니다.', ja: '内容が大きすぎます。' },
  'wrong.not-ready': {
    zh: '服务暂时不可用，会自动重试。',
    en: 'The service is busy; it is tried again by itself.',
    ko: '서비스를 잠시 사용할 수 없습니다. 자동으로 다시 시도합니다.',
    ja: 'サービスが一時的に使えません。自動で再試行します。'
  },
  'wrong.other': {
    zh: '没有成功，请重试。',
    en: 'That did not work. Try again.',
    ko: '실패했습니다. 다시 시도하세요.',
    ja: 'うまくいきませんでした。もう一度お試しください。'
  }
} as const satisfies Readonly<Record<string, ShownWord>>

/** The key of a problem code's sentence; what has none of its own is "try again". */
export const workWrong = (code: string): keyof typeof WORK_PROBLEMS => {
  const key = `wrong.${code}`
  return Object.hasOwn(WORK_PROBLEMS, key) ? (key as keyof typeof WORK_PROBLEMS) : 'wrong.other'
}
