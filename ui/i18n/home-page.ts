import { fill, type Params, type ShownLanguage, type ShownWord } from './dictionary.ts'

/** Words of the page on which a household reports itself, in the four languages of the residents. */
export const HOME_WORDS = {
  title: { zh: '住户自报', en: 'Who lives here', ko: '거주자 신고', ja: '居住者の届け出' },
  loading: { zh: '正在加载…', en: 'Loading…', ko: '불러오는 중…', ja: '読み込み中…' },
  until: {
    zh: '请在 {to} 前填写',
    en: 'Please fill this in by {to}',
    ko: '{to}까지 작성해 주세요',
    ja: '{to}までにご記入ください'
  },
  lead: {
    zh: '填写的内容只给社区工作人员看，核对后才会登记。',
    en: 'Only your community office sees what you write, and checks it before it is registered.',
    ko: '작성한 내용은 주민센터 직원만 볼 수 있으며, 확인 후 등록됩니다.',
    ja: '記入内容は事務所の職員だけが見ます。確認のあとに登録されます。'
  },
  wrongDoor: {
    zh: '不是您家？请不要填写。',
    en: 'Not your home? Then please do not fill this in.',
    ko: '댁이 아니면 작성하지 마세요.',
    ja: 'ご自宅でなければ記入しないでください。'
  },
  question: { zh: '工作人员想问：', en: 'The office asks:', ko: '직원의 질문:', ja: '職員からの質問：' },
  submitted: {
    zh: '已提交，等待工作人员核对。如有遗漏可以再提交一次。',
    en: 'Sent. The office will look at it. If something is missing, send again.',
    ko: '제출되었습니다. 직원이 확인할 예정입니다. 빠진 것이 있으면 다시 제출하세요.',
    ja: '送信しました。職員が確認します。漏れがあればもう一度送信できます。'
  },
  settled: {
    zh: '工作人员已核对完毕，谢谢。',
    en: 'The office has dealt with your report. Thank you.',
    ko: '직원이 확인을 마쳤습니다. 감사합니다.',
    ja: '職員の確認が終わりました。ありがとうございます。'
  },
  show: { zh: '调出已登记的内容', en: 'Show what is registered', ko: '등록된 내용 보기', ja: '登録内容を表示' },
  showHelp: {
    zh: '输入家中任何一人证件号或手机号的最后四位，就不用从头填写。显示的内容会打码。',
    en: 'Enter the last four characters of a document or phone number of anybody in your home; then you need not begin from nothing. It is shown masked.',
    ko: '가족 중 한 명의 신분증 번호나 전화번호 끝 네 자리를 입력하면 처음부터 쓰지 않아도 됩니다. 일부는 가려서 표시됩니다.',
    ja: 'ご家族どなたかの身分証番号か電話番号の下4桁を入力すると、最初から書かずに済みます。一部は伏せて表示します。'
  },
  lastFour: { zh: '最后四位', en: 'Last four characters', ko: '끝 네 자리', ja: '下4桁' },
  check: { zh: '确认', en: 'Show', ko: '확인', ja: '表示' },
  notKnown: {
    zh: '不对，还可以试 {tries} 次。不记得也没关系，直接在下面填写。',
    en: 'That is not it; {tries} tries are left. You can also just fill in the form below.',
    ko: '맞지 않습니다. {tries}번 더 시도할 수 있습니다. 아래에 바로 작성해도 됩니다.',
    ja: '一致しません。あと{tries}回試せます。下に直接記入してもかまいません。'
  },
  noTries: {
    zh: '已不能再试，请直接在下面填写。',
    en: 'No more tries. Please fill in the form below.',
    ko: '더 시도할 수 없습니다. 아래에 작성해 주세요.',
    ja: 'これ以上試せません。下にご記入ください。'
  },
  people: { zh: '住在这里的人', en: 'People who live here', ko: '이곳에 사는 사람', ja: 'ここに住んでいる人' },
  person: { zh: '第 {number} 人', en: 'Person {number}', ko: '{number}번째 사람', ja: '{number}人目' },
  stays: {
    zh: '仍住这里，没有变化',
    en: 'Still lives here, nothing changed',
    ko: '계속 거주, 변경 없음',
    ja: '居住中・変更なし'
  },
  changes: { zh: '有变化', en: 'Something changed', ko: '변경 있음', ja: '変更あり' },
  gone: { zh: '已搬走', en: 'Has moved out', ko: '이사함', ja: '転出した' },
  changeHelp: {
    zh: '只填有变化的项，其余留空。',
    en: 'Fill in only what changed; leave the rest empty.',
    ko: '바뀐 항목만 적고 나머지는 비워 두세요.',
    ja: '変わった項目だけ記入し、ほかは空欄のままに。'
  },
  addPerson: { zh: '增加一人', en: 'Add a person', ko: '사람 추가', ja: '人を追加' },
  remove: { zh: '删除', en: 'Remove', ko: '삭제', ja: '削除' },
  name: { zh: '姓名', en: 'Name', ko: '이름', ja: '氏名' },
  relation: { zh: '与户主关系', en: 'Relation to the householder', ko: '세대주와의 관계', ja: '世帯主との続柄' },
  sex: { zh: '性别', en: 'Sex', ko: '성별', ja: '性別' },
  phone: {
    zh: '手机号（境外号码带国家代码，如 +82）',
    en: 'Phone (with country code, as +82)',
    ko: '전화번호 (국가번호 포함, 예: +82)',
    ja: '電話番号（国番号付き、例：+81）'
  },
  documentType: { zh: '证件类型', en: 'Document', ko: '신분증 종류', ja: '身分証の種類' },
  documentNumber: { zh: '证件号码', en: 'Document number', ko: '신분증 번호', ja: '身分証番号' },
  country: {
    zh: '签发国（三个字母，如 KOR）',
    en: 'Issuing country (three letters, as KOR)',
    ko: '발급 국가 (세 글자, 예: KOR)',
    ja: '発行国（3文字、例：JPN）'
  },
  needs: { zh: '需要照顾的情况', en: 'Special needs', ko: '도움이 필요한 사항', ja: '配慮が必要なこと' },
  arrival: {
    zh: '最近 14 天从哪里来',
    en: 'Came in the last 14 days from',
    ko: '최근 14일 이내 출발지',
    ja: '過去14日以内にどこから'
  },
  arrivalOn: {
    zh: '到达日期（如 2020-02-12）',
    en: 'Arrived on (as 2020-02-12)',
    ko: '도착일 (예: 2020-02-12)',
    ja: '到着日（例：2020-02-12）'
  },
  cars: { zh: '车辆', en: 'Cars', ko: '차량', ja: '車' },
  knownCars: { zh: '已登记：{plates}', en: 'Registered: {plates}', ko: '등록됨: {plates}', ja: '登録済み：{plates}' },
  plate: { zh: '新增车牌号', en: 'Plate to add', ko: '추가할 차량 번호', ja: '追加するナンバー' },
  addCar: { zh: '增加车辆', en: 'Add a car', ko: '차량 추가', ja: '車を追加' },
  home: { zh: '房屋', en: 'The home', ko: '주택', ja: '住まい' },
  tenure: { zh: '房屋性质', en: 'You live here as', ko: '주거 형태', ja: '居住形態' },
  asBefore: { zh: '不填 / 没有变化', en: 'No answer / as before', ko: '무응답 / 변경 없음', ja: '無回答／変更なし' },
  note: { zh: '还想告诉社区的话', en: 'Anything else', ko: '기타 전달 사항', ja: 'その他' },
  callback: { zh: '方便联系您的电话', en: 'Phone to reach you at', ko: '연락 가능한 전화번호', ja: '連絡のつく電話番号' },
  optional: { zh: '选填', en: 'optional', ko: '선택', ja: '任意' },
  send: { zh: '提交', en: 'Send', ko: '제출', ja: '送信' },
  sendSame: { zh: '没有变化，提交', en: 'Nothing changed: send', ko: '변경 없음, 제출', ja: '変更なしで送信' },
  draft: {
    zh: '填写内容保存在本机，提交后即删除。',
    en: 'Your entries are kept on this phone until they are sent.',
    ko: '작성 내용은 이 전화에 저장되며 제출하면 삭제됩니다.',
    ja: '入力内容はこの端末に保存され、送信すると消えます。'
  },
  forget: { zh: '清除本机草稿', en: 'Delete the draft', ko: '초안 삭제', ja: '下書きを消す' },
  again: { zh: '再填一次', en: 'Fill in again', ko: '다시 작성', ja: 'もう一度記入' },
  retry: { zh: '重试', en: 'Try again', ko: '다시 시도', ja: '再試行' },
  needed: { zh: '请填写此项。', en: 'Please fill this in.', ko: '입력해 주세요.', ja: '入力してください。' },
  'wrong.network': {
    zh: '没有网络。内容已保存在本机，有网络后请再提交。',
    en: 'No network. Your entries are kept on this phone; send them later.',
    ko: '네트워크가 없습니다. 내용은 저장되었으니 나중에 제출하세요.',
    ja: 'ネットワークがありません。入力は保存済みです。後で送信してください。'
  },
  'wrong.link-invalid': {
    zh: '链接无效或已更换，请向社区索取新的。',
    en: 'This link is not valid or was replaced. Ask the community office for a new one.',
    ko: '링크가 유효하지 않거나 바뀌었습니다. 주민센터에 새 링크를 요청하세요.',
    ja: 'リンクが無効か、新しくなりました。事務所に新しいリンクを求めてください。'
  },
  'wrong.round-closed': {
    zh: '这一轮自报已经结束，谢谢。如有变化请联系社区。',
    en: 'This round is over. Thank you. Call the community office if something changed.',
    ko: '이번 신고 기간이 끝났습니다. 변경 사항은 주민센터로 연락하세요.',
    ja: '今回の受付は終了しました。変更があれば事務所へご連絡ください。'
  },
  'wrong.too-many-requests': {
    zh: '尝试太频繁，请过几分钟再试。',
    en: 'Too many tries. Wait a few minutes.',
    ko: '시도가 너무 많습니다. 몇 분 후 다시 하세요.',
    ja: '回数が多すぎます。数分待ってください。'
  },
  'wrong.field': {
    zh: '有一项填写不正确，请检查标出的内容。',
    en: 'One entry is not valid. Check what is marked.',
    ko: '올바르지 않은 항목이 있습니다. 표시된 곳을 확인하세요.',
    ja: '正しくない項目があります。印のついた所を確認してください。'
  },
  'wrong.here': {
    zh: '此项不正确，请核对。',
    en: 'This is not valid. Please check it.',
    ko: '올바르지 않습니다. 확인해 주세요.',
    ja: '正しくありません。ご確認ください。'
  },
  'wrong.other': {
    zh: '出错了，请再试一次。',
    en: 'That failed. Try again.',
    ko: '오류가 났습니다. 다시 시도하세요.',
    ja: 'エラーです。もう一度お試しください。'
  },
  'tenure.own': { zh: '自有', en: 'Owner', ko: '자가', ja: '持ち家' },
  'tenure.rent': { zh: '租住', en: 'Tenant', ko: '임차', ja: '賃貸' },
  'tenure.group-rent': { zh: '合租', en: 'Shared rental', ko: '공동 임차', ja: 'シェア' },
  'tenure.vacant': { zh: '空置', en: 'Nobody lives here', ko: '비어 있음', ja: '空き家' },
  'relation.head': { zh: '户主', en: 'Householder', ko: '세대주', ja: '世帯主' },
  'relation.spouse': { zh: '配偶', en: 'Spouse', ko: '배우자', ja: '配偶者' },
  'relation.child': { zh: '子女', en: 'Child', ko: '자녀', ja: '子' },
  'relation.parent': { zh: '父母', en: 'Parent', ko: '부모', ja: '親' },
  'relation.relative': { zh: '其他亲属', en: 'Other relative', ko: '기타 친족', ja: 'その他の親族' },
  'relation.tenant': { zh: '租户', en: 'Tenant', ko: '임차인', ja: '同居の賃借人' },
  'relation.other': { zh: '其他', en: 'Other', ko: '기타', ja: 'その他' },
  'sex.male': { zh: '男', en: 'Male', ko: '남', ja: '男' },
  'sex.female': { zh: '女', en: 'Female', ko: '여', ja: '女' },
  'need.elder-alone': { zh: '独居老人', en: 'Elder living alone', ko: '독거 어르신', ja: '一人暮らしの高齢者' },
  'need.pregnant': { zh: '孕妇', en: 'Pregnant', ko: '임산부', ja: '妊娠中' },
  'need.disabled': { zh: '残疾', en: 'Disabled', ko: '장애', ja: '障がい' },
  'need.newborn': { zh: '新生儿', en: 'Newborn', ko: '신생아', ja: '新生児' },
  'arrival.hubei': { zh: '湖北', en: 'Hubei', ko: '후베이성', ja: '湖北省' },
  'arrival.other-province': { zh: '外省', en: 'Another province', ko: '다른 성', ja: '他の省' },
  'arrival.hk-macao-taiwan': { zh: '港澳台', en: 'Hong Kong, Macao, Taiwan', ko: '홍콩·마카오·대만', ja: '香港・マカオ・台湾' },
  'arrival.abroad': { zh: '境外', en: 'Abroad', ko: '해외', ja: '海外' },
  'document.citizen-id': { zh: '居民身份证', en: 'Chinese identity card', ko: '중국 신분증', ja: '中国の身分証' },
  'document.passport': { zh: '护照', en: 'Passport', ko: '여권', ja: 'パスポート' },
  'document.permanent-residence': {
    zh: '外国人永久居留身份证',
    en: 'Permanent residence card',
    ko: '외국인 영구거류증',
    ja: '永久居留身分証'
  },
  'document.hk-macao-permit': {
    zh: '港澳居民来往内地通行证',
    en: 'Travel permit (HK, Macao)',
    ko: '홍콩·마카오 통행증',
    ja: '香港・マカオ通行証'
  },
  'document.taiwan-permit': { zh: '台湾居民来往大陆通行证', en: 'Travel permit (Taiwan)', ko: '대만 통행증', ja: '台湾通行証' },
  'document.residence-permit': {
    zh: '港澳台居民居住证',
    en: 'Residence permit (HK, Macao, Taiwan)',
    ko: '홍콩·마카오·대만 거주증',
    ja: '香港・マカオ・台湾居住証'
  }
} as const satisfies Readonly<Record<string, ShownWord>>

export type HomeWord = keyof typeof HOME_WORDS

export const sayHome = (key: HomeWord, language: ShownLanguage, params?: Params): string =>
  fill(HOME_WORDS[key][language], params)

/** The sentence for a failure; one about a field says so, whatever has none of its own is "try again". */
export const homeWrong = (code: string, isField: boolean): HomeWord => {
  const key = `wrong.${code}`
  if (Object.hasOwn(HOME_WORDS, key)) return key as HomeWord
  return isField ? 'wrong.field' : 'wrong.other'
}
