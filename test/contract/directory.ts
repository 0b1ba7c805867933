import type { Test } from 'tap'
import { DEFAULT_POLICY, type GatePolicy } from '../../shared/gate/policy.ts'
import { epochSeconds } from '../../shared/time.ts'
import type { Storage } from '../../server/ports/storage.ts'
import { AT, aRealm } from './samples.ts'
import { withStorage } from './with-storage.ts'

export function directoryContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'a fresh store is empty', async (t, storage) => {
    t.equal(await storage.realm(), null)
    t.equal(await storage.setting('theme'), null)
    for (const list of [storage.communities(), storage.sites(), storage.gates(), storage.policies()]) t.same(await list, [])
  })
  withStorage(t, open, 'there is one realm: of many who make it at once, the first does', async (t, storage) => {
    const made = await Promise.all([storage.createRealm(aRealm()), storage.createRealm(aRealm({ id: 'realm-2' }))])
    t.same(made, [true, false])
    t.equal(await storage.createRealm(aRealm({ id: 'realm-3' })), false)
    t.same(await storage.realm(), aRealm())
  })
  withStorage(t, open, 'the version of the trust bundle counts up, also when many ask at once', async (t, storage) => {
    await storage.createRealm(aRealm())
    const versions = await Promise.all([1, 2, 3, 4].map(n => storage.nextTrustVersion(AT + n)))
    t.same(
      versions.sort((a, b) => a - b),
      [2, 3, 4, 5]
    )
    t.equal(await storage.nextTrustVersion(AT + 9), 6)
    t.match(await storage.realm(), { trustVersion: 6, trustIssuedAt: AT + 9 })
  })
  withStorage(t, open, 'a setting is replaced, and text that looks like JSON stays text', async (t, storage) => {
    await storage.putSetting('limit', '1')
    await storage.putSetting('limit', '[1,2]')
    t.equal(await storage.setting('limit'), '[1,2]')
    t.equal(await storage.setting('Limit'), null)
  })
  withStorage(
    t,
    open,
    'communities, sites and gates come back as they were, and no id or number is given twice',
    async (t, storage) => {
      const community = { id: 'c1', name: '甲社区', nameEn: 'Alpha' }
      t.equal(await storage.addCommunity(community), true)
      t.equal(await storage.addCommunity({ ...community, name: '乙社区' }), false)
      t.same(await storage.communities(), [community])
      const site = { number: 65_535, community: 'c1', name: '一期', nameEn: 'Phase 1' }
      t.equal(await storage.addSite(site), true)
      t.equal(await storage.addSite({ ...site, name: '二期' }), false)
      t.equal(await storage.addSite({ ...site, number: 2 }), true)
      t.same(await storage.sites(), [{ ...site, number: 2 }, site])
      const gate = { id: 'g1', site: 2, name: '东门', nameEn: 'East', directions: ['in', 'out'] as const }
      t.equal(await storage.addGate(gate), true)
      t.equal(await storage.addGate({ ...gate, name: '西门' }), false)
      t.same(await storage.gates(), [gate])
    }
  )
  withStorage(t, open, 'policies keep the order in which they were added', async (t, storage) => {
    const later = { ...DEFAULT_POLICY, effectiveFrom: epochSeconds(100), gates: ['g1'], quota: { maxExits: 1, perDays: 2 } }
    const row = (policy: GatePolicy) => ({ policy, note: '周报', createdAt: 1_000, createdBy: '王秀英' })
    const kept = { note: '周报', createdAt: 1_000, createdBy: '王秀英', endedAt: null, endedBy: null }
    const first = await storage.addPolicy(row(later))
    const second = await storage.addPolicy(row(DEFAULT_POLICY))
    t.ok(second > first, 'numbers count up')
    t.same(await storage.policies(), [
      { id: first, policy: later, ...kept },
      { id: second, policy: DEFAULT_POLICY, ...kept }
    ])
  })
  withStorage(t, open, 'a policy is ended once, or earlier than before, and its rules stay', async (t, storage) => {
    const policy = { ...DEFAULT_POLICY, effectiveFrom: epochSeconds(100), repeatSeconds: 60 }
    const id = await storage.addPolicy({ policy, note: '', createdAt: 1, createdBy: '' })
    t.equal(await storage.endPolicy(id + 1, 200, 5, '赵强'), 'missing')
    t.equal(await storage.endPolicy(id, 200, 5, '赵强'), 'ended')
    t.equal(await storage.endPolicy(id, 200, 6, '李华'), 'conflict')
    t.equal(await storage.endPolicy(id, 300, 6, '李华'), 'conflict', 'never later')
    t.match(await storage.policies(), [{ policy: { ...policy, effectiveUntil: 200 }, endedAt: 5, endedBy: '赵强' }])
    t.equal(await storage.endPolicy(id, 150, 7, '李华'), 'ended')
    t.match(await storage.policies(), [{ policy: { ...policy, effectiveUntil: 150 }, endedAt: 7, endedBy: '李华' }])
  })
}
