import type { Browser, Page } from 'playwright-core'

export type Desk = { readonly page: Page; readonly faults: string[] }

/** A member of staff at the console, in a browser context of their own. */
export async function openConsole(
  browser: Browser,
  url: string,
  who: { readonly username: string; readonly password: string },
  viewport = { width: 1440, height: 900 }
): Promise<Desk> {
  const page = await (await browser.newContext({ viewport, locale: 'zh-CN' })).newPage()
  page.setDefaultTimeout(15_000)
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  await page.goto(`${url}/console/`)
  await page.locator('input').first().fill(who.username)
  await page.locator('input[type="password"]').fill(who.password)
  await page.keyboard.press('Enter')
  await page.locator('.shell-nav').first().waitFor()
  return { page, faults }
}
