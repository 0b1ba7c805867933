import type { VehicleClass } from '../../shared/log/entry.ts'
import { dictionary, type Sentence } from './dictionary.ts'
import { translator } from './language.ts'

const CLASSES: Readonly<Record<`vehicle.class.${VehicleClass}`, Sentence>> = {
  'vehicle.class.car': { zh: '小车', en: 'Car' },
  'vehicle.class.truck': { zh: '货车', en: 'Truck' },
  'vehicle.class.delivery': { zh: '快递外卖', en: 'Delivery' },
  'vehicle.class.bus': { zh: '客车', en: 'Bus' },
  'vehicle.class.taxi': { zh: '出租车', en: 'Taxi' },
  'vehicle.class.ambulance': { zh: '救护', en: 'Ambulance' },
  'vehicle.class.fire': { zh: '消防', en: 'Fire' },
  'vehicle.class.police': { zh: '公安', en: 'Police' },
  'vehicle.class.utility': { zh: '抢修', en: 'Utility' },
  'vehicle.class.other': { zh: '其他车', en: 'Other' }
}

/** Words of vehicles at the gate. */
export const VEHICLE_WORDS = {
  ...CLASSES,
  ...dictionary({
    'vehicle.title': { zh: '车辆', en: 'Vehicle' },
    'vehicle.emergency': { zh: '应急车辆：直接放行', en: 'Emergency: goes at once' },
    'vehicle.classes': { zh: '无证车辆：一键登记', en: 'Without a pass: one tap' },
    'vehicle.type': { zh: '输入车牌', en: 'Type the plate' },
    'vehicle.delete': { zh: '退格', en: 'Delete' },
    'vehicle.letters': { zh: '字母', en: 'ABC' },
    'vehicle.digits': { zh: '数字', en: '123' },
    'vehicle.other': { zh: '无牌、临牌', en: 'Paper, none' },
    'vehicle.otherLabel': { zh: '临时牌号、电动车或三轮车的样子', en: 'Temporary plate, or what the vehicle looks like' },
    'vehicle.otherWrong': {
      zh: '请填写 1 至 13 个字，不要换行。',
      en: 'One short line, please: 13 Chinese or 40 Latin characters.'
    },
    'vehicle.ok': { zh: '确定', en: 'OK' },
    'vehicle.passengers': { zh: '车上乘客（不含驾驶员）', en: 'Passengers without the driver' },
    'vehicle.notCounted': { zh: '没有数', en: 'Not counted' },
    'vehicle.driver': { zh: '扫驾驶员的码', en: "Scan the driver's code" },
    'vehicle.done': { zh: '完成', en: 'Done' },
    'vehicle.more': { zh: '多一人', en: 'One more' },
    'vehicle.admit': { zh: '核对后放行：点原因', en: 'Checked? Admit: tap the reason' },
    'vehicle.refuse': { zh: '不放行 · 下一位', en: 'Not admitted · next' },
    'vehicle.reason.resident': { zh: '居民车辆', en: "Resident's car" },
    'vehicle.reason.delivery': { zh: '送货', en: 'Delivery' },
    'vehicle.reason.public': { zh: '公务、抢修', en: 'Public service, repair' },
    'vehicle.reason.medical': { zh: '就医、急救', en: 'Medical, emergency' },
    'vehicle.reason.confirmed': { zh: '社区已确认', en: 'Confirmed by the office' },
    'vehicle.verdict': { zh: '其他办法…', en: 'Other ways…' }
  })
} as const

export const tv = translator(VEHICLE_WORDS)
