import t from 'tap'
import type { CameraChoice } from '../../../scanner/camera/camera.ts'
import { CameraError } from '../../../scanner/camera/camera.ts'
import { DecoderBroken } from '../../../scanner/decode/decode-worker-client.ts'
import { keepPost, keptPost } from '../../../scanner/state/kept-post.ts'
import type { Shown } from '../../../scanner/state/scan.ts'
import { type CameraParts, createScanCamera } from '../../../scanner/state/scan-camera.ts'
import { TONES, VIBRATIONS } from '../../../scanner/state/signals.ts'
import { createVerdictFlow, PASS_SHOWN_MS } from '../../../scanner/state/verdict-flow.ts'
import { cachedAddress, cacheName, isOldCache } from '../../../scanner/sw/precache.ts'
import type { TrustBundle } from '../../../shared/trust/trust-bundle.ts'
import { frameText } from '../../../shared/carry/frame.ts'
import type { AdmissionNeed } from '../../../shared/gate/override-rules.ts'
import { fail, ok } from '../../../shared/result.ts'
import type { Verdict } from '../../../shared/verify/reasons.ts'
import { memoryStorage } from '../../support/gate-log.ts'

const shownOf = (text: string, verdict: Verdict): Shown => ({ text, decision: { verdict } }) as unknown as Shown

function startFlow(answers: Readonly<Record<string, Verdict | 'fails' | null>>, needs: AdmissionNeed = 'reason') {
  const told: string[] = []
  const timers: { work: () => void; ms: number; stopped: boolean }[] = []
  const flow = createVerdictFlow({
    scanner: () => ({
      async take(text) {
        const answer = answers[text] ?? null
        if (answer === 'fails') throw new Error('disk full')
        return answer === null ? null : shownOf(text, answer)
      },
      record: async ({ method }) => shownOf(method, 'CHECK'),
      goOn: async ({ text }) => shownOf(`${text} again`, 'PASS'),
      override: async ({ text }, reason, by) => {
        if (reason === 'fails') throw new Error('disk full')
        told.push(`override ${text} ${reason}${by === null ? '' : ` by ${by}`}`)
      },
      dismiss: ({ text }) => void told.push(`dismiss ${text}`)
    }),
    needs: () => needs,
    readSupervisor: async text => (text === 'SUPERVISOR' ? ok(9) : fail('no-right')),
    onVerdict: ({ text }) => void told.push(`signal ${text}`),
    onHeldBack: () => void told.push('held back'),
    onWaiting: isWaiting => void told.push(isWaiting ? 'pause' : 'resume'),
    setTimer: (work, ms) => {
      const timer = { work, ms, stopped: false }
      timers.push(timer)
      return () => {
        timer.stopped = true
      }
    }
  })
  return { flow, told, timers }
}

t.test('a PASS goes by itself and makes room for the next code at once', async t => {
  const { flow, told, timers } = startFlow({ A: 'PASS', B: 'PASS' })
  await flow.take('A', 'camera')
  await flow.take('B', 'camera')
  t.equal(flow.shown.value?.text, 'B')
  t.same(
    timers.map(({ ms, stopped }) => [ms, stopped]),
    [
      [PASS_SHOWN_MS, true],
      [PASS_SHOWN_MS, false]
    ]
  )
  timers[1]?.work()
  t.equal(flow.shown.value, null)
  t.same(told, ['signal A', 'signal B'])
})

t.test('a refusal stays until it is dismissed, and nothing is read meanwhile', async t => {
  const { flow, told, timers } = startFlow({ A: 'STOP', B: 'PASS' })
  await flow.take('A', 'camera')
  await flow.take('B', 'camera')
  t.equal(flow.shown.value?.text, 'A')
  t.equal(timers.length, 0)
  flow.dismiss()
  t.equal(flow.shown.value, null)
  t.same(told, ['signal A', 'pause', 'held back', 'dismiss A', 'resume'])
})

t.test('who scans past a refusal that stands is told that it did not count', async t => {
  const { flow, told } = startFlow({ A: 'STOP', B: 'PASS' })
  await flow.take('A', 'wedge')
  await flow.take('A', 'wedge')
  t.notOk(told.includes('held back'), 'the refused code itself is no other person')
  await flow.take('B', 'wedge')
  t.equal(flow.notice.value, 'verdict.first')
  t.equal(flow.shown.value?.text, 'A')
  flow.dismiss()
  t.equal(flow.notice.value, null)
  await flow.take('B', 'wedge')
  t.equal(flow.shown.value?.text, 'B', 'and can be scanned afterwards')
})

t.test('each severity has a rhythm of its own, for the ear and for the hand', async t => {
  const rhythms = Object.values(TONES).map(tones => tones.map(([hertz, ms]) => `${hertz > 0 ? '' : '-'}${ms}`).join(' '))
  t.equal(new Set(rhythms).size, rhythms.length, 'sounds differ in rhythm, not in pitch alone')
  const vibrations = Object.values(VIBRATIONS).map(pattern => pattern.join(' '))
  t.equal(new Set(vibrations).size, vibrations.length)
})

