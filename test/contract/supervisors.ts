import type { Test } from 'tap'
import type { Storage } from '../../server/ports/storage.ts'
import { withStorage } from './with-storage.ts'

export function supervisorContract(t: Test, open: () => Promise<Storage>): void {
  withStorage(t, open, 'a duty pass has the right only after it was granted', async (t, storage) => {
    t.equal(await storage.isSupervisor(7), false)
    await storage.grantSupervisors([{ serial: 7, endsAt: 100 }])
    t.equal(await storage.isSupervisor(7), true)
    t.equal(await storage.isSupervisor(8), false)
  })
  withStorage(t, open, 'granting twice is granting once', async (t, storage) => {
    await storage.grantSupervisors([{ serial: 7, endsAt: 100 }])
    await storage.grantSupervisors([
      { serial: 7, endsAt: 100 },
      { serial: 3, endsAt: 100 }
    ])
    t.same(await storage.supervisors(0), [3, 7])
  })
  withStorage(t, open, 'a pass that ended is not named any more', async (t, storage) => {
    await storage.grantSupervisors([
      { serial: 1, endsAt: 100 },
      { serial: 2, endsAt: 101 }
    ])
    t.same(await storage.supervisors(100), [2])
  })
}
