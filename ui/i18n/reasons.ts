import type { Reason } from '../../shared/verify/reasons.ts'
import type { Sentence } from './dictionary.ts'

/** What a reason means and what the volunteer does now. Health grounds are never named at a gate. */
export const REASON_SENTENCES: Readonly<Record<Reason, Sentence>> = {
  OK: { zh: '请通行。', en: 'Please go ahead.' },
  UNREADABLE: {
    zh: '不是本系统的通行证，请出示通行证或按访客登记。',
    en: 'Not one of our passes. Ask for the pass, or register a visitor.'
  },
  FORGED: {
    zh: '签名不符，可能是伪造的。勿放行，报社区。',
    en: 'The signature does not fit; it may be forged. Do not admit, report it.'
  },
  KEY: { zh: '签发密钥未知或已停用。勿放行，报社区。', en: 'Signed with an unknown or withdrawn key. Do not admit, report it.' },
  REVOKED: { zh: '此证已作废，请联系社区。', en: 'This pass was revoked. Call the community office.' },
  SUPERSEDED: { zh: '此证已换发，请出示新证。', en: 'This pass was replaced. Ask for the new one.' },
  HELD: { zh: '此证已暂停，请靠边等候，联系社区。', en: 'This pass is on hold. Step aside, the community will help.' },
  STALE: {
    zh: '作废名单过旧，请核对身份，尽快联网更新。',
    en: 'The list of revoked passes is old. Check identity; go online soon.'
  },
  NOT_YET: { zh: '此证尚未生效，请核对身份并登记。', en: 'This pass is not valid yet. Check identity and register.' },
  EXPIRED: { zh: '此证已过期，请到社区续办。', en: 'This pass has expired. Renew it at the community desk.' },
  WRONG_SITE: { zh: '不是本小区的通行证，按访客登记。', en: 'A pass of another compound. Use visitor registration.' },
  KIND: { zh: '本卡口不受理这类通行证。', en: 'This gate does not take passes of this kind.' },
  DRILL: { zh: '演练用证，不能放行。', en: 'For training only. It opens no gate.' },
  NIGHT: { zh: '夜间封闭，就医、应急可登记通行。', en: 'Closed at night. Medical needs and emergencies: register.' },
  QUOTA: { zh: '家庭外出次数已用完，请核实原因。', en: 'The household has used its exits. Ask for the reason.' },
  REPEAT: { zh: '刚刚扫过，只记一次。', en: 'Scanned a moment ago; counted once.' },
  VISITOR: { zh: '访客：核对登记内容和接访人。', en: 'A visitor: compare what was written down, ask the host.' },
  STAY: { zh: '访客停留超时，请核实。', en: 'The visitor stayed longer than allowed. Ask.' },
  CLOSED: { zh: '此卡口现在不走这个方向，请走其他卡口。', en: 'This gate is closed for this direction now. Use another gate.' },
  ROSTER: { zh: '无码，按名册核对本人。', en: 'No code: known from the roster. Compare the person.' },
  VEHICLE: { zh: '车辆无证，核对后登记放行。', en: 'A vehicle without a pass: check, write it down, let it through.' },
  FEVER: { zh: '体温偏高，请静坐 5 分钟后复测。', en: 'Temperature is high. Rest 5 minutes, then measure again.' },
  TEMP: { zh: '请测量体温，或重新测量。', en: 'Measure the temperature, or measure it again.' }
}