t.test('a refusal that is overridden is logged with its reason before it goes', async t => {
  const { flow, told } = startFlow({ A: 'CHECK' })
  await flow.take('A', 'camera')
  await flow.override('reason')
  t.same(told, ['signal A', 'pause', 'override A reason', 'dismiss A', 'resume'])
})

t.test('where a supervisor must allow it, the next code is a duty pass and nothing else', async t => {
  const { flow, told } = startFlow({ A: 'STOP', B: 'PASS' }, 'supervisor')
  await flow.take('A', 'camera')
  await flow.override('ill child')
  t.ok(flow.isSearching.value)
  t.ok(flow.shown.value, 'the refusal still stands')
  await flow.take('A', 'camera')
  t.equal(flow.notice.value, null, 'the refused code is still before the camera')
  await flow.take('B', 'camera')
  t.equal(flow.notice.value, 'duty.no-right')
  t.equal(flow.shown.value?.text, 'A')
  await flow.take('SUPERVISOR', 'camera')
  t.equal(flow.shown.value, null)
  t.notOk(flow.isSearching.value)
  t.ok(told.includes('override A ill child by 9'))
  t.ok(told.includes('dismiss SUPERVISOR'), 'the duty pass is not the next to be scanned')
})

t.test('what is never let through stands, whatever the volunteer answers', async t => {
  const { flow, told } = startFlow({ A: 'STOP' }, 'never')
  await flow.take('A', 'camera')
  await flow.override('ill child')
  t.notOk(flow.isSearching.value, 'no supervisor is looked for')
  t.equal(flow.shown.value?.text, 'A')
  t.notMatch(told.join(), /override/)
})

t.test('a search for a supervisor can be ended, and the refusal stands as before', async t => {
  const { flow, told } = startFlow({ A: 'STOP' }, 'supervisor')
  await flow.take('A', 'camera')
  await flow.override('reason')
  await flow.take('B', 'camera')
  flow.endSearch()
  t.equal(flow.notice.value, null)
  t.equal(flow.shown.value?.text, 'A')
  await flow.take('SUPERVISOR', 'camera')
  t.equal(flow.notice.value, 'verdict.first')
  t.notMatch(told.join(), /override/)
})

t.test('without an entry there is no verdict', async t => {
  const { flow, told } = startFlow({ A: 'fails', B: 'CHECK' })
  await flow.take('A', 'camera')
  t.equal(flow.shown.value, null)
  t.equal(flow.notice.value, 'log.failed')
  await flow.take('B', 'camera')
  t.equal(flow.notice.value, null, 'the next one that is logged clears it')
  await flow.override('fails')
  t.equal(flow.notice.value, 'log.failed', 'an override that was not logged is told')
  t.ok(flow.shown.value, 'and the refusal still stands')
  t.notOk(told.includes('resume'))
})

t.test('the post is kept over a reload as long as the realm has it', async t => {
  const storage = memoryStorage()
  const gates = [{ id: 'east', site: 1, name: '', nameEn: '', directions: ['in'] }]
  const trust = { gates } as unknown as TrustBundle
  keepPost(storage, { gate: 'east', direction: 'in' })
  t.same(keptPost(storage, trust, 1), { gate: 'east', direction: 'in' })
  t.equal(keptPost(storage, trust, 2), null, 'another site')
  t.equal(keptPost(storage, null, 1), null, 'nothing trusted yet')
  keepPost(storage, { gate: 'east', direction: 'out' })
  t.equal(keptPost(storage, trust, 1), null, 'a direction that the gate no longer has')
  storage.setItem('checkpoint.gate.post', '{')
  t.equal(keptPost(storage, trust, 1), null)
})

function fakeCamera(change: Partial<CameraParts['camera']> = {}) {
  const told: string[] = []
  const camera: CameraParts['camera'] = {
    list: async () => [{ id: '1', label: 'back', facing: 'environment' }] satisfies CameraChoice[],
    open: async (_host, { deviceId }) => {
      told.push(`open ${deviceId ?? 'main'}`)
      return {} as HTMLVideoElement
    },
    close: async () => void told.push('close'),
    torch: async on => {
      told.push(`torch ${on}`)
      return true
    },
    torchAvailable: () => true,
    zoom: null,
    setZoom: async () => {},
    ...change
  }
  const decoder: CameraParts['decoder'] = {
    ready: Promise.resolve(),
    start: (_video, onText) => {
      onText('CODE', { presentedAtMs: 0, decodeMs: 0, pass: 1 })
      return () => {}
    },
    pause: () => void told.push('pause'),
    resume: () => void told.push('resume'),
    decodeFile: async () => 'FILE',
    close: () => void told.push('end')
  }
  return { parts: { camera, decoder }, told }
}

