import type { Page } from 'playwright-core'

/** Makes page and decoder that many times slower: the browser's own throttle leaves workers alone, so the decoder is told. */
export async function slowPage(page: Page, slowdown: number): Promise<void> {
  await page.addInitScript(factor => {
    const post = Worker.prototype.postMessage
    Worker.prototype.postMessage = function (this: Worker, message: unknown, moved?: unknown) {
      const isStart = typeof message === 'object' && message !== null && (message as { kind?: unknown }).kind === 'start'
      return post.call(this, isStart ? { ...message, slowdown: factor } : message, moved as never)
    } as typeof post
  }, slowdown)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
}
