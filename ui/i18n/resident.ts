import type { Reason } from '../../shared/verify/reasons.ts'
import type { ShownWord } from './dictionary.ts'

/** What a resident is told at the gate: why, and what to do now. */
export type ResidentWords = { readonly why: ShownWord; readonly next: ShownWord }

const CALL_OFFICE: ShownWord = {
  zh: '请靠边稍候，工作人员会联系社区。',
  en: 'Please wait at the side. We are calling the community office.',
  ko: '옆에서 잠시 기다려 주세요. 직원이 주민센터에 연락합니다.',
  ja: '脇で少々お待ちください。係員が地区事務所に連絡します。'
}
const SHOW_ID: ShownWord = {
  zh: '请出示身份证件，由工作人员登记。',
  en: 'Please show an identity document. We will write it down.',
  ko: '신분증을 보여 주세요. 직원이 기록합니다.',
  ja: '身分証を見せてください。係員が記録します。'
}
const NOT_ACCEPTED: ShownWord = {
  zh: '系统无法确认这个二维码。',
  en: 'This code could not be confirmed.',
  ko: '이 코드를 확인할 수 없습니다.',
  ja: 'このコードを確認できません。'
}
const MEASURE: ResidentWords = {
  why: {
    zh: '需要再量一次体温。',
    en: 'We need to take your temperature again.',
    ko: '체온을 다시 재야 합니다.',
    ja: 'もう一度検温が必要です。'
  },
  next: {
    zh: '请在旁边坐 5 分钟，然后再量一次。',
    en: 'Please rest at the side for 5 minutes. Then it is taken again.',
    ko: '옆에서 5분간 쉬신 뒤 다시 재겠습니다.',
    ja: '脇で5分ほど休んでください。もう一度検温します。'
  }
}
const GO_ON: ResidentWords = {
  why: { zh: '已核验。', en: 'Your pass was checked.', ko: '확인되었습니다.', ja: '確認しました。' },
  next: {
    zh: '请通行，谢谢配合。',
    en: 'Please go ahead. Thank you.',
    ko: '지나가세요. 감사합니다.',
    ja: 'お通りください。ありがとうございます。'
  }
}

