import { fill, type Params, type ShownLanguage, type ShownWord } from './dictionary.ts'

/** Words of the volunteers' page, in the four languages of the residents. */
export const SHIFT_PAGE_WORDS = {
  title: { zh: '志愿值班', en: 'Volunteer shifts', ko: '자원봉사 근무', ja: 'ボランティア当番' },
  loading: { zh: '正在加载…', en: 'Loading…', ko: '불러오는 중…', ja: '読み込み中…' },
  lead: {
    zh: '选一个时间到卡口值班。别人看不到您的姓名和电话。',
    en: 'Choose a time to serve at a gate. Nobody else sees your name or number.',
    ko: '출입구에서 봉사할 시간을 고르세요. 이름과 전화번호는 다른 사람에게 보이지 않습니다.',
    ja: 'ゲートで当番をする時間を選んでください。お名前と電話番号は他の人には見えません。'
  },
  me: { zh: '{name}（{phone}）', en: '{name} ({phone})', ko: '{name} ({phone})', ja: '{name}（{phone}）' },
  mine: { zh: '我的班次', en: 'My shifts', ko: '내 근무', ja: '自分の当番' },
  open: { zh: '可选班次', en: 'Open shifts', ko: '선택 가능한 근무', ja: '申し込める当番' },
  none: {
    zh: '现在没有可选的班次。',
    en: 'There are no open shifts now.',
    ko: '지금은 선택할 근무가 없습니다.',
    ja: '今は申し込める当番がありません。'
  },
  free: { zh: '还缺 {count} 人', en: '{count} more needed', ko: '{count}명 더 필요', ja: 'あと{count}人' },
  full: { zh: '已满', en: 'Full', ko: '마감', ja: '満員' },
  take: { zh: '我来', en: 'I will come', ko: '신청', ja: '申し込む' },
  giveBack: { zh: '退班', en: 'Give back', ko: '취소', ja: '取り消す' },
  sure: { zh: '确定退班？再点一次', en: 'Sure? Tap again', ko: '정말 취소할까요? 한 번 더', ja: '取り消しますか？もう一度' },
  pin: { zh: '签到 PIN', en: 'PIN to sign in', ko: '출근 PIN', ja: '出勤PIN' },
  pinHelp: {
    zh: '到卡口后，在值班手机上选自己的名字并输入。',
    en: 'At the gate, choose your name on the duty phone and type it.',
    ko: '출입구의 근무용 전화에서 이름을 고르고 입력하세요.',
    ja: 'ゲートの当番用スマホで自分の名前を選び、入力してください。'
  },
  begun: {
    zh: '已开始，不能退班，请联系社区。',
    en: 'It has begun. Call the community office to cancel.',
    ko: '이미 시작되었습니다. 취소는 주민센터로 연락하세요.',
    ja: '開始済みです。取り消しは事務所へ連絡してください。'
  },
  join: { zh: '报名', en: 'Put your name down', ko: '등록', ja: '登録' },
  joinHelp: {
    zh: '只需一次，以后用这部手机打开即可。',
    en: 'Only once; afterwards this phone knows you.',
    ko: '한 번만 등록하면 이 전화에서 계속 사용합니다.',
    ja: '登録は一度だけ。次からはこのスマホで開けます。'
  },
  name: { zh: '姓名', en: 'Name', ko: '이름', ja: '氏名' },
  phone: { zh: '手机号', en: 'Phone number', ko: '전화번호', ja: '電話番号' },
  submit: { zh: '提交', en: 'Submit', ko: '제출', ja: '送信' },
  cancel: { zh: '取消', en: 'Cancel', ko: '닫기', ja: '閉じる' },
  retry: { zh: '重试', en: 'Try again', ko: '다시 시도', ja: '再試行' },
  'wrong.network': {
    zh: '没有网络，请稍后再试。',
    en: 'No network. Try again later.',
    ko: '네트워크가 없습니다. 나중에 다시 시도하세요.',
    ja: 'ネットワークがありません。後でお試しください。'
  },
  'wrong.link-invalid': {
    zh: '链接已失效，请向社区索取新的。',
    en: 'This link is no longer valid. Ask the community office.',
    ko: '링크가 만료되었습니다. 주민센터에 문의하세요.',
    ja: 'このリンクは無効です。事務所に問い合わせてください。'
  },
  'wrong.slot-conflict': {
    zh: '这个班已满、已过，或与您的其他班重叠。',
    en: 'This shift is full, over, or overlaps another of yours.',
    ko: '이 근무는 마감되었거나, 끝났거나, 다른 근무와 겹칩니다.',
    ja: 'この当番は満員、終了、または他の当番と重なっています。'
  },
  'wrong.volunteer-known': {
    zh: '这个号码已报过名，请用原来的手机，或向社区要您本人的链接。',
    en: 'This number is known. Use the phone you used before, or ask the office for your own link.',
    ko: '이미 등록된 번호입니다. 처음 쓴 전화로 열거나 본인 링크를 요청하세요.',
    ja: 'この番号は登録済みです。前のスマホで開くか、本人用リンクを事務所に求めてください。'
  },
  'wrong.phone-invalid': {
    zh: '电话号码不正确。',
    en: 'This phone number is not valid.',
    ko: '전화번호가 올바르지 않습니다.',
    ja: '電話番号が正しくありません。'
  },
  'wrong.name-invalid': { zh: '请填写姓名。', en: 'Enter your name.', ko: '이름을 입력하세요.', ja: '氏名を入力してください。' },
  'wrong.too-many-requests': {
    zh: '操作太频繁，请一分钟后再试。',
    en: 'Too many attempts. Wait a minute.',
    ko: '시도가 너무 많습니다. 1분 후에 다시 하세요.',
    ja: '操作が多すぎます。1分待ってください。'
  },
  'wrong.other': {
    zh: '没有成功，请重试。',
    en: 'That did not work. Try again.',
    ko: '실패했습니다. 다시 시도하세요.',
    ja: 'うまくいきませんでした。もう一度お試しください。'
  }
} as const satisfies Readonly<Record<string, ShownWord>>

export type ShiftPageWord = keyof typeof SHIFT_PAGE_WORDS

export const sayShift = (key: ShiftPageWord, language: ShownLanguage, params?: Params): string =>
  fill(SHIFT_PAGE_WORDS[key][language], params)

/** What went wrong, for a problem code; what has no sentence of its own is "try again". */
export const shiftWrong = (code: string): ShiftPageWord => {
  const key = `wrong.${code}`
  return Object.hasOwn(SHIFT_PAGE_WORDS, key) ? (key as ShiftPageWord) : 'wrong.other'
}
