export type DivisionRow = {
  /** Six digits, GB/T 2260; for a development zone, the statistical division code. */
  readonly code: string
  readonly name: string
  /** The code that replaced this one; numbers and registers that hold the old one stay valid. */
  readonly successor?: string
}

/** Jinan's counties and zones, those in force and those withdrawn. */
export const JINAN_DIVISIONS: readonly DivisionRow[] = [
  { code: '370100', name: '济南市' },
  { code: '370101', name: '市辖区' },
  { code: '370102', name: '历下区' },
  { code: '370103', name: '市中区' },
  { code: '370104', name: '槐荫区' },
  { code: '370105', name: '天桥区' },
  { code: '370112', name: '历城区' },
  { code: '370113', name: '长清区' },
  { code: '370114', name: '章丘区' },
  { code: '370115', name: '济阳区' },
  { code: '370116', name: '莱芜区' },
  { code: '370117', name: '钢城区' },
  { code: '370124', name: '平阴县' },
  { code: '370126', name: '商河县' },
  { code: '370176', name: '高新区' },
  { code: '370123', name: '长清县', successor: '370113' },
  { code: '370125', name: '济阳县', successor: '370115' },
  { code: '370171', name: '高新区', successor: '370176' },
  { code: '370181', name: '章丘市', successor: '370114' },
  { code: '371200', name: '莱芜市', successor: '370100' },
  { code: '371201', name: '市辖区', successor: '370101' },
  { code: '371202', name: '莱城区', successor: '370116' },
  { code: '371203', name: '钢城区', successor: '370117' }
]
