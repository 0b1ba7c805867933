import t from 'tap'
import { type CameraChoice, CameraError, type OpenOptions } from '../../../scanner/camera/camera.ts'
import type { CameraDriver, CameraSession, WantedCamera } from '../../../scanner/camera/camera-driver.ts'
import { chooseMainCamera, facingOf } from '../../../scanner/camera/choose-camera.ts'
import { classifyFailure } from '../../../scanner/camera/classify-failure.ts'
import { createCamera } from '../../../scanner/camera/create-camera.ts'

const ideal = { width: 1280, height: 720 }
const host = {} as HTMLElement
const settle = () => new Promise(setImmediate)

interface Started extends CameraSession {
  readonly wanted: WantedCamera
  stopped: number
  torchIsOn: boolean
  zoomValue: number
}

/** Cameras and a page that the test commands. */
function setUp() {
  const started: Started[] = []
  const setup = {
    started,
    choices: [] as CameraChoice[],
    hidden: false,
    hasTorch: true,
    torchGoesOut: true,
    /** What the next starts do, first one first: fail with this, or wait for it. */
    next: [] as (Error | Promise<void>)[],
    asked: 0,
    show: async (shown: boolean) => {
      setup.hidden = !shown
      for (const listener of listeners) listener()
      await settle()
      await settle()
    },
    running: () => started.filter(({ stopped }) => stopped === 0).length
  }
  const listeners: (() => void)[] = []
  const driver: CameraDriver = {
    async list() {
      setup.asked++
      return setup.choices
    },
    known: async () => setup.choices,
    async start(_, wanted) {
      const plan = setup.next.shift()
      if (plan instanceof Error) throw plan
      await plan
      const id = 'deviceId' in wanted.camera ? wanted.camera.deviceId : 'default'
      const session: Started = {
        wanted,
        stopped: 0,
        torchIsOn: false,
        zoomValue: 1,
        video: { number: started.length } as unknown as HTMLVideoElement,
        deviceId: id,
        hasTorch: setup.hasTorch,
        async setTorch(on) {
          if (on || setup.torchGoesOut) session.torchIsOn = on
          return session.torchIsOn === on
        },
        zoom: () => ({ min: 1, max: 4, step: 0.1, value: session.zoomValue }),
        async setZoom(value) {
          session.zoomValue = value
        },
        async stop() {
          session.stopped++
        }
      }
      started.push(session)
      return session
    }
  }
  const camera = createCamera(driver, {
    isSecureContext: true,
    isHidden: () => setup.hidden,
    onVisibilityChange: listener => listeners.push(listener)
  })
  const reopened: HTMLVideoElement[] = []
  const failures: string[] = []
  const options: OpenOptions = {
    facing: 'environment',
    ideal,
    onReopen: video => reopened.push(video),
    onFailure: ({ code }) => failures.push(code)
  }
  return { ...{ setup, camera, options, reopened, failures } }
}

const named = (name: string) => Object.assign(new Error('no'), { name })
const choice = (id: string, label: string): CameraChoice => ({ id, label, facing: facingOf(label) })

t.test('a failure has a code', async t => {
  const cases: [unknown, string][] = [
    [named('NotAllowedError'), 'permission-denied'],
    ['Error getting userMedia, error = NotAllowedError: Permission denied', 'permission-denied'],
    [named('NotFoundError'), 'no-camera'],
    [named('OverconstrainedError'), 'no-camera'],
    ['Error getting userMedia, error = NotReadableError: Could not start video source', 'in-use'],
    [named('AbortError'), 'in-use'],
    [new CameraError('ended', 'x'), 'ended'],
    [new TypeError('x'), 'unknown'],
    [undefined, 'unknown']
  ]
  for (const [error, code] of cases) t.equal(classifyFailure(error, true).code, code, `${error}`)
  t.equal(classifyFailure('navigator.mediaDevices not supported', false).code, 'insecure-context')
})

t.test('the main rear camera is told by its name', async t => {
  const main = (...labels: string[]) =>
    chooseMainCamera(
      labels.map(label => choice(label, label)),
      'environment'
    )?.label
  t.equal(main('camera2 1, facing front', 'camera2 2, facing back', 'camera2 0, facing back'), 'camera2 0, facing back')
  t.equal(main('Front Camera', 'Back Ultra Wide Camera', 'Back Telephoto Camera', 'Back Camera'), 'Back Camera')
  t.equal(main('Back Camera', 'Back Dual Wide Camera', 'Back Ultra Wide Camera'), 'Back Dual Wide Camera')
  t.equal(main('Back Dual Wide Camera', 'Back Camera', 'Back Triple Camera'), 'Back Triple Camera')
  t.equal(main('前置相机', '后置超广角相机', '后置相机'), '后置相机')
  t.equal(main('Integrated Webcam', 'FaceTime HD Camera'), undefined, 'and none is guessed at')
  t.equal(facingOf('FaceTime HD Camera'), 'user')
  t.equal(facingOf('HD Pro Webcam C920'), null)
})

t.test('opening takes the main camera of the side', async t => {
  const { setup, camera, options } = setUp()
  setup.choices = [choice('b', 'camera2 2, facing back'), choice('a', 'camera2 0, facing back')]
  await camera.open(host, options)
  t.same(
    setup.started.map(({ wanted }) => wanted.camera),
    [{ deviceId: 'a' }],
    'at once when the names are known'
  )
})

