import { effect } from '@preact/signals'
import t from 'tap'
import { type Ambient, NO_FRAME_YET, seeFrame } from '../../../scanner/state/ambient.ts'
import { isBatteryLow, watchBattery } from '../../../scanner/state/low-battery.ts'
import { PREFERENCES, prefer, preferences, recallPreferences } from '../../../scanner/state/preferences.ts'
import { AWAKE_MS, createSaver } from '../../../scanner/state/saver.ts'
import { isNight } from '../../../scanner/state/theme.ts'
import { createTorchGuide } from '../../../scanner/state/torch-guide.ts'
import { memoryStorage } from '../../support/gate-log.ts'

/** Ten frames a second of one brightness. */
function frames(before: Ambient, luma: number, seconds: number, fromMs: number, isTorchOn = false): Ambient {
  let ambient = before
  for (let at = 0; at <= seconds * 10; at++) ambient = seeFrame(ambient, luma, fromMs + at * 100, isTorchOn)
  return ambient
}

t.test('it is dark after two seconds without light, and light again after six with it', async t => {
  const dark = frames(NO_FRAME_YET, 25, 2, 0)
  t.ok(dark.isDark)
  t.notOk(frames(NO_FRAME_YET, 25, 1.5, 0).isDark, 'a hand before the lens is no night')
  t.ok(frames(dark, 120, 5, 3_000).isDark, 'nor a lamp that passes by a day')
  t.notOk(frames(dark, 120, 9, 3_000).isDark)
})

t.test('between both limits it stays what it was', async t => {
  t.notOk(frames(NO_FRAME_YET, 60, 60, 0).isDark)
  t.ok(frames(frames(NO_FRAME_YET, 20, 5, 0), 60, 60, 6_000).isDark)
  let ambient = NO_FRAME_YET
  let changes = 0
  for (let at = 0; at < 3_000; at++) {
    const next = seeFrame(ambient, 55 + 15 * Math.sin(at / 7), at * 100, false)
    if (next.isDark !== ambient.isDark) changes++
    ambient = next
  }
  t.ok(changes <= 1, `a flickering lamp does not flicker on: ${changes}`)
})

t.test('the torch does not put itself out', async t => {
  const dark = frames(NO_FRAME_YET, 20, 3, 0)
  const lit = frames(dark, 110, 120, 4_000, true)
  t.ok(lit.isDark, 'a bright picture under the torch is the torch')
  t.notOk(frames(lit, 200, 20, 130_000, true).isDark, 'and morning is brighter than that')
})

function guideOf(light: 'suggest' | 'auto' | 'off') {
  preferences.light.value = light
  const told: boolean[] = []
  let isOn = false
  const guide = createTorchGuide({
    hasTorch: () => true,
    isOn: () => isOn,
    turn(on) {
      isOn = on
      told.push(on)
    }
  })
  const see = (luma: number, seconds: number, fromMs: number): void => {
    for (let at = 0; at <= seconds * 10; at++) guide.see(luma, fromMs + at * 100)
  }
  const byHand = (on: boolean): void => {
    guide.switchedByHand()
    isOn = on
  }
  return { guide, see, told, byHand }
}
t.teardown(() => {
  preferences.light.value = 'suggest'
})

t.test('in the dark the torch is suggested, switched, or left alone, as the volunteer wants', async t => {
  const suggesting = guideOf('suggest')
  suggesting.see(20, 3, 0)
  t.ok(suggesting.guide.isSuggested.value)
  t.strictSame(suggesting.told, [])
  suggesting.byHand(true)
  t.notOk(suggesting.guide.isSuggested.value)

  const automatic = guideOf('auto')
  automatic.see(20, 3, 0)
  t.strictSame(automatic.told, [true])
  automatic.see(100, 10, 4_000)
  automatic.see(220, 20, 20_000)
  t.strictSame(automatic.told, [true, false])

  const off = guideOf('off')
  off.see(20, 3, 0)
  t.notOk(off.guide.isSuggested.value)
  t.strictSame(off.told, [])
})

