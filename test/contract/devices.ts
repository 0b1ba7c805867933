import type { Test } from 'tap'
import type { Storage } from '../../server/ports/storage.ts'
import { AT, aDevice, anEnrolment } from './samples.ts'
import { withStorage } from './with-storage.ts'

export function deviceContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'a code enrols one device at its own site, also for two who use it at once', async (t, storage) => {
    await storage.addEnrolment(anEnrolment('code'))
    const [first, second] = await Promise.all(['d1', 'd2'].map(id => storage.redeemEnrolment('code', AT, aDevice(id))))
    t.same(first, { ...aDevice('d1'), site: 3, enrolledBy: 'a1' })
    t.equal(second, null)
    t.same(await storage.devices(), [first])
    t.equal(await storage.redeemEnrolment('code', AT, aDevice('d3')), null)
  })
  withStorage(t, open, 'a code that ended or was never made enrols nothing', async (t, storage) => {
    await storage.addEnrolment(anEnrolment('code'))
    t.equal(await storage.redeemEnrolment('code', AT + 1000, aDevice('d1')), null)
    t.equal(await storage.redeemEnrolment('other', AT, aDevice('d1')), null)
    t.equal(await storage.device('d1'), null)
  })
  withStorage(t, open, 'a device is revoked once; the first instant stays', async (t, storage) => {
    await storage.addEnrolment(anEnrolment('code'))
    await storage.redeemEnrolment('code', AT, aDevice('d1'))
    t.equal(await storage.revokeDevice('d1', AT + 1), true)
    t.equal(await storage.revokeDevice('d1', AT + 2), false)
    t.equal(await storage.revokeDevice('d2', AT + 2), false)
    t.equal((await storage.device('d1'))?.revokedAt, AT + 1)
  })
  withStorage(t, open, 'what a device was seen with is kept until it says otherwise', async (t, storage) => {
    await storage.addEnrolment(anEnrolment('code'))
    await storage.redeemEnrolment('code', AT, aDevice('d1'))
    await storage.touchDevice('d1', { at: AT + 1, unsent: 7, offsetMs: -(2 ** 40) })
    await storage.touchDevice('d1', { at: AT + 2 })
    t.match(await storage.device('d1'), { lastSeenAt: AT + 2, unsent: 7, offsetMs: -(2 ** 40), name: '东门手机' })
    await storage.touchDevice('d1', { at: AT + 3, unsent: 0 })
    t.match(await storage.device('d1'), { lastSeenAt: AT + 3, unsent: 0, offsetMs: -(2 ** 40) })
  })
}
