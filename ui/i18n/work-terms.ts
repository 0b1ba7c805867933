import type { ShownWord } from './dictionary.ts'

/** Words of the closed sets of work and school cards, in the four languages of the residents. */
export const WORK_TERMS = {
  'purpose.work': { zh: '复工', en: 'Work', ko: '출근', ja: '仕事' },
  'purpose.school': { zh: '复学', en: 'School', ko: '등교', ja: '通学' },
  'state.draft': { zh: '待填写', en: 'Not declared yet', ko: '작성 전', ja: '未記入' },
  'state.submitted': { zh: '待审核', en: 'Waiting for review', ko: '심사 대기', ja: '審査待ち' },
  'state.under-review': { zh: '审核中', en: 'Under review', ko: '심사 중', ja: '審査中' },
  'state.more-info': { zh: '待补充', en: 'Answer wanted', ko: '보완 요청', ja: '回答待ち' },
  'state.approved': { zh: '已通过，正在签发', en: 'Approved, being signed', ko: '승인됨, 발급 중', ja: '承認済み・発行中' },
  'state.issued': { zh: '已签发', en: 'Card issued', ko: '카드 발급됨', ja: 'カード発行済み' },
  'state.rejected': { zh: '未通过', en: 'Not approved', ko: '승인 거절', ja: '不承認' },
  'state.withdrawn': { zh: '已撤回', en: 'Withdrawn', ko: '철회됨', ja: '取り下げ済み' },
  'state.lapsed': { zh: '逾期失效', en: 'Lapsed', ko: '기한 경과', ja: '期限切れ' },
  'relation.spouse': { zh: '配偶', en: 'Husband or wife', ko: '배우자', ja: '配偶者' },
  'relation.child': { zh: '子女', en: 'Son or daughter', ko: '자녀', ja: '子' },
  'relation.parent': { zh: '父母', en: 'Father or mother', ko: '부모', ja: '親' },
  'relation.relative': { zh: '其他亲属', en: 'Other relative', ko: '친척', ja: '親族' },
  'relation.colleague': { zh: '同事', en: 'Colleague', ko: '동료', ja: '同僚' },
  'relation.neighbour': { zh: '邻居', en: 'Neighbour', ko: '이웃', ja: '近所の人' },
  'relation.community': { zh: '社区人员', en: 'Community staff', ko: '주민센터 직원', ja: '社区の職員' },
  'relation.other': { zh: '其他', en: 'Other', ko: '기타', ja: 'その他' },
  'transport.foot': { zh: '步行', en: 'On foot', ko: '도보', ja: '徒歩' },
  'transport.bicycle': { zh: '自行车、电动车', en: 'Bicycle or e-bike', ko: '자전거·전동차', ja: '自転車・電動車' },
  'transport.own-car': { zh: '自驾', en: 'Own car', ko: '자가용', ja: '自家用車' },
  'transport.company-bus': { zh: '单位班车、校车', en: 'Company or school bus', ko: '통근·통학 버스', ja: '社バス・通学バス' },
  'transport.public': { zh: '公共交通', en: 'Public transport', ko: '대중교통', ja: '公共交通機関' },
  'transport.other': { zh: '其他', en: 'Other', ko: '기타', ja: 'その他' },
  'symptom.fever': { zh: '发热', en: 'Fever', ko: '발열', ja: '発熱' },
  'symptom.dry-cough': { zh: '干咳', en: 'Dry cough', ko: '마른기침', ja: '空せき' },
  'symptom.fatigue': { zh: '乏力', en: 'Fatigue', ko: '피로감', ja: 'だるさ' },
  'photo.document': { zh: '身份证件照片', en: 'Photo of your document', ko: '신분증 사진', ja: '身分証の写真' },
  'photo.workplace-letter': {
    zh: '单位或学校证明照片',
    en: 'Photo of a letter from your employer or school',
    ko: '직장·학교 증명서 사진',
    ja: '勤務先・学校の証明書の写真'
  },
  'photo.lease': { zh: '租房合同照片', en: 'Photo of your lease', ko: '임대차 계약서 사진', ja: '賃貸契約書の写真' },
  'reject.outside-14-days': {
    zh: '从外地返回未满 14 天。',
    en: 'Less than 14 days since the return from outside.',
    ko: '외지에서 돌아온 지 14일이 지나지 않았습니다.',
    ja: '外地から戻って14日たっていません。'
  },
  'reject.contact-not-released': {
    zh: '密切接触者的观察期未结束。',
    en: 'The observation after a contact is not over.',
    ko: '접촉자 관찰 기간이 끝나지 않았습니다.',
    ja: '接触後の観察期間が終わっていません。'
  },
  'reject.symptoms': {
    zh: '有发热、干咳或乏力，请先就医。',
    en: 'There are symptoms. See a doctor first.',
    ko: '증상이 있습니다. 먼저 진료를 받으세요.',
    ja: '症状があります。先に医師の診察を受けてください。'
  },
  'reject.diagnosed': {
    zh: '未满解除隔离后的观察期。',
    en: 'The time after the release from treatment is not over.',
    ko: '격리 해제 후 관찰 기간이 끝나지 않았습니다.',
    ja: '退院・解除後の観察期間が終わっていません。'
  },
  'reject.not-resident': {
    zh: '不在本辖区居住。',
    en: 'The address is not in this community.',
    ko: '이 관할 지역에 거주하지 않습니다.',
    ja: 'この地区の住所ではありません。'
  },
  'reject.details-wrong': {
    zh: '填写的内容与事实不符，请更正后重新申请。',
    en: 'Details are wrong. Correct them and apply again.',
    ko: '내용이 사실과 다릅니다. 고쳐서 다시 신청하세요.',
    ja: '内容に誤りがあります。直して再申請してください。'
  },
  'reject.document-unreadable': {
    zh: '证件照片看不清。',
    en: 'The document in the photo cannot be read.',
    ko: '신분증 사진을 알아볼 수 없습니다.',
    ja: '書類の写真が読み取れません。'
  },
  'reject.duplicate': {
    zh: '已有另一份申请或通行卡。',
    en: 'There is another application or card already.',
    ko: '이미 다른 신청이나 카드가 있습니다.',
    ja: '別の申請またはカードがすでにあります。'
  },
  'reject.employer-not-approved': {
    zh: '单位的复工备案尚未通过。',
    en: 'The employer may not restart yet.',
    ko: '직장의 재가동 신고가 아직 승인되지 않았습니다.',
    ja: '勤務先の再開届がまだ承認されていません。'
  },
  'reject.other': {
    zh: '其他原因，见说明。',
    en: 'Another reason, see the note.',
    ko: '기타 사유(설명 참조).',
    ja: 'その他の理由（説明参照）。'
  },
  'hold.report-missing': {
    zh: '缺少每日健康上报',
    en: 'A daily report is missing',
    ko: '일일 보고 누락',
    ja: '毎日の報告の不足'
  },
  'hold.health': { zh: '健康原因', en: 'Health', ko: '건강상 사유', ja: '健康上の理由' },
  'hold.other': { zh: '其他原因', en: 'Another reason', ko: '기타 사유', ja: 'その他の理由' },
  'card.valid': { zh: '有效', en: 'Valid', ko: '유효', ja: '有効' },
  'card.held': { zh: '已暂停（黄色）', en: 'On hold (amber)', ko: '정지됨(노란색)', ja: '一時停止中（黄色）' },
  'card.revoked': { zh: '已作废', en: 'Void', ko: '무효', ja: '無効' },
  'card.superseded': { zh: '已换发新卡', en: 'Replaced by a newer card', ko: '새 카드로 교체됨', ja: '新しいカードに交換済み' },
  'card.expired': { zh: '已过期', en: 'Expired', ko: '만료됨', ja: '期限切れ' },
  yes: { zh: '是', en: 'Yes', ko: '예', ja: 'はい' },
  no: { zh: '否', en: 'No', ko: '아니요', ja: 'いいえ' },
  back: { zh: '上一步', en: 'Back', ko: '이전', ja: '戻る' },
  next: { zh: '下一步', en: 'Next', ko: '다음', ja: '次へ' },
  cancel: { zh: '取消', en: 'Cancel', ko: '취소', ja: 'キャンセル' },
  retry: { zh: '重试', en: 'Try again', ko: '다시 시도', ja: '再試行' },
  copy: { zh: '复制链接', en: 'Copy the link', ko: '링크 복사', ja: 'リンクをコピー' },
  copied: { zh: '已复制', en: 'Copied', ko: '복사됨', ja: 'コピーしました' },
  print: { zh: '打印', en: 'Print', ko: '인쇄', ja: '印刷' },
  optional: { zh: '（选填）', en: ' (optional)', ko: ' (선택)', ja: '（任意）' },
  loading: { zh: '正在加载…', en: 'Loading…', ko: '불러오는 중…', ja: '読み込み中…' },
  degrees: { zh: '{reading} ℃', en: '{reading} °C', ko: '{reading} ℃', ja: '{reading} ℃' }
} as const satisfies Readonly<Record<string, ShownWord>>
