import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { launchBrowser } from '../support/browser.ts'
import { signIn } from '../support/gate-page.ts'
import { codesOfPages, noPoppler } from '../support/read-pdf.ts'
import { runService } from '../support/running-service.ts'
import { aMember, aSheet } from '../support/sheets.ts'

t.test('a community worker issues to a building, prints its cards and a household’s codes', { skip: noPoppler }, async t => {
  const dir = t.testdir()
  const service = await runService(join(dir, 'data'))
  t.teardown(service.kill)
  const api = await signIn(service.url, 'worker', 'demo-worker-2020')
  const directory = (await api('GET', '/directory')) as { sites: { number: number; community: string }[] }
  const { number: site, community } = directory.sites[0] as { number: number; community: string }
  const members = [aMember({ name: '陈小明', document: null }), aMember({ name: '王芳', document: null, phone: null })]
  const sheet = (await api('POST', '/register/households', aSheet({ site, building: '77', members }))) as { id: number }
  const issue = (await api('POST', '/mass-issues', { kind: 'person', community, building: '77', hours: 336 })) as { id: string }
  for (let state = ''; state !== 'done'; ) ({ state } = (await api('GET', `/mass-issues/${issue.id}`)) as { state: string })

  const browser = await launchBrowser()
  t.teardown(() => browser.close())
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })).newPage()
  await page.goto(`${service.url}/console/`)
  await page.getByLabel('用户名').fill('worker')
  await page.getByLabel('密码', { exact: true }).fill('demo-worker-2020')
  await page.getByRole('button', { name: '登录' }).click()
  const download = async (): Promise<Buffer> => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载 PDF' }).click()])
    return readFileSync(await file.path())
  }

  await page.goto(`${service.url}/console/#/register/${sheet.id}`)
  await page.getByRole('button', { name: '打印本户通行码' }).click()
  await page.getByText('共 2 张有效通行证').waitFor()
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/household.png` })
  t.equal((await codesOfPages(await download())).flat().length, 2, 'a code for each')

  await page.goto(`${service.url}/console/#/mass-issue`)
  await page.getByRole('button', { name: '打印', exact: true }).first().click()
  await page.getByText('共 2 张有效通行证').waitFor()
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/mass.png` })
  t.same(
    (await codesOfPages(await download())).map(({ length }) => length),
    [2, 0],
    'cards, and the list to sign'
  )

  await page.goto(`${service.url}/console/#/register`)
  await page.getByLabel('楼号').fill('77')
  await page.getByRole('button', { name: '打印通行证' }).click()
  await page.getByRole('radio', { name: '没有手机号的' }).check({ force: true })
  await page.getByText('共 1 张有效通行证').waitFor()
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/place.png` })
})