t.test('what the volunteer switched by hand stays until the light changes', async t => {
  const { see, told, byHand } = guideOf('auto')
  see(20, 3, 0)
  byHand(false)
  see(20, 30, 4_000)
  t.strictSame(told, [true], 'it is not put on again')
})

function saverOf() {
  const told: string[] = []
  const timers: { work: () => void; ms: number }[] = []
  const saver = createSaver({
    sleep: () => told.push('sleep'),
    wake: () => told.push('wake'),
    setTimer: (work, ms) => {
      const timer = { work, ms }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    }
  })
  return { saver, told, timers }
}

t.test('the camera sleeps between people and wakes at a press', async t => {
  const { saver, told, timers } = saverOf()
  saver.follow(true)
  t.strictSame(
    timers.map(({ ms }) => ms),
    [AWAKE_MS]
  )
  saver.shown()
  t.ok(saver.isAsleep.value)
  t.equal(timers.length, 0)
  t.equal(saver.press(), true)
  t.equal(saver.press(), false, 'a press that wakes nothing is left to others')
  timers[0]?.work()
  t.strictSame(told, ['sleep', 'wake', 'sleep'], 'nobody came')
  saver.follow(false)
  t.strictSame(told, ['sleep', 'wake', 'sleep', 'wake'], 'who stops saving gets the camera back')
  saver.shown()
  t.notOk(saver.isAsleep.value)
})

t.test('a camera that is needed for something else does not fall asleep meanwhile', async t => {
  const { saver, told } = saverOf()
  saver.follow(true)
  saver.shown()
  saver.hold()
  saver.shown()
  t.strictSame(told, ['sleep', 'wake'])
  saver.rest()
  t.strictSame(told, ['sleep', 'wake', 'sleep'])
})

t.test('who tells the saver from a preference is not called again by what the saver does', async t => {
  const { saver } = saverOf()
  let calls = 0
  const stop = effect(() => {
    calls++
    saver.follow(true)
    saver.rest()
    saver.hold()
    saver.rest()
  })
  saver.press()
  t.notOk(saver.isAsleep.value, 'a press wakes it for good')
  t.equal(calls, 1)
  stop()
})

t.test('a low battery is noticed, and a charger, too', async t => {
  const battery = Object.assign(new EventTarget(), { level: 0.5, charging: false })
  await watchBattery({ getBattery: async () => battery })
  t.notOk(isBatteryLow.value)
  battery.level = 0.2
  battery.dispatchEvent(new Event('levelchange'))
  t.ok(isBatteryLow.value)
  battery.charging = true
  battery.dispatchEvent(new Event('chargingchange'))
  t.notOk(isBatteryLow.value)
  await watchBattery({})
  await watchBattery({ getBattery: () => Promise.reject(new Error('not here')) })
  t.notOk(isBatteryLow.value, 'a browser that does not tell is no low battery')
})

t.test('the night theme comes with dusk in China, wherever the phone believes to be', async t => {
  const at = (hours: number, minutes: number): number => Date.UTC(2020, 1, 8, hours - 8, minutes)
  t.notOk(isNight('auto', at(17, 59)))
  t.ok(isNight('auto', at(18, 0)))
  t.ok(isNight('auto', at(24, 30)))
  t.ok(isNight('auto', at(30, 29)))
  t.notOk(isNight('auto', at(30, 30)))
  t.ok(isNight('night', at(12, 0)))
  t.notOk(isNight('day', at(23, 0)))
})

t.test('what was chosen is there after a reload, and what is not known any more is not', async t => {
  preferences.light.value = 'suggest'
  const storage = memoryStorage()
  prefer(storage, 'theme', 'night')
  preferences.theme.value = 'auto'
  recallPreferences(storage)
  t.equal(preferences.theme.value, 'night')
  storage.setItem('checkpoint.gate.preference.theme', 'pink')
  preferences.theme.value = 'auto'
  recallPreferences(storage)
  t.equal(preferences.theme.value, 'auto')
  for (const [name, [first]] of Object.entries(PREFERENCES))
    t.equal(preferences[name as keyof typeof PREFERENCES].peek(), first, `${name} starts with ${first}`)
})
