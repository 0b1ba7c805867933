import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './running-service.ts'

const DRIVER = '/usr/bin/WebKitWebDriver'
const SCREEN = '/usr/bin/Xvfb'
const BROWSERS = ['x86_64', 'aarch64'].map(cpu => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
const browser = BROWSERS.find(existsSync)
/** null: this machine has no WebKit to drive, or no screen for it. */
export const WEBKIT = browser !== undefined && existsSync(DRIVER) && existsSync(SCREEN) ? { browser } : null
/** The key under which WebDriver names an element (W3C WebDriver §12.2). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

export type WebkitPage = {
  goto(url: string): Promise<void>
  /** Runs the function's text in the page; it may be asynchronous. */
  evaluate<T>(work: (...args: never[]) => T | Promise<T>, ...args: unknown[]): Promise<T>
  /** Rejects when nothing fits the selector in time. */
  waitFor(selector: string, limitMs?: number): Promise<void>
  click(selector: string): Promise<void>
  type(selector: string, text: string): Promise<void>
  close(): Promise<void>
}

/** A screen that nobody sees, with what a program needs to draw on it. */
export function openScreen(): { readonly child: ChildProcess; readonly env: Readonly<Record<string, string>> } {
  const display = `:${90 + Math.floor(Math.random() * 9_000)}`
  const child = spawn(SCREEN, [display, '-screen', '0', '1280x1024x24'], { stdio: 'ignore' })
  return { child, env: { DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' } }
}

/** null: this machine has no WebKit to drive. */
export async function launchWebkit(): Promise<WebkitPage | null> {
  if (WEBKIT === null) return null
  const port = await freePort()
  const screen = openScreen()
  const driver = spawn(DRIVER, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, ...screen.env } })
  const children = [driver, screen.child]
  try {
    return await openSession(`http://127.0.0.1:${port}`, WEBKIT.browser, children)
  } catch (error) {
    for (const child of children) child.kill('SIGKILL')
    throw error
  }
}

type Answer = { value: unknown }

async function openSession(base: string, binary: string, children: readonly ChildProcess[]): Promise<WebkitPage> {
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(base + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    const { value } = (await answer.json()) as Answer
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value).slice(0, 500)}`)
    return value as T
  }
  await until(() => fetch(`${base}/status`).then(({ ok }) => ok))
  const options = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } }
  const { sessionId } = await call<{ sessionId: string }>('POST', '/session', { capabilities: { alwaysMatch: options } })
  const session = `/session/${sessionId}`
  await call('POST', `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 })
  const elementOf = async (selector: string): Promise<string> => {
    const found = await call<Record<string, string>>('POST', `${session}/element`, { using: 'css selector', value: selector })
    return found[ELEMENT] ?? ''
  }
  const page: WebkitPage = {
    goto: async url => void (await call('POST', `${session}/url`, { url })),
    async evaluate(work, ...args) {
      const script = `const done = arguments[arguments.length - 1]
        Promise.resolve((${work.toString()})(...Array.from(arguments).slice(0, -1))).then(value => done({ value }), error => done({ error: String(error) }))`
      const outcome = await call<{ value?: unknown; error?: string }>('POST', `${session}/execute/async`, { script, args })
      if (outcome.error !== undefined) throw new Error(outcome.error)
      return outcome.value as never
    },
    waitFor: (selector, limitMs = 30_000) => until(() => elementOf(selector).then(id => id !== ''), limitMs, selector),
    click: async selector => void (await call('POST', `${session}/element/${await elementOf(selector)}/click`, {})),
    type: async (selector, text) => void (await call('POST', `${session}/element/${await elementOf(selector)}/value`, { text })),
    async close() {
      await call('DELETE', session).catch(() => undefined) // the browser may be gone already
      for (const child of children) child.kill('SIGKILL')
    }
  }
  return page
}

/** Asks until it holds; an error is a no. */
export async function until(holds: () => Promise<boolean>, limitMs = 20_000, what = 'the driver'): Promise<void> {
  const end = Date.now() + limitMs
  while (Date.now() < end) {
    if (
      await holds().then(
        value => value,
        () => false
      )
    )
      return
    await wait(100)
  }
  throw new Error(`${what} did not come within ${limitMs} ms`)
}
