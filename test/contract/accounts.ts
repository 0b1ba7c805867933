import type { Test } from 'tap'
import type { InviteRow, Storage } from '../../server/ports/storage.ts'
import { AT, anAccount } from './samples.ts'
import { withStorage } from './with-storage.ts'

const INVITE: InviteRow = { tokenHash: 'token', role: 'administrator', expiresAt: AT + 1000, usedAt: null }

export function accountContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'an account is found by id and by user name, with every field', async (t, storage) => {
    const account = anAccount('a1', { role: 'community-worker', community: 'c1', active: false })
    t.equal(await storage.addAccount(account), true)
    t.same(await storage.accountById('a1'), account)
    t.same(await storage.accountByUsername('user-a1'), account)
    t.same(await storage.accounts(), [account])
    t.equal(await storage.accountById('a2'), null)
    t.equal(await storage.accountByUsername('a1'), null)
  })
  withStorage(t, open, 'of two accounts with one user name at once, one is added', async (t, storage) => {
    const both = ['a1', 'a2'].map(id => storage.addAccount(anAccount(id, { username: 'same' })))
    t.same(await Promise.all(both), [true, false])
    t.equal((await storage.accounts()).length, 1)
  })
  withStorage(t, open, 'a change touches the named fields only', async (t, storage) => {
    await storage.addAccount(anAccount('a1'))
    t.equal(await storage.changeAccount('a1', { passwordHash: 'new', sessionsFrom: AT + 1 }), 'changed')
    t.same(await storage.accountById('a1'), anAccount('a1', { passwordHash: 'new', sessionsFrom: AT + 1 }))
    t.equal(await storage.changeAccount('a2', { displayName: '甲' }), 'missing')
  })
  withStorage(t, open, 'the last active administrator stays, whoever else there is', async (t, storage) => {
    await storage.addAccount(anAccount('a1'))
    await storage.addAccount(anAccount('a2', { active: false }))
    await storage.addAccount(anAccount('a3', { role: 'community-worker' }))
    t.equal(await storage.changeAccount('a1', { active: false }), 'last-administrator')
    t.equal((await storage.accountById('a1'))?.active, true)
    t.equal(await storage.changeAccount('a3', { active: false }), 'changed')
    t.equal(await storage.changeAccount('a2', { active: true }), 'changed')
    t.equal(await storage.changeAccount('a1', { active: false }), 'changed')
  })
  withStorage(t, open, 'two administrators who close each other at once leave one', async (t, storage) => {
    await storage.addAccount(anAccount('a1'))
    await storage.addAccount(anAccount('a2'))
    const both = await Promise.all(['a1', 'a2'].map(id => storage.changeAccount(id, { active: false })))
    t.same(both.sort(), ['changed', 'last-administrator'])
  })
  withStorage(t, open, 'an invitation makes one account, also for two who use it at once', async (t, storage) => {
    await storage.addInvite(INVITE)
    const both = ['a1', 'a2'].map(id => storage.redeemInvite('token', AT, anAccount(id)))
    t.same((await Promise.all(both)).sort(), ['created', 'invalid'])
    t.equal((await storage.accounts()).length, 1)
    t.equal(await storage.redeemInvite('token', AT, anAccount('a3')), 'invalid')
  })
  withStorage(t, open, 'an invitation that ended or was never made is invalid', async (t, storage) => {
    await storage.addInvite(INVITE)
    t.equal(await storage.redeemInvite('token', AT + 1000, anAccount('a1')), 'invalid')
    t.equal(await storage.redeemInvite('other', AT, anAccount('a1')), 'invalid')
    t.same(await storage.accounts(), [])
  })
  withStorage(t, open, 'a taken user name does not use the invitation up', async (t, storage) => {
    await storage.addInvite(INVITE)
    await storage.addAccount(anAccount('a1', { username: 'admin' }))
    t.equal(await storage.redeemInvite('token', AT, anAccount('a2', { username: 'admin' })), 'taken')
    t.equal(await storage.redeemInvite('token', AT, anAccount('a2')), 'created')
  })
}
