import { join } from 'node:path'
import type { Test } from 'tap'
import { freePort } from './running-service.ts'
import { startWork, type WorkService } from './work-service.ts'

const DIST = join(import.meta.dirname, '../../dist')

/** The service with its pages at an address for browsers. Its time is this computer's, and more when the test adds to `clock.now`. */
export type ListeningWork = WorkService & { readonly url: string }

export async function listenWork(t: Test): Promise<ListeningWork> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  let ahead = 0
  const clock = {
    get now() {
      return Date.now() + ahead
    },
    set now(ms: number) {
      ahead = ms - Date.now()
    }
  }
  const service = await startWork(t, { clock, distDir: DIST, publicUrl: url })
  await service.app.listen({ port, host: '127.0.0.1' })
  return { ...service, clock, url }
}
