import { mock } from 'node:test'
import t from 'tap'
import { watchVideoFrames } from '../../../scanner/decode/video-frames.ts'

type Callback = (now: number, frame: { presentationTime: number }) => void

/** A video that plays on, and tells of its pictures only when the test says so. */
function playing(clock: () => number) {
  let wanted: Callback | null = null
  const video = {
    readyState: 4,
    get currentTime() {
      return clock() / 1000
    },
    requestVideoFrameCallback(callback: Callback) {
      wanted = callback
      return 1
    },
    cancelVideoFrameCallback() {
      wanted = null
    }
  }
  return { video: video as unknown as HTMLVideoElement, tell: (at: number) => wanted?.(at, { presentationTime: at }) }
}

t.test('the pictures of a video', async t => {
  Object.assign(globalThis, { HTMLMediaElement: { HAVE_CURRENT_DATA: 2 } })
  const refreshes: FrameRequestCallback[] = []
  t.beforeEach(() => {
    refreshes.length = 0
    Object.assign(globalThis, {
      requestAnimationFrame: (callback: FrameRequestCallback) => refreshes.push(callback),
      cancelAnimationFrame: () => refreshes.splice(0)
    })
    mock.timers.enable({ apis: ['setInterval', 'Date'] })
  })
  t.afterEach(() => mock.timers.reset())

  await t.test('are those that the browser tells of', async t => {
    const seen: number[] = []
    const { video, tell } = playing(() => Date.now())
    const stop = watchVideoFrames(video, at => seen.push(at))
    for (let at = 0; at < 5_000; at += 250) {
      tell(at)
      mock.timers.tick(250)
    }
    t.equal(seen.length, 20)
    t.equal(refreshes.length, 0, 'and the screen is not watched')
    stop()
    tell(6_000)
    t.equal(seen.length, 20)
  })

  await t.test('are taken at the screen’s refresh where the browser forgets to tell', async t => {
    const seen: number[] = []
    const { video } = playing(() => Date.now())
    const stop = watchVideoFrames(video, at => seen.push(at))
    for (let second = 0; second < 2; second++) mock.timers.tick(1_000)
    refreshes.shift()?.(2_001)
    t.same(seen, [2_001])
    stop()
    t.equal(refreshes.length, 0, 'until it is ended')
  })
})
