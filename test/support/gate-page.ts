import type { Page } from 'playwright-core'
import type { RunningService } from './running-service.ts'
import { type Answer, type StaffApi as Api, staffApi as signIn } from './staff-api.ts'

export type Issued = { serial: number; text: string; link: string }
export { type Answer, type StaffApi as Api, staffApi as signIn } from './staff-api.ts'

/** Lets the clip play until every wanted headline was shown; dismisses refusals as a volunteer would. */
export async function scanUntil(page: Page, wanted: readonly string[], limitMs: number): Promise<Set<string>> {
  const seen = new Set<string>()
  const end = Date.now() + limitMs
  while (Date.now() < end && !wanted.every(each => seen.has(each))) {
    const verdict = page.locator('[data-verdict]')
    const shown = await verdict.evaluateAll(found =>
      found.map(each => `${(each as HTMLElement).dataset.verdict} ${(each as HTMLElement).dataset.headline}`)
    )
    for (const each of shown) seen.add(each)
    const next = page.locator('[data-next]')
    if ((await next.count()) > 0) await next.click({ timeout: 1_000 }).catch(() => undefined)
    await page.waitForTimeout(60)
  }
  return seen
}

type Evaluating = { evaluate<T>(work: () => Promise<T>): Promise<T> }

export const keptOn = (page: Evaluating): Promise<{ numbers: number[]; device: string }> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const open = indexedDB.open('checkpoint-gate')
        open.onerror = () => reject(open.error)
        open.onsuccess = () => {
          const transaction = open.result.transaction(['entries', 'identity'])
          const numbers = transaction.objectStore('entries').getAllKeys()
          const self = transaction.objectStore('identity').get('self')
          transaction.oncomplete = () => {
            open.result.close()
            resolve({ numbers: numbers.result as number[], device: self.result.device })
          }
        }
      })
  )

/** Enrols the page as a phone of a site and waits until it needs the network no more. */
export async function enrolPhone(page: Page, url: string, api: Api, site = 17): Promise<void> {
  const { code } = await api('POST', '/enrolments', { site })
  await page.goto(`${url}/gate/#enrol=${code}`)
  await page.locator('input[name="name"]').fill('东门测试机')
  await page.locator('button[type="submit"]').click()
  await page.locator('[data-gate]').first().waitFor({ timeout: 60_000 })
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 })
  await page.waitForTimeout(1_000)
}

export async function takePost(page: Page): Promise<void> {
  await page.locator('[data-gate]').first().click({ timeout: 30_000 })
  await page.locator('[data-direction="in"]').click()
  await page.locator('[data-start]').click()
  await page.locator('video').waitFor({ timeout: 30_000 })
}

/** No new entries while they are counted. */
export async function leavePost(page: Page): Promise<void> {
  for (let attempt = 0; attempt < 100 && (await page.locator('[data-gate]').count()) === 0; attempt++) {
    for (const step of ['[data-next]', '[data-menu]', '[data-change-post]']) {
      const button = page.locator(step)
      if ((await button.count()) > 0) await button.click({ timeout: 1_000 }).catch(() => undefined) // the clip may cover it again
    }
  }
}

export async function everythingArrived(
  service: RunningService,
  page: Page
): Promise<{ verdict: string; reasons: string[]; number: number; label: string | null }[]> {
  await page.waitForFunction(() => document.querySelector('[data-unsent]')?.getAttribute('data-unsent') === '0', undefined, {
    timeout: 90_000
  })
  const { device } = await keptOn(page)
  const api = await signIn(service.url, 'worker', 'demo-worker-2020')
  const entries: Answer[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const found: { items: Answer[]; next: string | null } = await api(
      'GET',
      `/entries?limit=200&device=${device}${cursor === '' ? '' : `&cursor=${cursor}`}`
    )
    entries.push(...found.items)
    cursor = found.next
  }
  return entries.sort((a, b) => a.number - b.number)
}
