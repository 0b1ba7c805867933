import type { Reason } from '../../shared/verify/reasons.ts'
import type { ShownWord } from './dictionary.ts'

/** What is the matter, and what to do now. */
export type ResidentSentence = { readonly reason: ShownWord; readonly next: ShownWord }

const WAIT_ASIDE: ShownWord = {
  zh: '请靠边稍候，社区工作人员会帮助您。',
  en: 'Please wait at the side. The community office will help you.',
  ko: '옆에서 잠시 기다려 주세요. 주민위원회가 도와드립니다.',
  ja: '脇で少しお待ちください。社区の担当者がお手伝いします。'
}
const SHOW_DOCUMENT: ShownWord = {
  zh: '请出示身份证件，由志愿者核对。',
  en: 'Please show an identity document to the volunteer.',
  ko: '자원봉사자에게 신분증을 보여 주세요.',
  ja: '身分証明書をボランティアに見せてください。'
}
const REGISTER: ShownWord = {
  zh: '请在此登记：姓名、电话、去哪一户。',
  en: 'Please register here: name, phone, whom you visit.',
  ko: '여기에서 등록해 주세요: 이름, 전화번호, 방문할 세대.',
  ja: 'こちらで登録してください：氏名、電話番号、訪問先。'
}
const OTHER_GATE: ShownWord = {
  zh: '请走其他出入口，志愿者会告诉您怎么走。',
  en: 'Please use another gate. The volunteer will show you the way.',
  ko: '다른 출입구를 이용해 주세요. 자원봉사자가 안내해 드립니다.',
  ja: '他の出入口をご利用ください。ボランティアがご案内します。'
}
const MEASURE: ShownWord = {
  zh: '请到旁边静坐 5 分钟，再测一次。',
  en: 'Please sit down at the side for 5 minutes, then measure once more.',
  ko: '옆에서 5분간 앉아 쉰 뒤 한 번 더 재 주세요.',
  ja: '脇で 5 分ほどお座りになり、もう一度測ってください。'
}

/**
 * What the resident reads when the volunteer turns the screen. Everybody in the queue can read it too: no ground that
 * concerns a person's health stands here, and no suspicion.
 */
