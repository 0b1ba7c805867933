import type { BrowserContext, Page } from 'playwright-core'
import type { SheetInput } from '../../shared/schema/register.ts'
import type { StaffApi } from './staff-api.ts'
import { aMember, aSheet } from './sheets.ts'

export const GRID_PASSWORD = 'demo-grid-2020-door'

/** A grid worker's account with a grid of a few doors in the sample community; the ids of its households. */
export async function surveyStage(admin: StaffApi, office: StaffApi): Promise<{ worker: string; homes: number[] }> {
  const { communities } = await admin('GET', '/directory')
  const community = communities[0].id
  const account = { username: 'grid1', displayName: '李网格', role: 'grid-worker', community, password: GRID_PASSWORD }
  const worker = (await admin('POST', '/accounts', account)).id
  const grid = (await office('POST', '/register/grids', { community, name: '一网格', worker })).id
  const homes: number[] = []
  for (const [index, room] of ['101', '102', '201', '202', '301', '302', '401', '402'].entries()) {
    const head = aMember({ name: `住户${'甲乙丙丁戊己庚辛'.charAt(index)}`, document: null, phone: `1380013800${index}` })
    const sheet: SheetInput = aSheet({
      site: 17,
      building: String(1 + Math.floor(index / 4)),
      unit: '1',
      room,
      grid,
      members: [head]
    })
    homes.push((await office('POST', '/register/households', sheet)).id)
  }
  return { worker, homes }
}

export async function signInAt(page: Page, url: string, username: string, password: string): Promise<void> {
  await page.goto(url)
  await page.locator('input[name="username"]').fill(username)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('button[type="submit"]').click()
}

/** Faults of a page's own, for a test to find none. */
export async function pageOf(context: BrowserContext, faults: string[]): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', error => faults.push(error.message))
  return page
}
