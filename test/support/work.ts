import { createHash, randomBytes } from 'node:crypto'
import type { NewEmployer } from '../../shared/schema/work-employer.ts'
import type { NewApplication, WorkDeclaration } from '../../shared/schema/work.ts'
import { citizenCheck } from './citizen.ts'

export const aSecret = (): string => randomBytes(16).toString('base64url')

let people = 0
/** A citizen's number with a right check digit, another one each time. */
export function aDocument(): string {
  const sequence = ++people
  const birth = 19700101 + (sequence % 28)
  const body = `370101${birth}${String(Math.floor(sequence / 28) % 1000).padStart(3, '0')}`
  return body + citizenCheck(body)
}

/** A healthy resident of site 1, who commits to it. */
export const aDeclaration = (change: Partial<WorkDeclaration> = {}): WorkDeclaration => ({
  purpose: 'work',
  language: 'zh',
  holder: {
    name: '陈小明',
    document: { number: aDocument() },
    phone: `154${String(++people).padStart(8, '0')}`,
    site: 1,
    building: '9',
    unit: '2',
    room: '1103'
  },
  workplace: { name: '测试建筑公司', creditCode: null, contact: null, phone: null, destination: null, transport: 'bicycle' },
  health: {
    residentSince14Days: true,
    symptoms: [],
    diagnosed: false,
    closeContact: false,
    hubeiContact: false,
    leftProvince: false,
    returnedOn: null,
    temperature: 365
  },
  proxy: null,
  committed: true,
  ...change
})

export const anApplication = (change: Partial<NewApplication> = {}): NewApplication => ({
  ...aDeclaration(),
  secret: aSecret(),
  ...change
})

export const anEmployer = (community: string, change: Partial<NewEmployer> = {}): NewEmployer => ({
  name: '测试建筑公司',
  creditCode: '91350100M000100Y43',
  community,
  address: '舜华路1号',
  legalRepresentative: '王经理',
  contact: { name: '李联系', phone: '15400009999' },
  secret: aSecret(),
  ...change
})

export const aFiling = {
  staff: 40,
  restartOn: '2026-12-01',
  plan: '分批复工',
  suppliesDays: 7,
  isolationRooms: 2,
  committed: true
}

/** The smallest picture that is a JPEG by its segments. */
export const aPhoto = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffc0000b080001000101011100ffda0008010100003f0012ffd9',
  'hex'
)

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url')
