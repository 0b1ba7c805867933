import type { ShownWord } from './dictionary.ts'

/** Words of the employers' pages, in four languages: foreign companies file too. */
export const WORK_EMPLOYER_WORDS = {
  title: { zh: '单位复工办理', en: 'For employers', ko: '사업자용', ja: '事業者ページ' },
  lead: {
    zh: '登记单位、提交复工备案、上传员工名册。每位员工用自己的链接申报；没有手机的由经办人代报。',
    en: 'Register, file the restart, upload your workers. Each declares by a personal link; for those without a phone your clerk does.',
    ko: '사업장을 등록하고 재가동을 신고한 뒤 직원 명단을 올리세요. 직원은 개인 링크로, 휴대전화가 없으면 담당자가 대신 신고합니다.',
    ja: '事業者登録、再開の届け出、名簿のアップロードができます。従業員は個人リンクで、スマホのない人は担当者が申告します。'
  },
  register: { zh: '登记单位', en: 'Register', ko: '사업장 등록', ja: '事業者を登録' },
  mine: { zh: '这个浏览器里的单位', en: 'Employers in this browser', ko: '이 브라우저의 사업장', ja: 'このブラウザーの事業者' },
  lost: {
    zh: '已登记过？请打开当时的链接；遗失了请向社区索取新链接。',
    en: 'Registered already? Open your link. If it is lost, ask the community for a new one.',
    ko: '이미 등록했나요? 받은 링크를 여세요. 잃어버렸다면 주민센터에 새로 요청하세요.',
    ja: '登録済みですか？当時のリンクを開いてください。紛失時は社区に新しいものを求めてください。'
  },
  forWorkers: { zh: '我是员工', en: 'For workers', ko: '직원용 페이지', ja: '従業員の方はこちら' },
  name: {
    zh: '单位名称（与营业执照一致）',
    en: 'Name as in the licence',
    ko: '사업장 이름(등록증과 동일)',
    ja: '事業者名（許可証どおり）'
  },
  creditCode: { zh: '统一社会信用代码', en: 'Unified social credit code', ko: '통일사회신용코드', ja: '統一社会信用コード' },
  community: { zh: '所在社区', en: 'Community of the site', ko: '관할 주민센터(사구)', ja: '所在地の社区' },
  address: { zh: '经营地址', en: 'Address of the site', ko: '사업장 주소', ja: '所在地' },
  legal: { zh: '法定代表人', en: 'Legal representative', ko: '법정 대표자', ja: '法定代表者' },
  contact: { zh: '疫情防控联系人', en: 'Contact for the epidemic', ko: '방역 담당자', ja: '防疫担当者' },
  contactPhone: { zh: '联系人电话', en: 'Phone of the contact', ko: '담당자 전화번호', ja: '担当者の電話番号' },
  registering: { zh: '正在登记…', en: 'Registering…', ko: '등록 중…', ja: '登録中…' },
  'state.draft': { zh: '待提交备案', en: 'Filing to be sent', ko: '신고 전', ja: '届け出前' },
  'state.filed': { zh: '已备案，待审核', en: 'Filed, waiting', ko: '신고됨, 심사 대기', ja: '届け出済み・審査待ち' },
  'state.site-check': { zh: '待现场检查', en: 'Visit to come', ko: '현장 점검 예정', ja: '現地確認待ち' },
  'state.approved': { zh: '已批准', en: 'Approved', ko: '승인됨', ja: '承認済み' },
  'state.returned': { zh: '已退回，请补正', en: 'Returned, please correct', ko: '반려됨, 보완 필요', ja: '差し戻し・要修正' },
  'state.suspended': { zh: '已暂停', en: 'Suspended', ko: '정지됨', ja: '停止中' },
  'say.draft': {
    zh: '下一步：填写并提交复工备案。名册可以现在就上传。',
    en: 'Next: fill in and send the restart filing. Workers can be uploaded already.',
    ko: '다음: 재가동 신고를 작성해 제출하세요. 명단은 지금 올려도 됩니다.',
    ja: '次に、再開届を記入して提出してください。名簿は今からでもアップロードできます。'
  },
  'say.filed': {
    zh: '社区正在审核备案。员工可以先填申报。',
    en: 'The community looks at the filing. Workers can declare meanwhile.',
    ko: '주민센터가 심사 중입니다. 직원은 먼저 신고할 수 있습니다.',
    ja: '社区が審査中です。従業員は先に申告できます。'
  },
  'say.site-check': {
    zh: '社区会到现场检查，请备好物资和隔离房间。',
    en: 'The community will visit. Have supplies and isolation rooms ready.',
    ko: '현장 점검이 있습니다. 물자와 격리실을 준비하세요.',
    ja: '現地確認があります。物資と隔離室を用意してください。'
  },
  'say.approved': {
    zh: '可以复工。员工的卡由社区审核签发。',
    en: 'You may restart. The community reviews and issues the cards.',
    ko: '재가동할 수 있습니다. 카드는 주민센터가 심사해 발급합니다.',
    ja: '再開できます。カードは社区が審査して発行します。'
  },
  'say.returned': {
    zh: '请按下面的原因修改备案，再次提交。',
    en: 'Correct the filing for the reason below and send it again.',
    ko: '아래 사유에 따라 고쳐서 다시 제출하세요.',
    ja: '下記の理由に従って直し、再提出してください。'
  },
  'say.suspended': {
    zh: '社区暂停了本单位的复工，请联系社区。',
    en: 'The community has suspended the restart. Call the community.',
    ko: '재가동이 정지되었습니다. 주민센터에 연락하세요.',
    ja: '再開が停止されています。社区に連絡してください。'
  },
  'return.code-wrong': {
    zh: '信用代码与单位不符',
    en: 'The credit code is not this employer’s',
    ko: '신용코드가 사업장과 다름',
    ja: '信用コードが事業者と一致しない'
  },
  'return.filing-incomplete': {
    zh: '备案内容不完整',
    en: 'The filing is incomplete',
    ko: '신고 내용 미비',
    ja: '届け出の内容が不十分'
  },
  'return.supplies-short': { zh: '防疫物资不足', en: 'Supplies are too short', ko: '방역 물자 부족', ja: '防疫物資が不足' },
  'return.no-isolation-room': { zh: '没有隔离房间', en: 'There is no isolation room', ko: '격리실 없음', ja: '隔離室がない' },
  'return.site-check-failed': {
    zh: '现场检查未通过',
    en: 'The visit found faults',
    ko: '현장 점검 불합격',
    ja: '現地確認で不備'
  },
  'return.duplicate': { zh: '重复登记', en: 'Registered twice', ko: '중복 등록', ja: '重複登録' },
  'return.misuse': { zh: '违规使用', en: 'Misuse', ko: '부정 사용', ja: '不正使用' },
  'return.other': {
    zh: '其他原因，见说明',
    en: 'Another reason, see the note',
    ko: '기타 사유(설명 참조)',
    ja: 'その他（説明参照）'
  },
  maySign: {
    zh: '社区授权本单位审核自己的员工。',
    en: 'The community lets you approve your own workers.',
    ko: '사업장이 직원을 직접 승인할 수 있습니다.',
    ja: '自社の従業員を承認する権限があります。'
  },
  'tab.workers': { zh: '员工', en: 'Workers', ko: '직원', ja: '従業員' },
  'tab.roster': { zh: '上传名册', en: 'Upload', ko: '명단 올리기', ja: '名簿' },
  'tab.filing': { zh: '复工备案', en: 'Filing', ko: '재가동 신고', ja: '再開届' },
  'tab.link': { zh: '单位链接', en: 'Our link', ko: '사업장 링크', ja: '事業者リンク' },
  staff: { zh: '复工人数', en: 'Workers who restart', ko: '재가동 인원', ja: '再開する人数' },
  restartOn: { zh: '复工日期', en: 'Restart on', ko: '재가동 날짜', ja: '再開日' },
  plan: { zh: '防控方案', en: 'Plan against the epidemic', ko: '방역 계획', ja: '防疫計画' },
  planHint: {
    zh: '消毒、测温、用餐、发现发热怎么办。最多 2000 字。',
    en: 'Disinfection, temperatures, meals, what happens with a fever. At most 2,000 characters.',
    ko: '소독, 체온 측정, 식사, 발열자 대응. 최대 2,000자.',
    ja: '消毒、検温、食事、発熱者への対応。2,000字まで。'
  },
  supplies: {
    zh: '口罩、消毒液够用几天',
    en: 'Masks and disinfectant last (days)',
    ko: '마스크·소독제 비축 일수',
    ja: 'マスク・消毒液の備蓄日数'
  },
  suppliesFew: {
    zh: '一般要求至少 3 天。',
    en: 'At least 3 days are expected.',
    ko: '보통 3일분 이상이 필요합니다.',
    ja: '通常3日分以上が必要です。'
  },
  rooms: { zh: '隔离房间（间）', en: 'Isolation rooms', ko: '격리실 수', ja: '隔離室の数' },
  commitment: {
    zh: '我单位承诺备案内容真实，落实防控措施，发现发热立即报告社区。',
    en: 'We declare that the filing is true, keep to the plan, and report every fever to the community at once.',
    ko: '신고 내용이 사실이며 방역을 이행하고 발열자를 즉시 보고할 것을 서약합니다.',
    ja: '届け出の内容が真実であること、防疫措置を守り、発熱者を直ちに社区へ報告することを誓います。'
  },
  file: { zh: '提交备案', en: 'Send the filing', ko: '신고 제출', ja: '届け出を提出' },
  filed: { zh: '已于 {time} 提交。', en: 'Sent on {time}.', ko: '{time}에 제출함.', ja: '{time}に提出しました。' },
  number: {
    zh: '请填 {from} 到 {to} 的整数。',
    en: 'A whole number from {from} to {to}.',
    ko: '{from}~{to} 사이의 정수를 입력하세요.',
    ja: '{from}〜{to}の整数を入力してください。'
  },
  linkHelp: {
    zh: '谁有这个链接，谁就能为本单位办理。请妥善保管，交接时一并交接。',
    en: 'Whoever has this link acts for the employer. Keep it safe and hand it over with the job.',
    ko: '이 링크가 있으면 사업장 업무를 할 수 있습니다. 안전하게 보관하고 인수인계하세요.',
    ja: 'このリンクを持つ人は事業者として操作できます。大切に保管し、引き継ぎ時に渡してください。'
  },
  sheetLead: {
    zh: 'Excel（.xlsx）或 CSV，{from} 到 {to} 人。列：姓名、证件号码、电话（没有可空）、小区（编号或名称，可空）。',
    en: 'Excel (.xlsx) or CSV, {from} to {to} workers. Columns: name, document number, phone (may be empty), compound (number or name, may be empty).',
    ko: 'Excel(.xlsx) 또는 CSV, {from}~{to}명. 열: 이름, 신분증 번호, 전화(생략 가능), 단지(번호 또는 이름, 생략 가능).',
    ja: 'Excel（.xlsx）またはCSV、{from}〜{to}人。列：氏名、証明書番号、電話（空欄可）、団地（番号または名称、空欄可）。'
  },
  template: { zh: '下载空白模板', en: 'Empty template', ko: '빈 양식 받기', ja: '空のひな形' },
  choose: { zh: '选择名册文件', en: 'Choose the file', ko: '명단 파일 선택', ja: '名簿ファイルを選択' },
  reading: { zh: '正在读取…', en: 'Reading…', ko: '읽는 중…', ja: '読み込み中…' },
  'sheetFault.empty': {
    zh: '文件里没有员工。',
    en: 'There are no workers in this file.',
    ko: '파일에 직원이 없습니다.',
    ja: 'ファイルに従業員がありません。'
  },
  'sheetFault.too-large': {
    zh: '文件超过 5 MB，不像员工名册。',
    en: 'The file is larger than 5 MB; this is no list of workers.',
    ko: '파일이 5MB를 넘습니다.',
    ja: 'ファイルが5MBを超えています。'
  },
  'sheetFault.old-excel': {
    zh: '这是旧版 .xls 或加密文件。请在 Excel 里去掉密码，另存为 .xlsx。',
    en: 'This is an old .xls or a locked file. Remove the password and save it as .xlsx.',
    ko: '구형 .xls이거나 암호가 걸린 파일입니다. 암호를 풀고 .xlsx로 저장하세요.',
    ja: '旧形式の.xlsか、パスワード付きです。解除して.xlsxで保存してください。'
  },
  'sheetFault.not-a-table': {
    zh: '这不是表格文件，请选 .xlsx 或 .csv。',
    en: 'This is no table, whatever its name says. Choose an .xlsx or .csv file.',
    ko: '표 파일이 아닙니다. .xlsx 또는 .csv를 선택하세요.',
    ja: '表のファイルではありません。.xlsxか.csvを選んでください。'
  },
  'sheetFault.damaged': {
    zh: '文件损坏，读不出来。',
    en: 'The file is damaged and cannot be read.',
    ko: '파일이 손상되어 읽을 수 없습니다.',
    ja: 'ファイルが壊れていて読めません。'
  },
  found: {
    zh: '读到 {all} 人：{good} 人可以登记，{bad} 人有错。',
    en: '{all} workers: {good} can be added, {bad} have errors.',
    ko: '{all}명 중 {good}명 등록 가능, {bad}명 오류.',
    ja: '{all}人中{good}人は登録可能、{bad}人に誤りがあります。'
  },
  columns: {
    zh: '没有认出表头，按 姓名、证件、电话、小区 的顺序读。',
    en: 'No headings were found; the columns are read as name, document, phone, compound.',
    ko: '제목 행이 없어 이름, 신분증, 전화, 단지 순서로 읽었습니다.',
    ja: '見出しがないため、氏名・証明書・電話・団地の順に読みました。'
  },
  tooFew: {
    zh: '名册少于 {from} 人：人少时员工可以各自申请，也可以照样上传。',
    en: 'Fewer than {from} workers: they may apply themselves; uploading works as well.',
    ko: '{from}명 미만이면 각자 신청할 수 있으며, 올려도 됩니다.',
    ja: '{from}人未満の場合は各自で申請できます。アップロードも可能です。'
  },
  row: { zh: '第 {row} 行', en: 'Row {row}', ko: '{row}행', ja: '{row}行目' },
  'field.name': { zh: '姓名', en: 'Name', ko: '이름', ja: '氏名' },
  'field.document': { zh: '证件号码', en: 'Document', ko: '신분증 번호', ja: '証明書番号' },
  'field.phone': { zh: '电话', en: 'Phone', ko: '전화', ja: '電話' },
  'field.site': { zh: '小区', en: 'Compound', ko: '단지', ja: '団地' },
  'rowFault.name-invalid': {
    zh: '姓名为空或有特殊符号',
    en: 'empty, or has special characters',
    ko: '비었거나 특수문자가 있음',
    ja: '空欄か特殊文字がある'
  },
  'rowFault.document-invalid': { zh: '号码不正确', en: 'not a valid number', ko: '번호가 잘못됨', ja: '番号が正しくない' },
  'rowFault.phone-invalid': { zh: '号码不正确', en: 'not a phone number', ko: '번호가 잘못됨', ja: '番号が正しくない' },
  'rowFault.site-unknown': { zh: '没有这个小区', en: 'no such compound', ko: '없는 단지', ja: '該当する団地がない' },
  'rowFault.twice-in-roster': { zh: '名册里有两次', en: 'is in the list twice', ko: '명단에 두 번 있음', ja: '名簿に2回ある' },
  'rowFault.already-yours': { zh: '已经登记过', en: 'is on your list already', ko: '이미 등록됨', ja: '登録済み' },
  'rowFault.too-many': { zh: '超过 500 人', en: 'beyond the 500 workers', ko: '500명 초과', ja: '500人を超えている' },
  'rowFault.lost-digits': {
    zh: 'Excel 把号码变成了数字，后几位已丢失。请把该列设为“文本”后重填',
    en: 'Excel turned it into a number and lost digits. Format the column as text and type it again',
    ko: 'Excel이 숫자로 바꿔 끝자리가 사라졌습니다. 열을 텍스트로 바꾸고 다시 입력하세요',
    ja: 'Excelが数値に変え、末尾が失われました。列を「文字列」にして入力し直してください'
  },
  send: { zh: '登记 {count} 人', en: 'Add {count} workers', ko: '{count}명 등록', ja: '{count}人を登録' },
  sentRows: {
    zh: '已登记 {count} 人。',
    en: '{count} workers were added.',
    ko: '{count}명을 등록했습니다.',
    ja: '{count}人を登録しました。'
  },
  sentFaults: {
    zh: '以下没有登记：',
    en: 'These were not added:',
    ko: '다음은 등록되지 않았습니다:',
    ja: '以下は登録されていません：'
  },
  otherFile: { zh: '换一个文件', en: 'Another file', ko: '다른 파일', ja: '別のファイル' },
  toWorkers: { zh: '查看员工和链接', en: 'To the workers and their links', ko: '직원과 링크 보기', ja: '従業員とリンクへ' },
  noWorkers: {
    zh: '还没有员工，请先上传名册。',
    en: 'No workers yet. Upload the list first.',
    ko: '아직 직원이 없습니다. 명단을 올리세요.',
    ja: 'まだ従業員がいません。名簿をアップロードしてください。'
  },
  noneMatch: {
    zh: '没有符合的员工。',
    en: 'No worker matches.',
    ko: '해당하는 직원이 없습니다.',
    ja: '該当する従業員がいません。'
  },
  'filter.all': { zh: '全部', en: 'All', ko: '전체', ja: 'すべて' },
  'filter.draft': { zh: '待申报', en: 'To declare', ko: '신고 전', ja: '申告前' },
  'filter.waiting': { zh: '审核中', en: 'Waiting', ko: '심사 중', ja: '審査中' },
  'filter.moreInfo': { zh: '待补充', en: 'Answer wanted', ko: '보완 요청', ja: '回答待ち' },
  'filter.issued': { zh: '已签发', en: 'Card issued', ko: '발급됨', ja: '発行済み' },
  'filter.refused': { zh: '未通过', en: 'Not approved', ko: '거절·종료', ja: '不承認・終了' },
  'filter.held': { zh: '卡已暂停', en: 'On hold', ko: '정지', ja: '停止中' },
  'filter.unreported': { zh: '今天未上报', en: 'No report today', ko: '오늘 미보고', ja: '本日未報告' },
  search: { zh: '按姓名查找', en: 'Find by name', ko: '이름으로 찾기', ja: '氏名で検索' },
  selectAll: { zh: '全选（{count}）', en: 'Select all ({count})', ko: '전체 선택({count})', ja: 'すべて選択（{count}）' },
  selected: { zh: '已选 {count} 人', en: '{count} selected', ko: '{count}명 선택', ja: '{count}人を選択' },
  links: { zh: '打印链接', en: 'Print links', ko: '링크 인쇄', ja: 'リンクを印刷' },
  reports: { zh: '批量上报健康', en: 'Report for them', ko: '일괄 보고', ja: '一括報告' },
  renew: { zh: '续办', en: 'Renew', ko: '갱신', ja: '更新' },
  approve: { zh: '批准', en: 'Approve', ko: '승인', ja: '承認' },
  approveSure: {
    zh: '批准 {count} 人？再点一次',
    en: 'Approve {count}? Tap again',
    ko: '{count}명 승인? 한 번 더',
    ja: '{count}人を承認？もう一度'
  },
  renewSure: {
    zh: '为 {count} 人续办？再点一次',
    en: 'Renew for {count}? Tap again',
    ko: '{count}명 갱신? 한 번 더',
    ja: '{count}人を更新？もう一度'
  },
  copyLink: { zh: '复制链接', en: 'Copy link', ko: '링크 복사', ja: 'リンクをコピー' },
  showQr: { zh: '二维码', en: 'QR code', ko: 'QR 코드', ja: 'QRコード' },
  declareFor: { zh: '代申报（无手机）', en: 'Declare for (no phone)', ko: '대리 신고(전화 없음)', ja: '代理申告（スマホなし）' },
  answerFor: { zh: '代回复问题', en: 'Answer the question', ko: '질문에 답변', ja: '質問に回答' },
  declaredByClerk: { zh: '经办人代报', en: 'Declared by the clerk', ko: '담당자 대리 신고', ja: '担当者が代理申告' },
  left: { zh: '已离职', en: 'Has left', ko: '퇴사', ja: '退職' },
  leftSure: {
    zh: '离职？卡将作废，再点一次',
    en: 'Left? The card becomes void. Tap again',
    ko: '퇴사? 카드가 무효가 됩니다. 한 번 더',
    ja: '退職？カードは無効になります。もう一度'
  },
  openCard: { zh: '打开、打印卡', en: 'Open, print the card', ko: '카드 열기·인쇄', ja: 'カードを開く・印刷' },
  validUntil: { zh: '有效至 {time}', en: 'Valid until {time}', ko: '{time}까지 유효', ja: '{time}まで有効' },
  reportedToday: { zh: '今天已上报', en: 'Reported today', ko: '오늘 보고됨', ja: '本日報告済み' },
  notReported: { zh: '今天未上报', en: 'No report today', ko: '오늘 미보고', ja: '本日未報告' },
  done: { zh: '{count} 人已完成。', en: 'Done for {count}.', ko: '{count}명 완료.', ja: '{count}人完了しました。' },
  notDone: {
    zh: '{count} 人没有办理：',
    en: 'Not done for {count}:',
    ko: '{count}명은 처리되지 않음:',
    ja: '{count}人は処理されていません：'
  },
  'why.not-yours': { zh: '不是本单位的员工', en: 'not your worker', ko: '소속 직원이 아님', ja: '自社の従業員ではない' },
  'why.state': { zh: '当前状态不能办理', en: 'not possible in this state', ko: '현재 상태에서 불가', ja: '現在の状態では不可' },
  'why.left': { zh: '已离职', en: 'has left', ko: '퇴사함', ja: '退職済み' },
  'why.flagged': {
    zh: '有需要社区核实的情况，由社区审核',
    en: 'needs a look; left to the community',
    ko: '확인이 필요해 주민센터가 심사',
    ja: '確認が必要なため社区が審査'
  },
  'why.no-card': { zh: '还没有卡', en: 'has no card', ko: '카드 없음', ja: 'カードがない' },
  'why.not-due': { zh: '还不到续办时间', en: 'not yet due', ko: '아직 갱신 시기가 아님', ja: 'まだ更新時期ではない' },
  reportTitle: {
    zh: '批量上报今天的健康',
    en: 'Today’s report for many',
    ko: '오늘의 건강 일괄 보고',
    ja: '本日の健康を一括報告'
  },
  reportLead: {
    zh: '请逐人测温后填写；没有填体温的不会上报。',
    en: 'Measure everybody first, then enter each reading. Rows without a reading are not sent.',
    ko: '한 사람씩 측정한 뒤 입력하세요. 값이 없는 행은 보내지 않습니다.',
    ja: '全員を測ってから入力してください。空欄の行は送信されません。'
  },
  reading36: { zh: '体温 ℃', en: '°C', ko: '체온 ℃', ja: '体温 ℃' },
  noSymptoms: { zh: '无症状', en: 'No symptoms', ko: '증상 없음', ja: '症状なし' },
  sendReports: { zh: '上报 {count} 人', en: 'Report for {count}', ko: '{count}명 보고', ja: '{count}人を報告' },
  nobodyDue: {
    zh: '没有需要上报的员工。',
    en: 'Nobody needs a report now.',
    ko: '보고할 직원이 없습니다.',
    ja: '報告が必要な従業員はいません。'
  },
  linksTitle: { zh: '员工申报链接', en: 'Links for the workers', ko: '직원 신고 링크', ja: '従業員の申告リンク' },
  linksLead: {
    zh: '每人一张，裁开后交给本人。链接只能本人使用一次。',
    en: 'One for each worker: cut and hand over. A link serves its worker once.',
    ko: '한 사람에 한 장씩 잘라서 나눠 주세요. 링크는 본인이 한 번만 쓸 수 있습니다.',
    ja: '一人一枚、切り取って渡してください。リンクは本人が一度だけ使えます。'
  },
  scanMe: {
    zh: '用手机扫码，填写健康申报',
    en: 'Scan this and make your health declaration',
    ko: '휴대전화로 스캔해 건강 신고를 작성하세요',
    ja: 'スマホで読み取り、健康申告を記入してください'
  },
  noLinks: {
    zh: '没有待申报的员工。',
    en: 'Nobody is left to declare.',
    ko: '신고할 직원이 없습니다.',
    ja: '申告待ちの従業員はいません。'
  },
  declared: {
    zh: '已代 {name} 提交申报。',
    en: 'The declaration for {name} was sent.',
    ko: '{name}의 신고를 제출했습니다.',
    ja: '{name}さんの申告を送信しました。'
  },
  toPage: { zh: '返回单位页', en: 'Back to the employer', ko: '사업장 페이지로', ja: '事業者ページへ' }
} as const satisfies Readonly<Record<string, ShownWord>>
