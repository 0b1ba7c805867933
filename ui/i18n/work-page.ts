import type { ShownWord } from './dictionary.ts'

/** Words of an application's own page, the daily report and the card's reminder, in four languages. */
export const WORK_PAGE_WORDS = {
  pageTitle: { zh: '我的申请', en: 'My application', ko: '내 신청', ja: '自分の申請' },
  sentTitle: {
    zh: '已收到您的申请',
    en: 'Your application has arrived',
    ko: '신청이 접수되었습니다',
    ja: '申請を受け付けました'
  },
  number: { zh: '申请编号', en: 'Application number', ko: '신청 번호', ja: '申請番号' },
  linkTitle: { zh: '打开此页的链接', en: 'The link to this page', ko: '이 페이지의 링크', ja: 'このページのリンク' },
  linkHelp: {
    zh: '这个链接只属于您，谁有它谁就能看到并撤回申请，请勿外传。换手机时用它打开。只凭编号什么也看不到。',
    en: 'This link is yours alone: who has it can see and withdraw the application. Use it when you change phones. The number alone shows nothing.',
    ko: '이 링크는 본인만 사용하세요. 링크가 있으면 신청을 보고 철회할 수 있습니다. 전화를 바꿀 때 사용하세요. 번호만으로는 아무것도 볼 수 없습니다.',
    ja: 'このリンクは本人専用です。持つ人は申請の閲覧と取り下げができます。機種変更時に使ってください。番号だけでは何も見られません。'
  },
  homeHint: {
    zh: '把此页添加到手机桌面（浏览器菜单 → 添加到主屏幕），以后一点就开。',
    en: 'Add this page to the home screen (browser menu → Add to Home Screen).',
    ko: '브라우저 메뉴에서 “홈 화면에 추가”를 선택하면 바로 열 수 있습니다.',
    ja: 'ブラウザーのメニューから「ホーム画面に追加」すると、すぐ開けます。'
  },
  asOf: { zh: '{time} 查询', en: 'As of {time}', ko: '{time} 기준', ja: '{time} 時点' },
  offline: {
    zh: '现在没有网络，显示的是上次看到的状态。',
    en: 'No network now: this is what was last known.',
    ko: '네트워크가 없어 마지막으로 확인한 상태를 보여 줍니다.',
    ja: 'ネットワークがないため、前回の状態を表示しています。'
  },
  refresh: { zh: '刷新', en: 'Refresh', ko: '새로 고침', ja: '更新' },
  'say.draft': {
    zh: '单位已登记您，请填写健康申报。',
    en: 'Your employer put you on its list. Please make your declaration.',
    ko: '직장에서 등록했습니다. 건강 신고를 작성하세요.',
    ja: '勤務先が登録しました。健康申告を記入してください。'
  },
  'say.submitted': {
    zh: '社区会在承诺的时间内审核，不用再来电催问。',
    en: 'The community reviews it within the promised time. There is nothing for you to do.',
    ko: '약속된 시간 안에 심사합니다. 따로 하실 일은 없습니다.',
    ja: '約束の時間内に審査します。何もする必要はありません。'
  },
  'say.under-review': {
    zh: '工作人员正在看您的申请。',
    en: 'Somebody is looking at your application right now.',
    ko: '담당자가 지금 신청을 보고 있습니다.',
    ja: '担当者が今、申請を確認しています。'
  },
  'say.more-info': {
    zh: '社区有问题要问您，请在期限前回复，否则申请失效。',
    en: 'The community has a question. Answer in time, or the application lapses.',
    ko: '질문이 있습니다. 기한 안에 답하지 않으면 무효가 됩니다.',
    ja: '社区から質問があります。期限までに回答しないと失効します。'
  },
  'say.approved': {
    zh: '已通过，正在签发，马上就好。',
    en: 'Approved. The card is being signed and comes in a moment.',
    ko: '승인되었습니다. 카드를 발급하고 있습니다.',
    ja: '承認されました。まもなくカードが発行されます。'
  },
  'say.issued': {
    zh: '卡已签发，请打开后保存在手机上。',
    en: 'The card is there. Open it once, then it shows without a network.',
    ko: '카드가 발급되었습니다. 한 번 열면 네트워크 없이도 볼 수 있습니다.',
    ja: 'カードが発行されました。一度開けばネットワークなしでも表示できます。'
  },
  'say.rejected': {
    zh: '申请未通过，原因如下。情况改变后可以重新申请。',
    en: 'The application was not approved, for the reason below. You may apply again.',
    ko: '승인되지 않았습니다. 사유는 아래와 같으며 다시 신청할 수 있습니다.',
    ja: '承認されませんでした。理由は下記のとおりで、再申請できます。'
  },
  'say.withdrawn': {
    zh: '申请已撤回。',
    en: 'The application was withdrawn.',
    ko: '신청이 철회되었습니다.',
    ja: '申請は取り下げられました。'
  },
  'say.lapsed': {
    zh: '没有在期限内回复，申请已失效，可以重新申请。',
    en: 'The question was not answered in time; the application has lapsed. You may apply again.',
    ko: '기한 안에 답변이 없어 무효가 되었습니다. 다시 신청할 수 있습니다.',
    ja: '期限内に回答がなく失効しました。再申請できます。'
  },
  missing: { zh: '还缺什么', en: 'What is missing', ko: '필요한 것', ja: '足りないもの' },
  'missing.declaration': { zh: '您本人的健康申报', en: 'Your own declaration', ko: '본인의 건강 신고', ja: 'ご本人の健康申告' },
  'missing.answer': { zh: '对问题的回复', en: 'An answer to the question', ko: '질문에 대한 답변', ja: '質問への回答' },
  'missing.report': { zh: '今天的健康上报', en: 'Today’s report', ko: '오늘의 보고', ja: '本日の報告' },
  due: { zh: '承诺 {time} 前答复', en: 'Promised by {time}', ko: '{time}까지 답변 예정', ja: '{time}までに回答' },
  dueIn: { zh: '还有 {left}', en: '{left} left', ko: '{left} 남음', ja: 'あと{left}' },
  late: {
    zh: '已超过承诺时间，系统已催促社区，抱歉让您久等。',
    en: 'The promised time is over. The community has been reminded; we are sorry.',
    ko: '약속된 시간이 지났습니다. 담당자에게 알렸습니다. 죄송합니다.',
    ja: '約束の時間を過ぎました。担当者に催促しました。申し訳ありません。'
  },
  hoursMinutes: {
    zh: '{hours} 小时 {minutes} 分',
    en: '{hours} h {minutes} min',
    ko: '{hours}시간 {minutes}분',
    ja: '{hours}時間{minutes}分'
  },
  daysHours: { zh: '{days} 天 {hours} 小时', en: '{days} d {hours} h', ko: '{days}일 {hours}시간', ja: '{days}日{hours}時間' },
  question: { zh: '社区的问题', en: 'The community asks', ko: '질문', ja: '社区からの質問' },
  answerBy: { zh: '请在 {time} 前回复', en: 'Answer by {time}', ko: '{time}까지 답변', ja: '{time}までに回答' },
  answer: { zh: '您的回复', en: 'Your answer', ko: '답변', ja: '回答' },
  sendAnswer: { zh: '发送回复', en: 'Send the answer', ko: '답변 보내기', ja: '回答を送る' },
  correct: { zh: '更正填写的内容', en: 'Correct the declaration', ko: '신고 내용 수정', ja: '申告内容を訂正' },
  reason: { zh: '原因', en: 'Reason', ko: '사유', ja: '理由' },
  note: { zh: '社区的说明', en: 'The community’s note', ko: '설명', ja: '社区の説明' },
  employer: { zh: '单位', en: 'Employer', ko: '직장', ja: '勤務先' },
  declaredBy: {
    zh: '由单位经办人代为申报',
    en: 'Declared by the employer’s clerk',
    ko: '직장 담당자가 대신 신고',
    ja: '勤務先の担当者が代理申告'
  },
  declare: { zh: '填写申报', en: 'Make the declaration', ko: '신고 작성', ja: '申告を記入' },
  again: { zh: '重新申请', en: 'Apply again', ko: '다시 신청', ja: '再申請' },
  renew: { zh: '续办新卡', en: 'Renew the card', ko: '카드 갱신', ja: 'カードを更新' },
  withdraw: { zh: '撤回申请', en: 'Withdraw', ko: '신청 철회', ja: '申請を取り下げる' },
  withdrawSure: {
    zh: '确定撤回？再点一次',
    en: 'Sure? Tap again',
    ko: '정말 철회할까요? 한 번 더',
    ja: '取り下げますか？もう一度'
  },
  forget: { zh: '从本机删除', en: 'Remove from this phone', ko: '이 전화에서 삭제', ja: 'このスマホから削除' },
  forgetSure: {
    zh: '没有链接就打不开了，再点一次',
    en: 'Without the link it is gone. Tap again',
    ko: '링크가 없으면 열 수 없습니다. 한 번 더',
    ja: 'リンクがないと開けません。もう一度'
  },
  photos: { zh: '照片', en: 'Photos', ko: '사진', ja: '写真' },
  card: { zh: '通行卡', en: 'The card', ko: '카드', ja: 'カード' },
  openCard: { zh: '出示通行卡', en: 'Show the card', ko: '카드 보기', ja: 'カードを表示' },
  validUntil: { zh: '有效至 {time}', en: 'Valid until {time}', ko: '{time}까지 유효', ja: '{time}まで有効' },
  cardHelp: {
    zh: '打开一次后，没有网络也能出示、打印。',
    en: 'Opened once, it shows and prints without a network.',
    ko: '한 번 열면 네트워크 없이 보여 주고 인쇄할 수 있습니다.',
    ja: '一度開けば、ネットワークなしで提示・印刷できます。'
  },
  reportTitle: { zh: '今天的健康上报', en: 'Today’s report', ko: '오늘의 건강 보고', ja: '本日の健康報告' },
  reportAmber: {
    zh: '{time} 前没有上报，通行卡会变黄（暂停），门岗不放行。',
    en: 'Without a report the card goes amber (on hold) at {time}, and gates stop it.',
    ko: '{time}까지 보고하지 않으면 카드가 노란색(정지)으로 바뀌어 통과할 수 없습니다.',
    ja: '{time}までに報告がないとカードは黄色（一時停止）になり、ゲートを通れません。'
  },
  reportHeld: {
    zh: '缺少每日上报，通行卡已变黄。现在上报，立即恢复。',
    en: 'A report is missing and the card is amber. Report now, and it is valid again at once.',
    ko: '보고가 없어 카드가 노란색입니다. 지금 보고하면 바로 해제됩니다.',
    ja: '報告がないためカードは黄色です。今報告すればすぐ解除されます。'
  },
  reportStep1: { zh: '1. 体温（℃）', en: '1. Temperature (°C)', ko: '1. 체온(℃)', ja: '1. 体温（℃）' },
  reportStep2: {
    zh: '2. 有发热、干咳或乏力吗？',
    en: '2. Fever, dry cough or fatigue?',
    ko: '2. 발열·마른기침·피로감이 있습니까?',
    ja: '2. 発熱・空せき・だるさはありますか？'
  },
  reportNo: { zh: '没有，上报', en: 'No. Send the report', ko: '없음, 보고', ja: 'なし・報告する' },
  reportYes: { zh: '有…', en: 'Yes…', ko: '있음…', ja: 'あり…' },
  reportSend: { zh: '上报', en: 'Send the report', ko: '보고', ja: '報告する' },
  reportOther: { zh: '其他读数', en: 'Other', ko: '기타', ja: 'その他' },
  reportDone: {
    zh: '今天已上报。',
    en: 'Today’s report is in.',
    ko: '오늘 보고가 완료되었습니다.',
    ja: '本日の報告は済んでいます。'
  },
  reportAgain: { zh: '再报一次', en: 'Report again', ko: '다시 보고', ja: 'もう一度報告' },
  reportLater: {
    zh: '没有网络：上报已存在这部手机上，有网络时自动发送。请在今天 24 时前联网，否则卡会变黄。',
    en: 'No network: the report is kept on this phone and sent by itself. Connect before midnight, or the card goes amber.',
    ko: '네트워크가 없어 보고를 저장했습니다. 연결되면 자동 전송됩니다. 자정 전에 연결하지 않으면 카드가 노란색이 됩니다.',
    ja: 'ネットワークがないため報告を保存しました。つながると自動で送ります。24時までにつながらないとカードは黄色になります。'
  },
  reportStale: {
    zh: '昨天的上报没有送到。请重新量体温并上报。',
    en: 'A report of another day could not be sent in time. Measure again and report today.',
    ko: '이전 보고가 전송되지 않았습니다. 다시 재고 보고하세요.',
    ja: '前日の報告が届きませんでした。もう一度測って報告してください。'
  },
  reportRefused: {
    zh: '上报没有被接受，请看卡的状态。',
    en: 'The report was not accepted. Look at the card’s state.',
    ko: '보고가 접수되지 않았습니다. 카드 상태를 확인하세요.',
    ja: '報告が受け付けられませんでした。カードの状態を確認してください。'
  },
  fever: {
    zh: '体温或症状异常：通行卡已暂停，社区会联系您。请待在原地并戴口罩。',
    en: 'The reading or a symptom is a warning: the card is on hold and the community will call. Stay where you are and wear a mask.',
    ko: '체온이나 증상에 이상이 있어 카드가 정지되었습니다. 담당자가 연락합니다. 마스크를 쓰고 그 자리에 계세요.',
    ja: '体温または症状に異常があるため、カードは一時停止されました。社区から連絡があります。マスクを着けてその場でお待ちください。'
  },
  heldHealth: {
    zh: '通行卡已暂停，社区会联系您。只有社区能恢复。',
    en: 'The card is on hold and the community will call. Only the community can lift it.',
    ko: '카드가 정지되었습니다. 담당자가 연락하며, 담당자만 해제할 수 있습니다.',
    ja: 'カードは一時停止中です。社区から連絡があり、解除できるのは社区だけです。'
  },
  notices: { zh: '通知', en: 'Notices', ko: '알림', ja: 'お知らせ' },
  noNotices: { zh: '还没有通知。', en: 'No notices yet.', ko: '아직 알림이 없습니다.', ja: 'お知らせはまだありません。' },
  unread: { zh: '新', en: 'new', ko: '새 알림', ja: '新着' },
  pushOn: { zh: '有消息时通知我', en: 'Notify me on this phone', ko: '새 소식 알림 받기', ja: 'このスマホに通知する' },
  'push.on': {
    zh: '已开启，页面关着也会通知。',
    en: 'On: you are told even when this page is closed.',
    ko: '켜짐: 페이지를 닫아도 알려 드립니다.',
    ja: 'オン：ページを閉じていても通知します。'
  },
  'push.denied': {
    zh: '您没有允许通知，可在浏览器设置里打开。',
    en: 'Notifications are not allowed. Change it in the browser’s settings.',
    ko: '알림이 허용되지 않았습니다. 브라우저 설정에서 바꾸세요.',
    ja: '通知が許可されていません。ブラウザーの設定で変更してください。'
  },
  'push.impossible': {
    zh: '此浏览器不支持推送，请打开此页看通知。',
    en: 'This browser cannot be notified. Open this page to see notices.',
    ko: '이 브라우저는 알림을 지원하지 않습니다. 이 페이지에서 확인하세요.',
    ja: 'このブラウザーは通知に対応していません。このページで確認してください。'
  },
  'push.later': {
    zh: '没有网络，请稍后再开。',
    en: 'No network. Try again later.',
    ko: '네트워크가 없습니다. 나중에 다시 하세요.',
    ja: 'ネットワークがありません。後でお試しください。'
  },
  history: { zh: '经过', en: 'What happened', ko: '진행 기록', ja: '経過' },
  openLink: { zh: '正在打开…', en: 'Opening…', ko: '여는 중…', ja: '開いています…' },
  notHere: {
    zh: '这部手机上没有这份申请。请打开当时得到的链接。',
    en: 'This application is not on this phone. Open the link that you got.',
    ko: '이 전화에 없는 신청입니다. 받은 링크를 여세요.',
    ja: 'この申請はこのスマホにありません。受け取ったリンクを開いてください。'
  }
} as const satisfies Readonly<Record<string, ShownWord>>
