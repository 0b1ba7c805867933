import type { MemberInput, SheetInput } from '../../shared/schema/register.ts'

export const aMember = (change: Partial<MemberInput> = {}): MemberInput => ({
  name: '陈小明',
  sex: 'unknown',
  document: { number: '37010119900307001X' },
  phone: '15412345678',
  nationality: null,
  needs: [],
  arrival: null,
  note: null,
  relation: 'head',
  ...change
})

export const aSheet = (change: Partial<SheetInput> = {}): SheetInput => ({
  site: 1,
  building: '9',
  unit: '2',
  room: '1103',
  tenure: 'own',
  landlord: null,
  grid: null,
  note: null,
  members: [aMember()],
  vehicles: [],
  how: 'door',
  outcome: 'reached',
  ...change
})
