import { makeCitizenId } from '../../shared/identity/citizen-id.ts'
import type { NewPass } from '../../shared/schema/passes.ts'
import { addAccount } from '../domain/accounts.ts'
import { changePassStatus } from '../domain/change-status.ts'
import { type Context, OPERATOR, type Outcome } from '../domain/context.ts'
import { addCommunity, addGate, addSite } from '../domain/directory.ts'
import { passIssuer } from '../domain/issue-passes.ts'
import { serialSpreader } from '../domain/serials.ts'

export type DemoAccount = { readonly username: string; readonly password: string; readonly role: string }

const ACCOUNTS: readonly DemoAccount[] = [
  { username: 'admin', password: 'demo-admin-2020', role: 'administrator' },
  { username: 'worker', password: 'demo-worker-2020', role: 'community-worker' },
  { username: 'worker2', password: 'demo-worker2-2020', role: 'community-worker' }
]

/** Invented compounds of two invented communities; document numbers use a division that is never assigned to a person. */
const PLACES = [
  {
    name: '凤凰社区',
    nameEn: 'Phoenix Community',
    sites: [
      { name: '凤凰国际一期', nameEn: 'Phoenix International Phase 1' },
      { name: '凤凰公寓', nameEn: 'Phoenix Apartments' }
    ]
  },
  { name: '汇德社区', nameEn: 'Huide Community', sites: [{ name: '汇德花园', nameEn: 'Huide Garden' }] }
] as const

const FIRST_SITE = 17
const DIVISION = '370101'
const FORTNIGHT_HOURS = 336

/** A sample community with accounts, gates and passes; does nothing where it is already. */
export async function fillDemo(ctx: Context): Promise<readonly DemoAccount[]> {
  if ((await ctx.storage.accounts()).length > 0) return ACCOUNTS
  const communities: string[] = []
  let site = FIRST_SITE
  for (const place of PLACES) {
    const community = must(await addCommunity(ctx, OPERATOR, { name: place.name, nameEn: place.nameEn }))
    communities.push(community.id)
    for (const { name, nameEn } of place.sites) {
      must(await addSite(ctx, OPERATOR, { community: community.id, number: site, name, nameEn }))
      must(await addGate(ctx, OPERATOR, { site, name: '东门', nameEn: 'East gate', directions: ['in', 'out'] }))
      must(await addGate(ctx, OPERATOR, { site, name: '南门', nameEn: 'South gate', directions: ['in', 'out'] }))
      site++
    }
  }
  await issueSamples(ctx)
  const [first, second] = communities
  const homes = [null, first ?? null, second ?? null]
  const names = ['管理员', '王秀英', '赵强']
  for (const [index, { username, password, role }] of ACCOUNTS.entries()) {
    const community = homes[index] ?? null
    must(
      await addAccount(ctx, OPERATOR, {
        username,
        password,
        displayName: names[index] ?? username,
        role: role as 'administrator',
        community
      })
    )
  }
  return ACCOUNTS
}

async function issueSamples(ctx: Context): Promise<void> {
  const issuer = passIssuer(ctx, serialSpreader(ctx.signer))
  const document = (birthDate: string, sequence: number): string => makeCitizenId({ division: DIVISION, birthDate, sequence })
  const yesterday = Math.floor(ctx.env.now() / 1000) - 23 * 3600
  const samples: NewPass[] = [
    { kind: 'person', name: '陈小明', document: document('1990-03-07', 1), site: 17, hours: FORTNIGHT_HOURS },
    { kind: 'person', name: '欧阳明月', document: document('1985-12-31', 2), site: 17, hours: FORTNIGHT_HOURS },
    { kind: 'person', name: '李华', document: document('1948-05-20', 3), site: 17, hours: 22, start: yesterday },
    { kind: 'vehicle', plate: '鲁AD12345', name: '陈小明', site: 17, hours: FORTNIGHT_HOURS },
    { kind: 'vehicle', plate: '鲁A12345', site: 18, hours: FORTNIGHT_HOURS },
    { kind: 'work', name: '刘建国', document: document('1978-08-15', 5), site: 18, hours: FORTNIGHT_HOURS },
    { kind: 'visitor', name: 'Kim Min Jun', site: 19, hours: 24 },
    { kind: 'drill', name: '演练用', site: 17, hours: FORTNIGHT_HOURS }
  ]
  const passes = must(await issuer.issueMany(OPERATOR, samples))
  const held = must(await issuer.issue(OPERATOR, { kind: 'person', name: '周芳', site: 17, hours: FORTNIGHT_HOURS }))
  const revoked = must(await issuer.issue(OPERATOR, { kind: 'person', name: '吴磊', site: 17, hours: FORTNIGHT_HOURS }))
  must(await changePassStatus(ctx, OPERATOR, held.serial, { action: 'hold', reason: 'quarantine' }))
  must(await changePassStatus(ctx, OPERATOR, revoked.serial, { action: 'revoke', reason: 'lost' }))
  if (passes.length !== samples.length) throw new Error('not all samples were issued')
}

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok)
    throw new Error(
      `the sample data was refused: ${outcome.failure.code} ${outcome.failure.path ?? ''} ${outcome.failure.detail ?? ''}`
    )
  return outcome.value
}