export const RESIDENT_SENTENCES: Readonly<Record<Reason, ResidentSentence>> = {
  OK: {
    reason: { zh: '可以通行。', en: 'You may go through.', ko: '통과하셔도 됩니다.', ja: 'お通りいただけます。' },
    next: { zh: '请慢走。', en: 'Please go ahead.', ko: '조심히 가세요.', ja: 'どうぞお進みください。' }
  },
  UNREADABLE: {
    reason: {
      zh: '这不是本小区的通行证，或者没有扫清楚。',
      en: 'This is not a pass of ours, or it could not be read.',
      ko: '이곳의 통행증이 아니거나 제대로 읽히지 않았습니다.',
      ja: 'こちらの通行証ではないか、読み取れませんでした。'
    },
    next: {
      zh: '请打开通行证，调亮屏幕再扫；没有通行证请登记。',
      en: 'Open your pass, make the screen brighter, scan again. Without a pass, please register.',
      ko: '통행증을 열고 화면을 밝게 한 뒤 다시 스캔하세요. 통행증이 없으면 등록해 주세요.',
      ja: '通行証を開き、画面を明るくして読み取り直してください。お持ちでない方は登録してください。'
    }
  },
  FORGED: {
    reason: {
      zh: '这个通行码核对不上。',
      en: 'This code could not be confirmed.',
      ko: '이 코드를 확인할 수 없습니다.',
      ja: 'このコードは確認できませんでした。'
    },
    next: WAIT_ASIDE
  },
  KEY: {
    reason: {
      zh: '这个通行码核对不上。',
      en: 'This code could not be confirmed.',
      ko: '이 코드를 확인할 수 없습니다.',
      ja: 'このコードは確認できませんでした。'
    },
    next: WAIT_ASIDE
  },
  REVOKED: {
    reason: {
      zh: '此通行证已不能使用。',
      en: 'This pass can no longer be used.',
      ko: '이 통행증은 더 이상 사용할 수 없습니다.',
      ja: 'この通行証はご利用いただけません。'
    },
    next: {
      zh: '请联系社区居委会，重新办理。',
      en: "Please contact the residents' committee for a new pass.",
      ko: '주민위원회에 연락해 새로 발급받으세요.',
      ja: '社区の居民委員会に連絡し、再度お手続きください。'
    }
  },
  SUPERSEDED: {
    reason: {
      zh: '此通行证已换成新证。',
      en: 'This pass has been replaced by a newer one.',
      ko: '이 통행증은 새 통행증으로 바뀌었습니다.',
      ja: 'この通行証は新しいものに切り替わっています。'
    },
    next: {
      zh: '请出示新的通行证。',
      en: 'Please show the new pass.',
      ko: '새 통행증을 보여 주세요.',
      ja: '新しい通行証を見せてください。'
    }
  },
  HELD: {
    reason: {
      zh: '此通行证暂时不能使用。',
      en: 'This pass cannot be used for the time being.',
      ko: '이 통행증은 일시적으로 사용할 수 없습니다.',
      ja: 'この通行証は一時的にご利用いただけません。'
    },
    next: WAIT_ASIDE
  },
  STALE: {
    reason: {
      zh: '本卡口的资料需要更新，与您的通行证无关。',
      en: 'The data of this gate are not up to date. Your pass is not the problem.',
      ko: '이 출입구의 자료가 최신이 아닙니다. 통행증의 문제가 아닙니다.',
      ja: 'このゲートのデータが最新ではありません。お客様の通行証の問題ではありません。'
    },
    next: SHOW_DOCUMENT
  },
  NOT_YET: {
    reason: {
      zh: '此通行证还没有到生效时间。',
      en: 'This pass is not valid yet.',
      ko: '이 통행증은 아직 유효 기간 전입니다.',
      ja: 'この通行証はまだ有効期間前です。'
    },
    next: SHOW_DOCUMENT
  },
  EXPIRED: {
    reason: {
      zh: '此通行证已过期。',
      en: 'This pass has expired.',
      ko: '이 통행증은 만료되었습니다.',
      ja: 'この通行証は期限が切れています。'
    },
    next: {
      zh: '请到社区续办；回家的居民可出示证件，登记后进入。',
      en: 'Please renew it at the community office. On your way home: show a document and register.',
      ko: '주민위원회에서 갱신해 주세요. 귀가하시는 분은 신분증을 보이고 등록 후 들어가실 수 있습니다.',
      ja: '社区の窓口で更新してください。帰宅される方は身分証を提示し、登録のうえお入りいただけます。'
    }
  },
  WRONG_SITE: {
    reason: {
      zh: '此通行证是其他小区的。',
      en: 'This pass is for another compound.',
      ko: '다른 단지의 통행증입니다.',
      ja: '他の団地の通行証です。'
    },
    next: REGISTER
  },
  KIND: {
    reason: {
      zh: '本出入口不受理这类通行证。',
      en: 'This gate does not take passes of this kind.',
      ko: '이 출입구에서는 이 종류의 통행증을 받지 않습니다.',
      ja: 'この出入口ではこの種類の通行証をご利用いただけません。'
    },
    next: {
      zh: '请向志愿者说明来意。',
      en: 'Please tell the volunteer what you need.',
      ko: '자원봉사자에게 용건을 말씀해 주세요.',
      ja: 'ご用件をボランティアにお伝えください。'
    }
  },
  DRILL: {
    reason: {
      zh: '这是演练用的通行证。',
      en: 'This is a pass for training.',
      ko: '훈련용 통행증입니다.',
      ja: '訓練用の通行証です。'
    },
    next: {
      zh: '请出示您自己的通行证。',
      en: 'Please show your own pass.',
      ko: '본인의 통행증을 보여 주세요.',
      ja: 'ご本人の通行証を見せてください。'
    }
  },
  NIGHT: {
    reason: {
      zh: '现在是夜间封闭时间。',
      en: 'The compound is closed at this hour.',
      ko: '지금은 야간 폐쇄 시간입니다.',
      ja: '現在は夜間閉鎖の時間です。'
    },
    next: {
      zh: '就医或有急事，请告诉志愿者，登记后通行。',
      en: 'For a doctor or an emergency, tell the volunteer and register.',
      ko: '진료나 급한 일이 있으면 자원봉사자에게 말씀하고 등록해 주세요.',
      ja: '受診や急用の場合は、ボランティアに伝えて登録してください。'
    }
  },
  QUOTA: {
    reason: {
      zh: '您家的外出次数已用完。',
      en: 'Your household has used its exits.',
      ko: '귀 세대의 외출 횟수를 모두 사용하셨습니다.',
      ja: 'ご世帯の外出回数を使い切っています。'
    },
    next: {
      zh: '上班、上学、就医或有急事，请告诉志愿者。',
      en: 'For work, school, a doctor or an emergency, tell the volunteer.',
      ko: '출근, 등교, 진료나 급한 일이 있으면 자원봉사자에게 말씀해 주세요.',
      ja: '通勤、通学、受診や急用の場合は、ボランティアにお伝えください。'
    }
  },
  REPEAT: {
    reason: {
      zh: '刚刚已经扫过了。',
      en: 'It was scanned a moment ago.',
      ko: '방금 이미 스캔했습니다.',
      ja: '先ほど読み取りました。'
    },
    next: { zh: '请通行。', en: 'Please go ahead.', ko: '통과하세요.', ja: 'お通りください。' }
  },
  VISITOR: {
    reason: {
      zh: '访客需要登记和核对。',
      en: 'Visitors are registered and checked.',
      ko: '방문자는 등록과 확인이 필요합니다.',
      ja: '訪問者は登録と確認が必要です。'
    },
    next: {
      zh: '请稍候，志愿者会联系您要找的住户。',
      en: 'Please wait. The volunteer will ask your host.',
      ko: '잠시 기다려 주세요. 자원봉사자가 방문할 세대에 확인합니다.',
      ja: '少しお待ちください。ボランティアが訪問先に確認します。'
    }
  },
  STAY: {
    reason: {
      zh: '您的来访时间已超过规定。',
      en: 'Your visit took longer than allowed.',
      ko: '방문 시간이 허용된 시간을 넘었습니다.',
      ja: '訪問時間が決められた時間を超えています。'
    },
    next: {
      zh: '请向志愿者说明原因。',
      en: 'Please tell the volunteer why.',
      ko: '자원봉사자에게 이유를 말씀해 주세요.',
      ja: '理由をボランティアにお伝えください。'
    }
  },
  CLOSED: {
    reason: {
      zh: '此出入口现在不开放。',
      en: 'This gate is closed now.',
      ko: '이 출입구는 지금 닫혀 있습니다.',
      ja: 'この出入口は現在閉まっています。'
    },
    next: OTHER_GATE
  },
  ROSTER: {
    reason: {
      zh: '没有扫码，需要核对本人。',
      en: 'Without a code we have to make sure that it is you.',
      ko: '코드가 없어 본인 확인이 필요합니다.',
      ja: 'コードがないため、ご本人の確認が必要です。'
    },
    next: SHOW_DOCUMENT
  },
  VEHICLE: {
    reason: {
      zh: '此车没有通行证。',
      en: 'This vehicle has no pass.',
      ko: '이 차량은 통행증이 없습니다.',
      ja: 'この車両には通行証がありません。'
    },
    next: {
      zh: '请告诉志愿者去哪里、做什么，登记后通行。',
      en: 'Tell the volunteer where you are going and why; it is written down.',
      ko: '행선지와 용건을 자원봉사자에게 말씀하고 등록해 주세요.',
      ja: '行き先とご用件をボランティアに伝え、登録してください。'
    }
  },
  FEVER: {
    reason: {
      zh: '需要再量一次。',
      en: 'We need to measure once more.',
      ko: '한 번 더 재야 합니다.',
      ja: 'もう一度測る必要があります。'
    },
    next: MEASURE
  },
  TEMP: {
    reason: {
      zh: '通行前需要量体温。',
      en: 'We measure the temperature before you go on.',
      ko: '통과 전에 체온을 재야 합니다.',
      ja: '通行の前に体温を測ります。'
    },
    next: {
      zh: '请站到志愿者面前。',
      en: 'Please step up to the volunteer.',
      ko: '자원봉사자 앞에 서 주세요.',
      ja: 'ボランティアの前にお立ちください。'
    }
  }
}
