import type { Reason } from '../../shared/verify/reasons.ts'
import type { ShownWord } from './dictionary.ts'

/**
 * What the volunteer reads: what a reason means and what to do now. Health grounds are never named at a gate.
 * What the resident reads is in resident-reasons.ts, which is loaded when the screen is turned.
 */
export const REASON_SENTENCES: Readonly<Record<Reason, ShownWord>> = {
  OK: { zh: '请通行。', en: 'Please go ahead.', ko: '통과시키세요.', ja: 'お通しください。' },
  UNREADABLE: {
    zh: '不是本系统的通行证，请出示通行证或按访客登记。',
    en: 'Not one of our passes. Ask for the pass, or register a visitor.',
    ko: '우리 통행증이 아닙니다. 통행증을 요청하거나 방문자로 등록하세요.',
    ja: '当システムの通行証ではありません。通行証を求めるか、訪問者として登録してください。'
  },
  FORGED: {
    zh: '签名不符，可能是伪造的。勿放行，报社区。',
    en: 'The signature does not fit; it may be forged. Do not admit, report it.',
    ko: '서명이 맞지 않습니다. 위조일 수 있으니 통과시키지 말고 신고하세요.',
    ja: '署名が一致せず、偽造の可能性があります。通さずに報告してください。'
  },
  KEY: {
    zh: '签发密钥未知或已停用。勿放行，报社区。',
    en: 'Signed with an unknown or withdrawn key. Do not admit, report it.',
    ko: '알 수 없거나 폐기된 키로 서명되었습니다. 통과시키지 말고 신고하세요.',
    ja: '不明または失効した鍵で署名されています。通さずに報告してください。'
  },
  REVOKED: {
    zh: '此证已作废，请联系社区。',
    en: 'This pass was revoked. Call the community office.',
    ko: '취소된 통행증입니다. 주민위원회에 연락하세요.',
    ja: '取り消された通行証です。社区に連絡してください。'
  },
  SUPERSEDED: {
    zh: '此证已换发，请出示新证。',
    en: 'This pass was replaced. Ask for the new one.',
    ko: '재발급된 통행증입니다. 새 통행증을 요청하세요.',
    ja: '再発行済みの通行証です。新しいものを求めてください。'
  },
  HELD: {
    zh: '此证已暂停，请靠边等候，联系社区。',
    en: 'This pass is on hold. Step aside, the community will help.',
    ko: '일시 정지된 통행증입니다. 옆에서 기다리게 하고 주민위원회에 연락하세요.',
    ja: '一時停止中の通行証です。脇で待ってもらい、社区に連絡してください。'
  },
  STALE: {
    zh: '作废名单过旧，请核对身份，尽快联网更新。',
    en: 'The list of revoked passes is old. Check identity; go online soon.',
    ko: '취소 목록이 오래되었습니다. 신원을 확인하고 빨리 온라인에 연결하세요.',
    ja: '失効リストが古くなっています。本人確認をし、早めに接続してください。'
  },
  NOT_YET: {
    zh: '此证尚未生效，请核对身份并登记。',
    en: 'This pass is not valid yet. Check identity and register.',
    ko: '아직 유효하지 않은 통행증입니다. 신원을 확인하고 등록하세요.',
    ja: 'まだ有効期間前です。本人確認をして登録してください。'
  },
  EXPIRED: {
    zh: '此证已过期，请到社区续办。',
    en: 'This pass has expired. Renew it at the community desk.',
    ko: '만료된 통행증입니다. 주민위원회에서 갱신해야 합니다.',
    ja: '期限切れの通行証です。社区の窓口で更新が必要です。'
  },
  WRONG_SITE: {
    zh: '不是本小区的通行证，按访客登记。',
    en: 'A pass of another compound. Use visitor registration.',
    ko: '다른 단지의 통행증입니다. 방문자로 등록하세요.',
    ja: '他の団地の通行証です。訪問者として登録してください。'
  },
  KIND: {
    zh: '本卡口不受理这类通行证。',
    en: 'This gate does not take passes of this kind.',
    ko: '이 출입구는 이 종류의 통행증을 받지 않습니다.',
    ja: 'このゲートではこの種類の通行証を扱いません。'
  },
  DRILL: {
    zh: '演练用证，不能放行。',
    en: 'For training only. It opens no gate.',
    ko: '훈련용입니다. 통과시킬 수 없습니다.',
    ja: '訓練用です。通行はできません。'
  },
  NIGHT: {
    zh: '夜间封闭，就医、应急可登记通行。',
    en: 'Closed at night. Medical needs and emergencies: register.',
    ko: '야간 폐쇄 중입니다. 진료나 긴급한 경우는 등록 후 통과시키세요.',
    ja: '夜間閉鎖中です。受診や緊急の場合は登録のうえ通してください。'
  },
  QUOTA: {
    zh: '家庭外出次数已用完，请核实原因。',
    en: 'The household has used its exits. Ask for the reason.',
    ko: '세대의 외출 횟수를 모두 썼습니다. 이유를 물어보세요.',
    ja: '世帯の外出回数を使い切っています。理由を確認してください。'
  },
  REPEAT: {
    zh: '刚刚扫过，只记一次。',
    en: 'Scanned a moment ago; counted once.',
    ko: '방금 스캔했습니다. 한 번만 기록됩니다.',
    ja: '先ほど読み取り済みです。1 回として記録します。'
  },
  VISITOR: {
    zh: '访客：核对登记内容和接访人。',
    en: 'A visitor: compare what was written down, ask the host.',
    ko: '방문자입니다. 등록 내용과 방문 대상을 확인하세요.',
    ja: '訪問者です。登録内容と訪問先を確認してください。'
  },
  STAY: {
    zh: '访客停留超时，请核实。',
    en: 'The visitor stayed longer than allowed. Ask.',
    ko: '방문 시간이 초과되었습니다. 확인하세요.',
    ja: '訪問時間を超えています。確認してください。'
  },
  CLOSED: {
    zh: '此卡口现在不开放（方向或时段），请走其他卡口。',
    en: 'This gate is closed now, for this direction or this hour. Use another gate.',
    ko: '지금 이 출입구는 이 방향이나 시간에 닫혀 있습니다. 다른 출입구를 이용하세요.',
    ja: 'このゲートは現在、この方向またはこの時間は閉まっています。他のゲートへ案内してください。'
  },
  ROSTER: {
    zh: '无码，按名册核对本人。',
    en: 'No code: known from the roster. Compare the person.',
    ko: '코드 없음. 명부로 본인을 확인하세요.',
    ja: 'コードなし。名簿で本人を確認してください。'
  },
  VEHICLE: {
    zh: '车辆无证，核对后登记放行。',
    en: 'A vehicle without a pass: check, write it down, let it through.',
    ko: '통행증 없는 차량입니다. 확인하고 기록한 뒤 통과시키세요.',
    ja: '通行証のない車両です。確認し、記録して通してください。'
  },
  FEVER: {
    zh: '体温偏高，请静坐 5 分钟后复测。',
    en: 'Temperature is high. Rest 5 minutes, then measure again.',
    ko: '체온이 높습니다. 5분 쉰 뒤 다시 재세요.',
    ja: '体温が高めです。5 分休んでから測り直してください。'
  },
  TEMP: {
    zh: '请测量体温，或重新测量。',
    en: 'Measure the temperature, or measure it again.',
    ko: '체온을 재거나 다시 재세요.',
    ja: '体温を測るか、測り直してください。'
  }
}