/** For the person in front of the gate. A ground of health is never among them. */
export const RESIDENT_WORDS: Readonly<Record<Reason, ResidentWords>> = {
  OK: GO_ON,
  REPEAT: GO_ON,
  UNREADABLE: {
    why: {
      zh: '这不是本社区的通行证二维码。',
      en: 'This is not a pass of this community.',
      ko: '이 단지의 통행증 코드가 아닙니다.',
      ja: 'この地区の通行証ではありません。'
    },
    next: {
      zh: '请打开通行证页面，或出示纸质通行证；没有的请登记。',
      en: 'Please open your pass or show the paper one. Without a pass you can register here.',
      ko: '통행증 화면을 열거나 종이 통행증을 보여 주세요. 없으면 여기서 등록할 수 있습니다.',
      ja: '通行証の画面か紙の通行証を見せてください。ない方はここで登録できます。'
    }
  },
  FORGED: { why: NOT_ACCEPTED, next: CALL_OFFICE },
  KEY: { why: NOT_ACCEPTED, next: CALL_OFFICE },
  REVOKED: {
    why: {
      zh: '这张通行证已不能使用。',
      en: 'This pass can no longer be used.',
      ko: '이 통행증은 더 이상 쓸 수 없습니다.',
      ja: 'この通行証は使えなくなりました。'
    },
    next: CALL_OFFICE
  },
  SUPERSEDED: {
    why: {
      zh: '这张通行证已换新证。',
      en: 'This pass was replaced by a newer one.',
      ko: '새 통행증으로 교체되었습니다.',
      ja: 'この通行証は新しいものに替わりました。'
    },
    next: {
      zh: '请出示新的通行证。',
      en: 'Please show the newer pass.',
      ko: '새 통행증을 보여 주세요.',
      ja: '新しい通行証を見せてください。'
    }
  },
  HELD: {
    why: {
      zh: '这张通行证暂停使用。',
      en: 'This pass is on hold.',
      ko: '이 통행증은 일시 정지되었습니다.',
      ja: 'この通行証は一時停止中です。'
    },
    next: CALL_OFFICE
  },
  STALE: {
    why: {
      zh: '本卡口的资料需要更新。',
      en: 'The data of this gate are out of date.',
      ko: '이 출입구의 자료가 오래되었습니다.',
      ja: 'この入口の情報が古くなっています。'
    },
    next: SHOW_ID
  },
  NOT_YET: {
    why: {
      zh: '通行证还没有到生效时间。',
      en: 'Your pass is not valid yet.',
      ko: '통행증이 아직 유효하지 않습니다.',
      ja: '通行証の有効期間はまだ始まっていません。'
    },
    next: SHOW_ID
  },
  EXPIRED: {
    why: {
      zh: '通行证已过期。',
      en: 'Your pass has expired.',
      ko: '통행증 기간이 끝났습니다.',
      ja: '通行証の期限が切れています。'
    },
    next: {
      zh: '请先在这里登记，再到社区续办。',
      en: 'Please register here, then renew it at the community desk.',
      ko: '여기서 등록한 뒤 주민센터에서 연장하세요.',
      ja: 'ここで登録し、地区事務所の窓口で更新してください。'
    }
  },
  WRONG_SITE: {
    why: {
      zh: '这是别的小区的通行证。',
      en: 'This pass is for another compound.',
      ko: '다른 단지의 통행증입니다.',
      ja: '他の団地の通行証です。'
    },
    next: {
      zh: '请回自己小区的门，或在这里按访客登记。',
      en: 'Please use your own gate, or register here as a visitor.',
      ko: '본인 단지의 출입구를 이용하거나 여기서 방문객으로 등록하세요.',
      ja: 'ご自分の団地の入口をご利用になるか、ここで訪問者として登録してください。'
    }
  },
  KIND: {
    why: {
      zh: '本卡口不受理这类通行证。',
      en: 'This gate does not take this kind of pass.',
      ko: '이 출입구에서는 이 종류의 통행증을 쓸 수 없습니다.',
      ja: 'この入口ではこの種類の通行証は使えません。'
    },
    next: {
      zh: '请走其他卡口，工作人员会指路。',
      en: 'Please use another gate. We will show you the way.',
      ko: '다른 출입구를 이용해 주세요. 직원이 안내합니다.',
      ja: '他の入口をご利用ください。係員がご案内します。'
    }
  },
  DRILL: {
    why: { zh: '这是演练用的证。', en: 'This pass is for training only.', ko: '훈련용 통행증입니다.', ja: 'これは訓練用です。' },
    next: {
      zh: '请出示自己的通行证。',
      en: 'Please show your own pass.',
      ko: '본인의 통행증을 보여 주세요.',
      ja: 'ご自分の通行証を見せてください。'
    }
  },
  NIGHT: {
    why: {
      zh: '夜间封闭时段，暂不能外出。',
      en: 'The gate is closed at night.',
      ko: '야간에는 출입구가 닫혀 있습니다.',
      ja: '夜間は閉鎖しています。'
    },
    next: {
      zh: '就医或紧急情况请告诉我们，可以登记通行。',
      en: 'For medical care or an emergency, tell us: you can register and go.',
      ko: '진료나 긴급한 일이면 말씀해 주세요. 등록 후 나갈 수 있습니다.',
      ja: '受診や緊急の場合はお知らせください。登録して通れます。'
    }
  },
  QUOTA: {
    why: {
      zh: '本户的外出次数已用完。',
      en: 'Your household has used its exits.',
      ko: '세대의 외출 횟수를 모두 사용했습니다.',
      ja: 'ご家庭の外出回数を使い切りました。'
    },
    next: {
      zh: '有特殊需要请告诉我们，工作人员会核实。',
      en: 'If you have a special need, tell us. We will check it.',
      ko: '특별한 사정이 있으면 말씀해 주세요. 직원이 확인합니다.',
      ja: '特別な事情があればお知らせください。係員が確認します。'
    }
  },
  VISITOR: {
    why: {
      zh: '访客需要核对登记。',
      en: 'Visitors are checked first.',
      ko: '방문객은 확인이 필요합니다.',
      ja: '訪問者の確認が必要です。'
    },
    next: {
      zh: '请出示身份证件，并说出要找的人。',
      en: 'Please show an identity document and say whom you visit.',
      ko: '신분증을 보여 주시고 방문할 분을 말씀해 주세요.',
      ja: '身分証を見せて、訪問先の方をお知らせください。'
    }
  },
  STAY: {
    why: {
      zh: '停留时间超过了登记的时限。',
      en: 'You stayed longer than was registered.',
      ko: '등록한 체류 시간을 넘었습니다.',
      ja: '登録した滞在時間を超えています。'
    },
    next: {
      zh: '请说明情况，由工作人员登记。',
      en: 'Please tell us why. We will write it down.',
      ko: '사정을 말씀해 주세요. 직원이 기록합니다.',
      ja: '事情をお知らせください。係員が記録します。'
    }
  },
  CLOSED: {
    why: {
      zh: '这个门现在不走这个方向。',
      en: 'This gate is closed in this direction now.',
      ko: '지금은 이 방향으로 다닐 수 없습니다.',
      ja: '今この方向へは通れません。'
    },
    next: {
      zh: '请走其他卡口，工作人员会指路。',
      en: 'Please use another gate. We will show you the way.',
      ko: '다른 출입구를 이용해 주세요. 직원이 안내합니다.',
      ja: '他の入口をご利用ください。係員がご案内します。'
    }
  },
  ROSTER: {
    why: {
      zh: '没有二维码，需要核对本人。',
      en: 'Without a code we check who you are.',
      ko: '코드가 없어 본인 확인이 필요합니다.',
      ja: 'コードがないため本人確認が必要です。'
    },
    next: SHOW_ID
  },
  VEHICLE: {
    why: {
      zh: '车辆没有通行证，需要登记。',
      en: 'The vehicle has no pass and is written down.',
      ko: '차량 통행증이 없어 등록이 필요합니다.',
      ja: '車両の通行証がないため登録が必要です。'
    },
    next: {
      zh: '请停车稍候，告诉我们去哪里。',
      en: 'Please stop here and tell us where you go.',
      ko: '차를 세우고 행선지를 말씀해 주세요.',
      ja: '停車して、行き先をお知らせください。'
    }
  },
  FEVER: MEASURE,
  TEMP: MEASURE
}
