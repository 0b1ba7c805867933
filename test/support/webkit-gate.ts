import { type Api, keptOn } from './gate-page.ts'
import type { WebkitPage } from './webkit.ts'

/** What both ways of driving WebKit can do. */
type Page = Omit<WebkitPage, 'close'>

/** Enrols the page as a phone of site 17. */
export async function enrol(page: Page, url: string, api: Api, name = 'iPhone 1'): Promise<void> {
  const { code } = await api('POST', '/enrolments', { site: 17 })
  await page.goto(`${url}/gate/#enrol=${code}`)
  await page.waitFor('input[name="name"]')
  await page.type('input[name="name"]', name)
  await page.click('button[type="submit"]')
  await page.waitFor('[data-gate]', 60_000)
}

export async function takePost(page: Page): Promise<void> {
  await page.click('[data-gate]')
  await page.click('[data-direction="in"]')
  await page.click('[data-start]')
  await page.waitFor('.gate-scan')
}

export async function verdictOf(page: Page): Promise<string> {
  await page.waitFor('[data-verdict]', 60_000)
  return page.evaluate(() => {
    const { verdict, headline } = (document.querySelector('[data-verdict]') as HTMLElement).dataset
    return `${verdict} ${headline}`
  })
}

/** A refusal waits for the volunteer, a passage makes room by itself. */
export async function dismiss(page: Page): Promise<void> {
  await page.evaluate(() => (document.querySelector('[data-next]') as HTMLElement | null)?.click())
  await page.waitFor('.gate-scan:not(:has([data-verdict]))')
}

export const numbersOn = async (page: Page): Promise<number[]> => (await keptOn(page)).numbers
