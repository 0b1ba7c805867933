import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './running-service.ts'
import { openScreen, until, WEBKIT, type WebkitPage } from './webkit.ts'

/** What a browser throws away when room is short: each on its own, or both. */
export type Store = 'database' | 'copy'

/** A page whose browser keeps its data on the disk, which WebKitGTK's automation sessions do not. */
export type WebkitPhone = Omit<WebkitPage, 'close'> & {
  /** Resolves when the page writes this line to its console. */
  said(line: string): Promise<void>
  /** SIGKILL for the browser and all of its processes at once. */
  kill(): Promise<void>
}

const MINI_BROWSER = 'webkitgtk-4.1/MiniBrowser'
const FOLDERS: Record<Store, string> = {
  database: `data/${MINI_BROWSER}/databases/indexeddb`,
  copy: `cache/${MINI_BROWSER}/CacheStorage` // this engine has no private file system: log/copy/open-journal.ts
}

/** Takes a store away from a browser that is not running, as eviction does: nobody is told. */
export const evict = (folder: string, store: Store): void => rmSync(join(folder, FOLDERS[store]), { recursive: true })

/**
 * WebKit with a folder of its own that outlives it, driven by its remote inspector. null: this machine has no WebKit.
 * The folder is that of one phone; `url` is opened at once.
 */
export async function launchWebkitPhone(folder: string, url: string): Promise<WebkitPhone | null> {
  if (WEBKIT === null) return null
  const screen = openScreen()
  const inspector = `127.0.0.1:${await freePort()}`
  const places = { HOME: folder, XDG_DATA_HOME: join(folder, 'data'), XDG_CACHE_HOME: join(folder, 'cache') }
  mkdirSync(folder, { recursive: true })
  const browser = spawn(WEBKIT.browser, ['--geometry=390x844', url], {
    detached: true, // a process group of its own, to be killed as one
    stdio: 'ignore',
    env: { ...process.env, ...screen.env, ...places, WEBKIT_INSPECTOR_HTTP_SERVER: inspector }
  })
  const kill = async (): Promise<void> => {
    await killGroup(browser)
    screen.child.kill('SIGKILL')
  }
  try {
    const page = await inspect(inspector)
    await until(() =>
      page.evaluate((wanted: string) => document.readyState === 'complete' && location.href.startsWith(wanted), url)
    )
    return { ...page, kill }
  } catch (error) {
    await kill()
    throw error
  }
}

async function killGroup(browser: ChildProcess): Promise<void> {
  if (browser.pid === undefined || browser.exitCode !== null || browser.signalCode !== null) return
  const gone = new Promise(resolve => browser.once('exit', resolve))
  process.kill(-browser.pid, 'SIGKILL')
  await gone
}

