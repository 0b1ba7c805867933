import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { build } from 'vite'
import { serveFolder } from '../../bench/support/static-site.ts'
import { launchBrowser } from '../support/browser.ts'
import type { Finding } from '../support/log-page/main.ts'

type Page = { findAll(): Promise<Finding[]>; writeTogether(): Promise<number>; medianAppendMs(place: string): Promise<number> }

t.test('file and cache of a real browser are journals', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'checkpoint-journals-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(import.meta.dirname, '../support/log-page'),
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } }
  })
  const site = await serveFolder(folder)
  t.teardown(() => site.close())
  const browser = await launchBrowser()
  t.teardown(() => browser.close())
  const tab = await (await browser.newContext()).newPage()
  await tab.goto(site.url)
  await tab.waitForFunction(() => 'findAll' in window)
  for (const { place, behaviour, failures } of await tab.evaluate(() => (window as unknown as Page).findAll()))
    t.same(failures, [], `${place}: ${behaviour}`)
  t.equal(await tab.evaluate(() => (window as unknown as Page).writeTogether()), 40, 'two tabs lose nothing of each other')
  for (const place of ['file', 'cache'])
    t.comment(`${place}: ${await tab.evaluate(name => (window as unknown as Page).medianAppendMs(name), place)} ms an append`)
})
