import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { usCharacter } from '../../scanner/keys/us-layout.ts'

/** For every step of a browser test. */
export const LIMIT = { timeout: 15_000 }

const CODES = [
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => `Key${letter}`),
  ...[...'0123456789'].map(digit => `Digit${digit}`)
]
const strokeOf = (character: string): { key: string; code: string; shiftKey: boolean } => {
  for (const code of [...CODES, 'Minus', 'Semicolon', 'Period', 'Slash', 'Equal'])
    for (const shiftKey of [false, true]) if (usCharacter(code, shiftKey) === character) return { key: character, code, shiftKey }
  throw new RangeError(`no key for ${character}`)
}

/** As a hardware reader writes: all keys in one go, where the focus is, at the end Enter. */
export const read = (page: Page, text: string): Promise<void> =>
  page.evaluate(
    strokes => {
      const place = document.activeElement ?? document.body
      for (const stroke of strokes)
        place.dispatchEvent(new KeyboardEvent('keydown', { ...stroke, bubbles: true, cancelable: true }))
    },
    [...[...text].map(strokeOf), { key: 'Enter', code: 'Enter', shiftKey: false }]
  )

/** `PASS OK`: until that verdict stands. */
export const verdict = (page: Page, expected: string): Promise<void> => {
  const [kind, headline] = expected.split(' ')
  return page.locator(`[data-verdict="${kind}"][data-headline="${headline}"]`).waitFor(LIMIT)
}

export const noVerdict = (page: Page): Promise<void> => page.locator('[data-verdict]').waitFor({ state: 'detached', ...LIMIT })

/** A key of the panel that is open, by its name. */
export const press = (page: Page, panel: string, ...keys: readonly string[]): Promise<void> =>
  keys.reduce(
    (before, key) => before.then(() => page.locator(`[data-panel="${panel}"] [data-key="${key}"]`).click(LIMIT)),
    Promise.resolve()
  )

export const everythingSent = (page: Page) =>
  page.waitForFunction(() => document.querySelector('[data-unsent]')?.getAttribute('data-unsent') === '0', undefined, LIMIT)

/** The gate's post, without waiting for a camera: what a reader or a hand writes needs none. */
export async function takePostAt(page: Page, gate: string, direction: 'in' | 'out' = 'in'): Promise<void> {
  await page.locator(`[data-gate="${gate}"]`).click(LIMIT)
  await page.locator(`[data-direction="${direction}"]`).click(LIMIT)
  await page.locator('[data-start]').click(LIMIT)
  await page.locator('.gate-scan').waitFor(LIMIT)
}

/** The console, signed in, in Chinese as it opens. */
export async function openConsole(browser: Browser, url: string, username: string, password: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto(`${url}/console/`)
  await page.locator('input').first().fill(username, LIMIT)
  await page.locator('input[type="password"]').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '通行记录' }).waitFor(LIMIT)
  return page
}

const SHOTS = process.env.SHOTS ?? null

/** A picture into the folder that `SHOTS` names; none without it. */
export const shoot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS !== null) await page.screenshot({ path: join(SHOTS, `${name}.png`) })
}
