import { createHash } from 'node:crypto'
import { NO_DETAILS, type LogEntry } from '../../shared/log/entry.ts'
import { epochMs } from '../../shared/time.ts'

export type EntryVector = { device: string; entry: LogEntry; previousHash: string; canonical: string; hash: string }

const DEVICE = 'device-1'

const FIRST: LogEntry = {
  number: 1,
  site: 7,
  gate: 'north',
  direction: 'in',
  deviceMs: epochMs(1_581_123_600_123),
  monotonicMs: 4_500,
  boot: 'boot-a',
  offsetMs: -250,
  method: 'camera',
  keyId: '0a1b2c3d',
  serial: 123_456,
  kind: 'person',
  verdict: 'PASS',
  reasons: ['OK'],
  admitted: true,
  ...NO_DETAILS,
  temperature: 365
}

/** The canonical texts are written out by hand; hashes are taken over them. */
const WRITTEN: readonly (readonly [entry: LogEntry, canonical: string])[] = [
  [
    FIRST,
    '["checkpoint-entry-1","device-1",1,7,"north","in",1581123600123,4500,"boot-a",-250,"camera","0a1b2c3d",123456,"person","PASS",["OK"],true,null,365,null,null,null,null,null,null,null,null,null]'
  ],
  [
    {
      ...FIRST,
      number: 2,
      direction: 'out',
      method: 'manual',
      keyId: null,
      serial: null,
      kind: null,
      verdict: 'CHECK',
      reasons: ['UNREADABLE', 'TEMP'],
      overrideReason: '急诊 "120"\n\\',
      temperature: null,
      plate: '鲁A12345',
      follows: 1,
      overrideBy: 4711,
      operator: 'slot-a7',
      purpose: 'medical',
      offsetMs: null
    },
    '["checkpoint-entry-1","device-1",2,7,"north","out",1581123600123,4500,"boot-a",null,"manual",null,null,null,"CHECK",["UNREADABLE","TEMP"],true,"急诊 \\"120\\"\\n\\\\",null,"鲁A12345",1,4711,"slot-a7",null,null,null,"medical",null]'
  ],
  [
    {
      ...FIRST,
      number: 3,
      deviceMs: epochMs(0),
      monotonicMs: 0,
      offsetMs: 0,
      serial: 0,
      verdict: 'STOP',
      reasons: ['REVOKED', 'EXPIRED'],
      admitted: false,
      overrideReason: '</script>\u2028\u0001\u007f/',
      temperature: 373,
      operator: 'pass-9',
      vehicleClass: 'truck',
      passengers: 2,
      driver: 31,
      sealed: 'eyJ.a.b.c.d'
    },
    '["checkpoint-entry-1","device-1",3,7,"north","in",0,0,"boot-a",0,"camera","0a1b2c3d",0,"person","STOP",["REVOKED","EXPIRED"],false,"</script>\u2028\\u0001\u007f/",373,null,null,null,"pass-9","truck",2,31,null,"eyJ.a.b.c.d"]'
  ]
]

/** A chain of three, hashed here without the code that the vectors are to judge. */
export function entryVectors(): EntryVector[] {
  const vectors: EntryVector[] = []
  let previousHash = '0'.repeat(64)
  for (const [entry, canonical] of WRITTEN) {
    const hash = createHash('sha256').update(Buffer.from(previousHash, 'hex')).update(canonical, 'utf8').digest('hex')
    vectors.push({ device: DEVICE, entry, previousHash, canonical, hash })
    previousHash = hash
  }
  return vectors
}
