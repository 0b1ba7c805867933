import t, { type Test } from 'tap'
import type { FromWorker, ToWorker } from '../../../scanner/decode/messages.ts'

/** A worker whose answers the test writes. */
class ScriptedWorker {
  readonly received: ToWorker[] = []
  terminated = false
  onmessage: (event: { data: FromWorker }) => void = () => {}
  onerror: (event: { message: string }) => void = () => {}
  onmessageerror: () => void = () => {}
  postMessage(message: ToWorker): void {
    this.received.push(message)
  }
  terminate(): void {
    this.terminated = true
  }
  say(data: FromWorker): void {
    this.onmessage({ data })
  }
  frames(): number[] {
    return this.received.flatMap(message => (message.kind === 'frame' ? [message.id] : []))
  }
}

/** A video whose frames the test shows. */
class ScriptedVideo {
  readyState = 4
  videoWidth = 1280
  private readonly callbacks = new Map<number, (now: number, frame: { presentationTime: number }) => void>()
  private count = 0
  requestVideoFrameCallback(callback: (now: number, frame: { presentationTime: number }) => void): number {
    this.callbacks.set(++this.count, callback)
    return this.count
  }
  cancelVideoFrameCallback(handle: number): void {
    this.callbacks.delete(handle)
  }
  async show(presentationTime: number): Promise<void> {
    const callbacks = [...this.callbacks.values()]
    this.callbacks.clear()
    for (const callback of callbacks) callback(presentationTime, { presentationTime })
    await new Promise(setImmediate)
  }
}

class FakeVideoFrame {
  close(): void {}
}
Object.assign(globalThis, { VideoFrame: FakeVideoFrame, OffscreenCanvas: class {} })
const { createFrameDecoder } = await import('../../../scanner/decode/frame-decoder.ts')

function setUp(t: Test, slowdown = 1) {
  const worker = new ScriptedWorker()
  const video = new ScriptedVideo()
  const failures: string[] = []
  const texts: [string, number][] = []
  const decoder = createFrameDecoder({
    slowdown,
    newWorker: () => worker as unknown as Worker,
    onFailure: failure => failures.push(failure.message)
  })
  t.teardown(() => decoder.close()) // a video that is watched keeps a process running
  const start = () =>
    decoder.start(video as unknown as HTMLVideoElement, (text, { presentedAtMs }) => texts.push([text, presentedAtMs]))
  const answer = async (id: number, text: string | null) => {
    worker.say({ kind: 'read', id, reading: { text, pass: 1, decodeMs: 4 } })
    await new Promise(setImmediate)
  }
  return { worker, video, failures, texts, decoder, start, answer }
}

t.test('frames go to the worker one at a time, the newest first', async t => {
  const { worker, video, texts, start, answer } = setUp(t, 4)
  t.same(worker.received, [{ kind: 'start', slowdown: 4 }])
  const stop = start()
  await video.show(100)
  await video.show(133)
  await video.show(166)
  t.same(worker.frames(), [0])
  await answer(0, 'CP1:A')
  t.same(texts, [['CP1:A', 100]], 'a text is told with the time its frame was shown')
  t.same(worker.frames(), [0, 1], 'the frame shown meanwhile follows at once')
  await answer(1, null)
  t.equal(texts.length, 1, 'nothing is told of a miss')
  await video.show(200)
  stop()
  await answer(2, 'CP1:B')
  await video.show(233)
  t.equal(texts.length, 1, 'nothing after the stop')
  t.same(worker.frames(), [0, 1, 2])
})

t.test('a pause looks at no frame and drops the one under way', async t => {
  const { worker, video, texts, decoder, start, answer } = setUp(t)
  start()
  await video.show(100)
  decoder.pause()
  await answer(0, 'CP1:A')
  await video.show(133)
  t.same([texts, worker.frames()], [[], [0]])
  decoder.resume()
  await video.show(166)
  await answer(1, 'CP1:B')
  t.same(texts, [['CP1:B', 166]])
})

t.test('a second start replaces the first', async t => {
  const { texts, video, start, answer, worker } = setUp(t)
  start()
  start()
  await video.show(100)
  t.same(worker.frames(), [0])
  await answer(0, 'CP1:A')
  t.equal(texts.length, 1)
})

t.test('a video that shows nothing yet is waited for', async t => {
  const { worker, video, start } = setUp(t)
  video.videoWidth = 0
  start()
  await video.show(100)
  t.same(worker.frames(), [])
  video.videoWidth = 1280
  await video.show(133)
  t.same(worker.frames(), [0])
})

t.test('a broken decoder is told once, and nothing waits for it', async t => {
  const { worker, video, failures, decoder, start } = setUp(t)
  start()
  await video.show(100)
  const file = t.rejects(decoder.decodeFile(new Blob(['x'])), { code: 'decoder-broken' })
  await new Promise(setImmediate)
  worker.say({ kind: 'broken', reason: 'self-test' })
  worker.onerror({ message: 'again' })
  await file
  await t.rejects(decoder.ready, { code: 'decoder-broken', message: 'self-test' })
  t.same(failures, ['self-test'])
  t.ok(worker.terminated)
  await video.show(133)
  t.same(worker.frames(), [0])
  await t.rejects(decoder.decodeFile(new Blob(['x'])), { code: 'decoder-broken' })
})

t.test('closing is no failure', async t => {
  const { worker, video, failures, decoder, start } = setUp(t)
  worker.say({ kind: 'ready' })
  await decoder.ready
  start()
  await video.show(100)
  decoder.close()
  decoder.close()
  await new Promise(setImmediate)
  t.same(failures, [])
  t.ok(worker.terminated)
})

t.test('files are answered by their number', async t => {
  const { worker, decoder, answer } = setUp(t)
  const [first, second, third] = ['a', 'b', 'c'].map(content => decoder.decodeFile(new Blob([content])))
  await new Promise(setImmediate)
  t.equal(worker.received.filter(({ kind }) => kind === 'file').length, 3)
  await answer(1, null)
  await answer(0, 'CP1:A')
  worker.say({ kind: 'unreadable', id: 2, reason: 'no image' })
  t.equal(await first, 'CP1:A')
  t.equal(await second, null)
  if (third) await t.rejects(third, { code: 'file-unreadable', message: 'no image' })
})
