import type { ShownWord } from './dictionary.ts'

/** Words of the form for a work or school card, in the four languages of the residents. */
export const WORK_APPLY_WORDS = {
  title: { zh: '复工复学证', en: 'Work & school card', ko: '출근·등교 카드', ja: '通勤・通学カード' },
  lead: {
    zh: '在手机上申请，社区审核后卡片直接发到这里，没有网络也能出示。',
    en: 'Apply on this phone. After the review the card comes here, and shows without a network.',
    ko: '휴대전화로 신청하면 심사 후 카드가 여기로 발급됩니다. 네트워크 없이도 보여 줄 수 있습니다.',
    ja: 'スマホで申請すると、審査後にカードがここに届きます。ネットワークがなくても提示できます。'
  },
  promise: {
    zh: '现在提交，最迟 {time} 前答复。有效 {days} 天。',
    en: 'Sent now, it is answered by {time} at the latest. A card counts for {days} days.',
    ko: '지금 제출하면 늦어도 {time}까지 답변합니다. 유효 기간 {days}일.',
    ja: '今提出すると、遅くとも{time}までに回答します。有効期間は{days}日です。'
  },
  start: { zh: '开始申请', en: 'Apply', ko: '신청하기', ja: '申請する' },
  drafts: { zh: '还没提交的', en: 'Not sent yet', ko: '아직 제출하지 않음', ja: '未送信' },
  goOn: { zh: '继续填写', en: 'Continue', ko: '계속 작성', ja: '続ける' },
  drop: { zh: '删除草稿', en: 'Delete the draft', ko: '초안 삭제', ja: '下書きを削除' },
  sure: { zh: '确定删除？再点一次', en: 'Sure? Tap again', ko: '정말 삭제할까요? 한 번 더', ja: '本当に？もう一度押す' },
  mine: { zh: '这部手机上的申请', en: 'Applications on this phone', ko: '이 전화의 신청', ja: 'このスマホの申請' },
  nameless: { zh: '未填姓名', en: 'No name yet', ko: '이름 없음', ja: '氏名未入力' },
  forEmployers: { zh: '我是单位，要为员工办理', en: 'For employers', ko: '사업자용 페이지', ja: '事業者の方はこちら' },
  allPasses: { zh: '全部通行证', en: 'All passes', ko: '모든 출입증', ja: 'すべての通行証' },
  step: { zh: '第 {at} 步，共 {all} 步', en: 'Step {at} of {all}', ko: '{all}단계 중 {at}단계', ja: '全{all}ステップ中{at}' },
  kept: {
    zh: '填写的内容自动存在这部手机上，可以随时关闭。',
    en: 'What you type is kept on this phone; you can close the page at any time.',
    ko: '입력한 내용은 이 전화에 자동 저장되며 언제든 닫을 수 있습니다.',
    ja: '入力内容はこのスマホに自動保存され、いつでも閉じられます。'
  },
  keptClerk: {
    zh: '填写的内容自动存在这台设备上，可以随时关闭。',
    en: 'What you type is kept on this device; you can close the page at any time.',
    ko: '입력한 내용은 이 기기에 자동 저장되며 언제든 닫을 수 있습니다.',
    ja: '入力内容はこの端末に自動保存され、いつでも閉じられます。'
  },
  notKept: {
    zh: '此浏览器不允许保存，关闭页面内容就没了。请用普通（非无痕）窗口打开。',
    en: 'This browser keeps nothing: closing the page loses it. Use an ordinary window, not a private one.',
    ko: '이 브라우저는 저장을 허용하지 않아 닫으면 사라집니다. 일반 창에서 여세요.',
    ja: 'このブラウザーは保存できず、閉じると消えます。通常のウィンドウで開いてください。'
  },
  invited: {
    zh: '{employer} 为您登记了复工。请您本人填写健康申报。',
    en: '{employer} has put you on its list. Please make your own health declaration.',
    ko: '{employer}에서 귀하를 등록했습니다. 본인의 건강 신고를 작성하세요.',
    ja: '{employer}があなたを登録しました。ご本人の健康申告を記入してください。'
  },
  clerk: {
    zh: '由单位经办人代没有手机的员工申报，申请上会注明。请当面询问本人。',
    en: 'You declare as the employer’s clerk for a worker without a phone, and the application says so. Ask the worker in person.',
    ko: '휴대전화가 없는 직원을 대신해 담당자가 신고하며, 신청서에 표시됩니다. 본인에게 직접 물어보세요.',
    ja: 'スマホのない従業員に代わり担当者が申告し、申請書に明記されます。ご本人に直接確認してください。'
  },
  'step.start': { zh: '为谁申请', en: 'Who is it for?', ko: '누구를 위한 신청인가요', ja: 'どなたの申請ですか' },
  'step.who': { zh: '持卡人', en: 'The card’s holder', ko: '카드 소지자', ja: 'カードの持ち主' },
  'step.home': { zh: '住在哪里', en: 'Home address', ko: '사는 곳', ja: '住所' },
  'step.place': { zh: '去哪里', en: 'Place of work or school', ko: '직장·학교', ja: '勤務先・学校' },
  'step.days': { zh: '最近 14 天', en: 'The last 14 days', ko: '최근 14일', ja: '過去14日間' },
  'step.temperature': { zh: '现在的体温', en: 'Temperature now', ko: '현재 체온', ja: '現在の体温' },
  'step.photos': { zh: '照片', en: 'Photos', ko: '사진', ja: '写真' },
  'step.sign': { zh: '承诺与签名', en: 'Commitment and signature', ko: '서약과 서명', ja: '誓約と署名' },
  'step.check': { zh: '核对后提交', en: 'Check, then send', ko: '확인 후 제출', ja: '確認して送信' },
  purpose: { zh: '用途', en: 'For', ko: '용도', ja: '用途' },
  forWhom: { zh: '为谁', en: 'Holder of the card', ko: '신청 대상', ja: '対象' },
  self: { zh: '我本人', en: 'Myself', ko: '본인', ja: '自分' },
  other: { zh: '别人（老人、没有手机的同事等）', en: 'Somebody else', ko: '다른 사람', ja: '他の人' },
  otherHint: {
    zh: '老人、孩子、没有手机的同事：请填您是谁。',
    en: 'An elder, a child, a colleague without a phone: say who you are.',
    ko: '어르신, 자녀, 휴대전화가 없는 동료: 작성자 정보를 입력하세요.',
    ja: '高齢者、お子さん、スマホのない同僚など：記入者の情報を入力してください。'
  },
  relation: { zh: '您是他（她）的', en: 'You are the holder’s', ko: '관계(작성자는)', ja: '続柄（記入者は）' },
  proxyName: { zh: '您的姓名', en: 'Your name', ko: '작성자 이름', ja: '記入者の氏名' },
  proxyPhone: { zh: '您的电话', en: 'Your phone', ko: '작성자 전화번호', ja: '記入者の電話番号' },
  name: { zh: '姓名（与证件一致）', en: 'Name as in the document', ko: '이름(신분증과 동일)', ja: '氏名（証明書どおり）' },
  documentType: { zh: '证件类型', en: 'Kind of document', ko: '신분증 종류', ja: '証明書の種類' },
  'type.auto': { zh: '按号码自动识别', en: 'Told by the number', ko: '번호로 자동 인식', ja: '番号から自動判定' },
  'type.citizen-id': { zh: '居民身份证', en: 'Chinese identity card', ko: '중국 주민신분증', ja: '中国居民身分証' },
  'type.passport': { zh: '护照', en: 'Passport', ko: '여권', ja: '旅券（パスポート）' },
  'type.hk-macao-permit': {
    zh: '港澳居民来往内地通行证',
    en: 'Permit, Hong Kong and Macao',
    ko: '홍콩·마카오 통행증',
    ja: '香港・マカオ通行証'
  },
  'type.taiwan-permit': { zh: '台湾居民来往大陆通行证', en: 'Permit, Taiwan', ko: '타이완 통행증', ja: '台湾通行証' },
  'type.residence-permit': {
    zh: '港澳台居民居住证',
    en: 'Residence permit (HK, Macao, Taiwan)',
    ko: '거주증(홍콩·마카오·타이완)',
    ja: '居住証（香港・マカオ・台湾）'
  },
  'type.permanent-residence': {
    zh: '外国人永久居留身份证',
    en: 'Permanent resident card',
    ko: '외국인 영주 신분증',
    ja: '外国人永久居留身分証'
  },
  'type.permanent-residence-2004': {
    zh: '外国人永久居留证（旧版）',
    en: 'Permanent residence card (old)',
    ko: '외국인 영주증(구형)',
    ja: '外国人永久居留証（旧）'
  },
  document: { zh: '证件号码', en: 'Document number', ko: '신분증 번호', ja: '証明書番号' },
  recognised: {
    zh: '号码无误：{kind}',
    en: 'Well formed: {kind}',
    ko: '번호 확인됨: {kind}',
    ja: '番号の形式は正しいです：{kind}'
  },
  country: { zh: '发证国家代码', en: 'Country of issue', ko: '발급 국가 코드', ja: '発行国コード' },
  countryHint: {
    zh: '护照上的三个字母，如 KOR、JPN、USA。',
    en: 'Three letters in the passport: KOR, JPN, USA.',
    ko: '여권의 영문 세 글자(KOR, JPN, USA 등).',
    ja: '旅券にある3文字（KOR、JPN、USAなど）。'
  },
  phone: { zh: '电话', en: 'Phone', ko: '전화번호', ja: '電話番号' },
  phoneNone: {
    zh: '本人没有电话可以不填，会打您的电话。',
    en: 'Leave it empty if the holder has none: you are called instead.',
    ko: '본인 전화가 없으면 비워 두세요. 작성자에게 연락합니다.',
    ja: '本人に電話がなければ空欄で。記入者に連絡します。'
  },
  phoneClerk: {
    zh: '没有电话可以不填，会打单位的电话。',
    en: 'Leave it empty if the worker has none: the employer is called.',
    ko: '전화가 없으면 비워 두세요. 사업장에 연락합니다.',
    ja: '電話がなければ空欄で。事業者に連絡します。'
  },
  community: { zh: '社区', en: 'Community', ko: '주민센터(사구)', ja: '社区' },
  chooseOne: { zh: '请选择', en: 'Choose', ko: '선택하세요', ja: '選択してください' },
  site: { zh: '小区', en: 'Compound', ko: '단지', ja: '団地' },
  building: { zh: '楼号', en: 'Building', ko: '동', ja: '棟' },
  unit: { zh: '单元', en: 'Unit', ko: '라인(단원)', ja: 'ユニット（単元）' },
  room: { zh: '室号', en: 'Room', ko: '호', ja: '部屋番号' },
  address: { zh: '楼-单元-室', en: 'Building, unit, room', ko: '동·라인·호', ja: '棟・ユニット・部屋' },
  company: { zh: '单位或学校名称', en: 'Employer or school', ko: '직장 또는 학교 이름', ja: '勤務先または学校の名称' },
  creditCode: { zh: '统一社会信用代码', en: 'Its unified social credit code', ko: '통일사회신용코드', ja: '統一社会信用コード' },
  creditCodeHint: {
    zh: '18 位，在营业执照上；不知道可以不填。',
    en: '18 characters, on the business licence. Leave it out if you do not know it.',
    ko: '사업자등록증의 18자리입니다. 모르면 비워 두세요.',
    ja: '営業許可証にある18桁です。分からなければ空欄で構いません。'
  },
  creditCodeRight: { zh: '代码无误。', en: 'Well formed.', ko: '코드 확인됨.', ja: '形式は正しいです。' },
  contact: { zh: '单位联系人', en: 'Contact there', ko: '담당자', ja: '連絡先の担当者' },
  companyPhone: { zh: '单位电话', en: 'Phone there', ko: '직장 전화번호', ja: '勤務先の電話番号' },
  destination: {
    zh: '到哪里上班、上学（与单位地址不同时填）',
    en: 'Where to, if elsewhere',
    ko: '근무·등교 장소(다를 때)',
    ja: '行き先（勤務先と異なる場合）'
  },
  transport: { zh: '怎么去', en: 'How do you get there?', ko: '이동 수단', ja: '交通手段' },
  daysLead: {
    zh: '以下都问最近 14 天，请如实回答。',
    en: 'All of this asks about the last 14 days. Answer truthfully.',
    ko: '모두 최근 14일에 대한 질문입니다. 사실대로 답하세요.',
    ja: 'すべて過去14日間についてです。事実どおりお答えください。'
  },
  resident: {
    zh: '一直住在山东省内？',
    en: 'Did you stay in Shandong all the time?',
    ko: '계속 산둥성에 거주했습니까?',
    ja: 'ずっと山東省内に住んでいましたか？'
  },
  anySymptom: {
    zh: '有发热（37.3 ℃ 以上）、干咳或乏力？',
    en: 'Fever (37.3 °C or more), dry cough or fatigue?',
    ko: '발열(37.3℃ 이상), 마른기침, 피로감이 있었습니까?',
    ja: '発熱（37.3℃以上）、空せき、だるさがありましたか？'
  },
  whichSymptoms: { zh: '哪些症状', en: 'Which ones?', ko: '어떤 증상입니까', ja: 'どの症状ですか' },
  diagnosed: {
    zh: '是确诊、疑似或无症状感染者，且解除隔离未满 14 天？',
    en: 'Confirmed, suspected or tested positive, and released less than 14 days ago?',
    ko: '확진·의심·무증상 감염 판정을 받고 해제된 지 14일이 지나지 않았습니까?',
    ja: '確定・疑い・無症状感染と診断され、解除から14日たっていませんか？'
  },
  closeContact: {
    zh: '是密切接触者，尚未解除观察？',
    en: 'A close contact of a case, not released yet?',
    ko: '밀접 접촉자로 아직 관찰이 해제되지 않았습니까?',
    ja: '濃厚接触者で、まだ観察が解除されていませんか？'
  },
  hubeiContact: {
    zh: '接触过从湖北来的人？',
    en: 'Contact with somebody from Hubei?',
    ko: '후베이에서 온 사람과 접촉했습니까?',
    ja: '湖北省から来た人と接触しましたか？'
  },
  leftProvince: {
    zh: '离开过山东省？',
    en: 'Did you leave Shandong?',
    ko: '산둥성을 떠난 적이 있습니까?',
    ja: '山東省を離れましたか？'
  },
  returnedOn: { zh: '哪天回来的', en: 'Back since', ko: '돌아온 날짜', ja: '戻った日' },
  observe: {
    zh: '未满 14 天的申请可以提交，由社区核实决定。',
    en: 'You may apply before 14 days are over; the community looks into it and decides.',
    ko: '14일이 지나지 않아도 신청할 수 있으며, 주민센터가 확인 후 결정합니다.',
    ja: '14日たっていなくても申請できます。社区が確認して決めます。'
  },
  temperatureLead: {
    zh: '请现在量体温，点一下读数。',
    en: 'Take your temperature now and tap the reading.',
    ko: '지금 체온을 재고 숫자를 누르세요.',
    ja: '今、体温を測って数字を押してください。'
  },
  otherReading: { zh: '其他读数（℃）', en: 'Other reading (°C)', ko: '다른 값(℃)', ja: 'その他の値（℃）' },
  feverish: {
    zh: '体温偏高：请先休息复测，必要时去发热门诊。仍可提交，由社区联系您。',
    en: 'This is high. Rest and measure again; see a fever clinic if it stays. You may still send it: the community will call.',
    ko: '체온이 높습니다. 쉬고 다시 재세요. 계속되면 발열 진료소로 가세요. 제출하면 담당자가 연락합니다.',
    ja: '体温が高めです。休んで測り直し、続く場合は発熱外来へ。送信は可能で、社区から連絡があります。'
  },
  photosLead: {
    zh: '社区需要下面的照片。照片在这部手机上压缩，拍摄地点等信息会去掉。',
    en: 'The community asks for these photos. They are shrunk on this phone, and place and time are removed.',
    ko: '다음 사진이 필요합니다. 사진은 이 전화에서 줄이고 위치 정보는 지웁니다.',
    ja: '次の写真が必要です。このスマホで縮小し、撮影場所などの情報は消します。'
  },
  take: { zh: '拍照或选择', en: 'Take or choose a photo', ko: '촬영 또는 선택', ja: '撮影または選択' },
  takeAgain: { zh: '换一张', en: 'Take another', ko: '다시 선택', ja: '撮り直す' },
  photoReady: {
    zh: '已就绪，提交后自动发送',
    en: 'Ready; sent after the form',
    ko: '준비됨, 제출 후 전송',
    ja: '準備済み・送信後に自動送付'
  },
  photoWaits: { zh: '等网络，自动发送', en: 'Waits for a network', ko: '네트워크 대기 중', ja: 'ネットワーク待ち' },
  photoSent: { zh: '已收到', en: 'Received', ko: '접수됨', ja: '受信済み' },
  'photoFault.not-a-picture': {
    zh: '这个文件不是照片（可能只是改了名字）。请用相机拍照，或选 JPEG、PNG 图片。',
    en: 'This file is not a picture, whatever its name says. Take a photo, or choose a JPEG or PNG.',
    ko: '사진 파일이 아닙니다(이름만 바뀐 것일 수 있음). 촬영하거나 JPEG·PNG를 선택하세요.',
    ja: 'このファイルは写真ではありません（名前だけ変えた可能性）。撮影するかJPEG・PNGを選んでください。'
  },
  'photoFault.pdf': {
    zh: '这是 PDF 文件，不是照片。请直接给证件拍照。',
    en: 'This is a PDF, not a photo. Take a photo of the document instead.',
    ko: 'PDF 파일입니다. 서류를 직접 촬영하세요.',
    ja: 'これはPDFです。書類を直接撮影してください。'
  },
  'photoFault.file-too-large': {
    zh: '文件超过 40 MB，太大了。请用相机的普通模式重拍。',
    en: 'The file is larger than 40 MB. Take the photo again in the camera’s ordinary mode.',
    ko: '파일이 40MB를 넘습니다. 일반 모드로 다시 찍으세요.',
    ja: 'ファイルが40MBを超えています。通常モードで撮り直してください。'
  },
  'photoFault.cannot-shrink': {
    zh: '这张照片压缩不到 2 MB，请重拍。',
    en: 'This photo cannot be brought below 2 MB. Take another.',
    ko: '2MB 이하로 줄일 수 없습니다. 다시 찍으세요.',
    ja: '2MB以下に縮小できません。撮り直してください。'
  },
  commitment: {
    zh: '我承诺以上内容真实、完整。如有隐瞒，愿承担相应的法律责任。健康状况有变化时，我会立即报告社区并停止使用此证。',
    en: 'I declare that all of this is true and complete, and I answer for it by law. If my health changes, I tell the community at once and stop using the card.',
    ko: '위 내용이 사실이며 빠짐이 없음을 서약하고, 허위일 경우 법적 책임을 집니다. 건강에 변화가 있으면 즉시 알리고 카드 사용을 중단하겠습니다.',
    ja: '以上の内容が真実かつ完全であることを誓い、偽りがあれば法的責任を負います。体調に変化があれば直ちに社区に知らせ、カードの使用をやめます。'
  },
  commitmentOther: {
    zh: '我已向本人逐项核实，并受其委托填写。',
    en: 'I asked the holder about every point and fill this in on the holder’s behalf.',
    ko: '본인에게 항목마다 확인했으며 위임을 받아 작성합니다.',
    ja: '本人に各項目を確認し、本人に代わって記入しました。'
  },
  commit: { zh: '我承诺', en: 'I commit to this', ko: '서약합니다', ja: '誓約します' },
  signature: {
    zh: '签名：请输入“{name}”',
    en: 'Signature: type “{name}”',
    ko: '서명: “{name}” 입력',
    ja: '署名：「{name}」と入力'
  },
  signatureClerk: {
    zh: '经办人签名（姓名）',
    en: 'Signature of the clerk (name)',
    ko: '담당자 서명(이름)',
    ja: '担当者の署名（氏名）'
  },
  change: { zh: '修改', en: 'Change', ko: '수정', ja: '変更' },
  unanswered: { zh: '未填', en: 'Not answered', ko: '미작성', ja: '未記入' },
  answer: { zh: '回复社区（选填）', en: 'Answer in words (optional)', ko: '답변(선택)', ja: '回答（任意）' },
  submit: { zh: '提交申请', en: 'Send the application', ko: '신청서 제출', ja: '申請を送信' },
  submitAnswer: { zh: '提交更正', en: 'Send the correction', ko: '수정 내용 제출', ja: '訂正を送信' },
  sending: { zh: '正在提交…', en: 'Sending…', ko: '제출 중…', ja: '送信中…' },
  trying: {
    zh: '网络不好，第 {tries} 次没有送到。会一直自动重试，可以关闭此页，下次打开继续；不会重复提交。',
    en: 'The network is bad: try {tries} did not get through. It is tried until it does; you may close the page and it goes on next time. Nothing is sent twice.',
    ko: '네트워크가 좋지 않아 {tries}번째 시도가 실패했습니다. 계속 자동으로 시도하며, 닫아도 다음에 이어집니다. 중복 제출되지 않습니다.',
    ja: 'ネットワークが悪く、{tries}回目は届きませんでした。自動で再試行し、閉じても次に開いたとき続きます。二重送信にはなりません。'
  },
  stopSending: { zh: '暂停，返回修改', en: 'Stop and change something', ko: '중지하고 수정', ja: '中止して修正' },
  refused: { zh: '没有被接受：', en: 'It was not accepted:', ko: '접수되지 않았습니다:', ja: '受け付けられませんでした：' },
  missing: { zh: '还有没填好的：', en: 'Something is missing:', ko: '아직 작성하지 않은 항목:', ja: '未記入の項目：' }
} as const satisfies Readonly<Record<string, ShownWord>>