t.test('opening for the first time', async t => {
  const { setup, camera, options } = setUp()
  const permission = settle().then(() => {
    setup.choices = [choice('default', 'camera2 2, facing back'), choice('a', 'camera2 0, facing back')]
  })
  setup.next = [permission]
  await camera.open(host, options)
  t.same(
    setup.started.map(({ wanted, stopped }) => [wanted.camera, stopped]),
    [
      [{ facing: 'environment' }, 1],
      [{ deviceId: 'a' }, 0]
    ],
    'changes to the main camera when the permission has brought the names and another one runs'
  )
})

t.test('a camera chosen by hand is taken, and its side when it is gone', async t => {
  const { setup, camera, options } = setUp()
  setup.next = [named('OverconstrainedError')]
  await camera.open(host, { ...options, deviceId: 'old' })
  t.same(
    setup.started.map(({ wanted }) => wanted.camera),
    [{ facing: 'environment' }]
  )
  await camera.open(host, { ...options, deviceId: 'mine' })
  t.same(setup.started[1]?.wanted, { ...setup.started[1]?.wanted, camera: { deviceId: 'mine' }, ideal })
  t.equal(setup.running(), 1, 'and the one before is let go')
  setup.next = [named('NotAllowedError')]
  await t.rejects(camera.open(host, { ...options, deviceId: 'mine' }), { code: 'permission-denied' })
  t.equal(setup.running(), 0, 'but a refusal is not worked around')
})

t.test('closing while it starts leaves no camera running', async t => {
  const { setup, camera, options, failures } = setUp()
  let arrive = () => {}
  setup.next = [new Promise(resolve => (arrive = resolve))]
  const opening = t.rejects(camera.open(host, options), { code: 'ended' })
  await settle()
  const closing = camera.close()
  arrive()
  await Promise.all([opening, closing, camera.close()])
  t.same([setup.started.length, setup.running(), failures], [1, 0, []])
  await t.rejects(Promise.all([camera.open(host, options), camera.close()]), { code: 'ended' }, 'nor does one closed before')
  t.equal(setup.running(), 0)
  await camera.open(host, options)
  t.equal(setup.running(), 1, 'and it opens again')
})

t.test('the last of two openings wins', async t => {
  const { setup, camera, options } = setUp()
  const first = t.rejects(camera.open(host, options), { code: 'ended' })
  const video = await camera.open(host, { ...options, deviceId: 'b' })
  await first
  t.equal(setup.running(), 1)
  t.equal(video, setup.started.at(-1)?.video)
})

t.test('the camera is let go while the page is hidden and taken again, with light and zoom', async t => {
  const { setup, camera, options, reopened, failures } = setUp()
  await setup.show(true)
  t.equal(setup.started.length, 0, 'not before it was opened')
  await camera.open(host, options)
  t.equal(await camera.torch(true), true)
  await camera.setZoom(2)
  await setup.show(false)
  t.equal(setup.running(), 0)
  await setup.show(true)
  t.equal(setup.running(), 1)
  t.same(reopened, [setup.started[1]?.video])
  t.same([setup.started[1]?.torchIsOn, camera.zoom?.value], [true, 2])
  setup.next = [named('NotReadableError')]
  await setup.show(false)
  await setup.show(true)
  t.same(failures, ['in-use'], 'and it is told when that fails')
  await setup.show(false)
  await setup.show(true)
  t.equal(setup.running(), 0, 'once')
})

t.test('hidden and closed means closed', async t => {
  const { setup, camera, options } = setUp()
  await camera.open(host, options)
  await setup.show(false)
  await camera.close()
  await setup.show(true)
  t.equal(setup.running(), 0)
})

t.test('a camera that stops by itself is started again, three times', async t => {
  const { setup, camera, options, reopened, failures } = setUp()
  await camera.open(host, options)
  for (let stop = 1; stop <= 3; stop++) {
    setup.started.at(-1)?.wanted.onEnded()
    await settle()
    t.same([setup.running(), reopened.length, failures], [1, stop, []])
  }
  setup.started.at(-1)?.wanted.onEnded()
  await settle()
  t.same([setup.running(), reopened.length, failures], [0, 3, ['ended']])
})

t.test('a camera that stops behind a hidden page waits for it', async t => {
  const { setup, camera, options, reopened } = setUp()
  await camera.open(host, options)
  setup.hidden = true
  setup.started[0]?.wanted.onEnded()
  await settle()
  t.same([setup.running(), reopened.length], [0, 0])
  await setup.show(true)
  t.same([setup.running(), reopened.length], [1, 1])
})

t.test('the light', async t => {
  const { setup, camera, options, reopened } = setUp()
  t.same([camera.torchAvailable(), await camera.torch(true)], [false, false], 'is none before the camera is open')
  await camera.open(host, options)
  t.ok(camera.torchAvailable())
  t.equal(await camera.torch(true), true)
  setup.torchGoesOut = false
  t.equal(await camera.torch(false), true, 'goes out with the camera where it does not by itself')
  t.same([setup.running(), reopened.length, setup.started.at(-1)?.torchIsOn], [1, 1, false])
  setup.hasTorch = false
  await camera.open(host, options)
  t.same([camera.torchAvailable(), await camera.torch(true)], [false, false], 'is none where there is none')
})

t.test('listing asks only when no camera runs', async t => {
  const { setup, camera, options } = setUp()
  setup.choices = [choice('a', 'camera2 0, facing back')]
  t.same(await camera.list(), setup.choices)
  await camera.open(host, options)
  t.same(await camera.list(), setup.choices)
  t.equal(setup.asked, 1)
})