t.test('the camera that was chosen is opened again after a restart', async t => {
  const storage = memoryStorage()
  const { parts, told } = fakeCamera()
  const texts: string[] = []
  const start = () => createScanCamera({ load: async () => parts, onText: text => texts.push(text), storage })
  const first = start()
  await first.open({} as HTMLElement)
  t.ok(first.isRunning.value)
  await first.choose('7')
  await first.setTorch(true)
  t.ok(first.isTorchOn.value)
  await start().open({} as HTMLElement)
  t.same(told, ['open main', 'open 7', 'torch true', 'open 7'])
  t.same(texts, ['CODE', 'CODE', 'CODE'])
})

t.test('a camera that does not open says why, and a picture can still be read', async t => {
  const { parts } = fakeCamera({ open: () => Promise.reject(new CameraError('permission-denied', 'no')) })
  const camera = createScanCamera({ load: async () => parts, onText: () => {}, storage: memoryStorage() })
  await camera.open({} as HTMLElement)
  t.equal(camera.failure.value, 'permission-denied')
  t.notOk(camera.isRunning.value)
  t.equal(await camera.readFile(new Blob([])), 'FILE')
})

t.test('the camera starts while the decoder still loads, and goes dark again when that cannot be had', async t => {
  const { parts, told } = fakeCamera()
  let breakDown = (_: Error): void => {}
  const ready = new Promise<void>((_, reject) => {
    breakDown = reject
  })
  const decoder = { ...parts.decoder, ready }
  const load = async () => ({ ...parts, decoder })
  const camera = createScanCamera({ load, onText: () => {}, storage: memoryStorage() })
  const opening = camera.open({} as HTMLElement)
  await new Promise(resolve => setTimeout(resolve, 0))
  t.same(told, ['open main'])
  t.notOk(camera.isRunning.value, 'nothing can be read yet')
  breakDown(new DecoderBroken('no WebAssembly'))
  await opening
  t.equal(camera.failure.value, 'decoder-broken')
  t.same(told, ['open main', 'close'])
})

t.test('a screen that was left opens no camera any more', async t => {
  const { parts, told } = fakeCamera()
  let arrive = (_: CameraParts): void => {}
  const load = () =>
    new Promise<CameraParts>(resolve => {
      arrive = resolve
    })
  const camera = createScanCamera({ load, onText: () => {}, storage: memoryStorage() })
  const opening = camera.open({} as HTMLElement)
  camera.close()
  arrive(parts)
  await opening
  t.same(told, ['end', 'close'])
  t.equal(camera.failure.value, null)
})

t.test('the service worker answers its own files alone, and never the API', async t => {
  const scope = 'https://gate.example/gate/'
  const urls = new Set([`${scope}index.html`, `${scope}assets/a.js`])
  const of = (path: string, mode = 'cors', method = 'GET') =>
    cachedAddress({ method, url: `https://gate.example${path}`, mode }, scope, urls)
  t.equal(of('/gate/assets/a.js'), `${scope}assets/a.js`)
  t.equal(of('/gate/', 'navigate'), `${scope}index.html`)
  t.equal(of('/gate/?x#enrol=1', 'navigate'), `${scope}index.html`)
  t.equal(of('/api/v1/gate/manifest'), null)
  t.equal(of('/gate/assets/a.js', 'cors', 'POST'), null)
  t.equal(of('/portal/', 'navigate'), null)
  t.equal(cachedAddress({ method: 'GET', url: 'https://other.example/gate/', mode: 'navigate' }, scope, urls), null)
  const [a, b] = [cacheName([{ url: 'x', hash: '1' }]), cacheName([{ url: 'x', hash: '2' }])]
  t.not(a, b, 'any change makes a new cache')
  t.ok(isOldCache(b, a))
  t.notOk(isOldCache('portal-1', a), 'the other apps of this origin keep theirs')
})

t.test('a code of a transfer is nobody’s pass: nothing is logged, and the volunteer is told where it belongs', async t => {
  const text = frameText({ kind: 'entries', transfer: 1, index: 0, total: 1, slice: Uint8Array.of(1) })
  const { flow, told } = startFlow({ [text]: 'CHECK', CKF1LOOKALIKE: 'CHECK' })
  await flow.take(text, 'camera')
  t.equal(flow.shown.value, null)
  t.equal(flow.notice.value, 'scan.transfer')
  t.same(told, [])
  await flow.take('CKF1LOOKALIKE', 'camera')
  t.equal(flow.shown.value?.text, 'CKF1LOOKALIKE', 'what only looks like one is judged')
})

t.test('what is written down without a code takes the place of what was shown, and is signalled like a scan', async t => {
  const { flow, told } = startFlow({ a: 'STOP' })
  await flow.take('a', 'camera')
  t.equal(await flow.perform(scanner => scanner.record({ method: 'visitor', presented: 'visitor' })), true)
  t.equal(flow.shown.value?.text, 'visitor')
  t.same(told, ['signal a', 'pause', 'resume', 'signal visitor', 'pause'])
  t.equal(await flow.perform(async () => null), false, 'nothing was logged: what stands goes on standing')
  t.equal(flow.shown.value?.text, 'visitor')
})