async function inspect(address: string): Promise<Omit<WebkitPhone, 'kill'>> {
  const { call, lines } = await connect(address)
  const evaluate: WebkitPage['evaluate'] = async (work, ...args) => {
    // Wrapped, so that a page which is left while it runs is an error and not a silence.
    const expression = `(async () => JSON.stringify({ value: await (${work.toString()})(...${JSON.stringify(args)}) }))()`
    const promise = await call('Runtime.evaluate', { expression })
    const outcome = await call('Runtime.awaitPromise', { promiseObjectId: promise.result?.objectId, returnByValue: true })
    if (outcome.wasThrown !== false) throw new Error(outcome.result?.description ?? JSON.stringify(outcome))
    return JSON.parse(String(outcome.result?.value)).value
  }
  const onElement = (selector: string, work: string, argument = ''): Promise<void> =>
    evaluate(
      (found: string, act: string, text: string) => {
        const element = document.querySelector(found)
        if (!(element instanceof HTMLElement)) throw new Error(`nothing fits ${found}`)
        if (act === 'click') return void setTimeout(() => element.click(), 20) // it may end the page, and this answer with it
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set?.call(element, text)
        element.dispatchEvent(new Event('input', { bubbles: true }))
      },
      selector,
      work,
      argument
    )
  /** A page that loads again has no elements for a moment; nothing was done to one that was not there. */
  const onceThere = async (work: () => Promise<void>): Promise<void> => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await work()
      } catch (error) {
        if (attempt === 50 || !String(error).includes('nothing fits')) throw error
        await wait(100)
      }
    }
  }
  return {
    evaluate,
    goto: url =>
      evaluate((to: string) => {
        const isHere = new URL(to).pathname === location.pathname
        setTimeout(() => {
          location.assign(to)
          if (isHere) location.reload() // an address that differs in its fragment alone loads nothing
        }, 50)
      }, url),
    waitFor: (selector, limitMs = 30_000) =>
      until(() => evaluate((wanted: string) => document.querySelector(wanted) !== null, selector), limitMs, selector),
    // A click that ends the page may take the answer to it along.
    click: selector =>
      onceThere(() => onElement(selector, 'click')).catch(error => {
        if (!/Missing injected script/.test(String(error))) throw error
      }),
    type: (selector, text) => onceThere(() => onElement(selector, 'type', text)),
    said: line => until(async () => lines.includes(line), 30_000, `the line “${line}”`)
  }
}

type Outcome = {
  readonly result?: { readonly objectId?: string; readonly value?: unknown; readonly description?: string }
  readonly wasThrown?: boolean
}
/** An answer or an event of the inspector's protocol, outside (of the connection) or inside (of the page). */
type Message = {
  readonly id?: number
  readonly method?: string
  readonly result?: Outcome
  readonly error?: { readonly message: string }
  // biome-ignore lint/suspicious/noExplicitAny: each event has a shape of its own
  readonly params?: any
}
type Call = (method: string, params?: object) => Promise<Outcome>

/** How long a call may take; a page that is blocked or gone answers nothing. */
const CALL_MS = 3_000

async function connect(address: string): Promise<{ call: Call; lines: readonly string[] }> {
  let path: string | undefined
  await until(async () => {
    const list = await (await fetch(`http://${address}/`)).text()
    path = /socket\/\d+\/\d+\/WebPage/.exec(list)?.[0]
    return path !== undefined
  })
  const socket = new WebSocket(`ws://${address}/${path}`)
  const waiting = new Map<number, (message: Message) => void>()
  const lines: string[] = []
  let target: string | null = null
  let last = 0
  const fromPage = (message: Message): void => {
    if (message.id !== undefined) waiting.get(message.id)?.(message)
    else if (message.method === 'Console.messageAdded') lines.push(message.params.message.text)
  }
  /** Another process shows the page from here on. */
  const follow = (next: string): void => {
    target = next
    call('Console.enable').catch(() => undefined) // gone again: the next one is told
  }
  socket.addEventListener('message', ({ data }) => {
    const { method, params }: Message = JSON.parse(String(data))
    if (method === 'Target.targetCreated' && !params.targetInfo.isProvisional) follow(params.targetInfo.targetId)
    if (method === 'Target.didCommitProvisionalTarget') follow(params.newTargetId)
    if (method === 'Target.dispatchMessageFromTarget') fromPage(JSON.parse(params.message))
  })
  const call: Call = async (method, params = {}) => {
    const id = ++last
    const answer = new Promise<Message>(resolve => waiting.set(id, resolve))
    const message = JSON.stringify({ id, method, params })
    socket.send(JSON.stringify({ id, method: 'Target.sendMessageToTarget', params: { targetId: target, message } }))
    const { result, error } = await Promise.race([
      answer,
      wait(CALL_MS, { error: { message: 'no answer' } } as Message, { ref: false })
    ])
    waiting.delete(id)
    if (error !== undefined || result === undefined) throw new Error(`${method}: ${error?.message}`)
    return result
  }
  // The first page may be replaced by another process before it answers.
  await until(async () => target !== null && (await call('Console.enable').then(() => true)))
  return { call, lines }
}
