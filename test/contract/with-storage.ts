import type { Test } from 'tap'
import type { Storage } from '../../server/ports/storage.ts'

/** One behaviour on a storage of its own, closed afterwards. */
export function withStorage(
  t: Test,
  open: () => Promise<Storage>,
  behaviour: string,
  prove: (t: Test, storage: Storage) => Promise<void>
): void {
  t.test(behaviour, async tt => {
    const storage = await open()
    tt.teardown(() => storage.close())
    await prove(tt, storage)
  })
}
