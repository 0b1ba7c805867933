import t from 'tap'
import { type Burst, GAP_MS, pauseKeys, type Press, pressKey } from '../../../scanner/keys/burst.ts'
import { listenToKeys } from '../../../scanner/keys/listen.ts'
import { usCharacter } from '../../../scanner/keys/us-layout.ts'
import { BASE41_ALPHABET } from '../../../shared/pass/base41.ts'
import { decodePass } from '../../../shared/pass/codec.ts'
import { makePass } from '../../support/pass-factory.ts'

const PASS = makePass()

/** The place on a US keyboard, and whether Shift is held, as a reader presses it. */
function strokeOf(character: string): { code: string; shift: boolean } {
  const codes = [
    ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => `Key${letter}`),
    ...[...'0123456789'].map(digit => `Digit${digit}`),
    ...['Minus', 'Equal', 'Semicolon', 'Quote', 'Comma', 'Period', 'Slash', 'Backslash', 'Space']
  ]
  for (const code of codes) for (const shift of [false, true]) if (usCharacter(code, shift) === character) return { code, shift }
  throw new RangeError(`no key for ${character}`)
}

type Layout = (code: string, shift: boolean, character: string) => Partial<Press>
const us: Layout = (_code, _shift, character) => ({ key: character })

function* strokes(text: string, layout: Layout = us, stepMs = 8, inField = false): Generator<Press> {
  let atMs = 1_000
  for (const character of text) {
    const { code, shift } = strokeOf(character)
    const rest = { code, atMs, command: false, isComposing: false, isRepeat: false, inField }
    if (shift) yield { ...rest, key: 'Shift', code: 'ShiftLeft', shift: true }
    yield { key: character, ...rest, shift, ...layout(code, shift, character) }
    atMs += stepMs
  }
  yield { key: 'Enter', code: 'Enter', atMs, shift: false, command: false, isComposing: false, isRepeat: false, inField }
}

function play(presses: Iterable<Press>): { texts: string[]; swallowed: string[]; seized: number } {
  let burst: Burst | null = null
  const told = { texts: [] as string[], swallowed: [] as string[], seized: 0 }
  for (const press of presses) {
    const step = pressKey(burst, press)
    burst = step.burst
    if (step.text !== null) told.texts.push(step.text)
    if (step.swallow) told.swallowed.push(press.key)
    if (step.seize) told.seized++
  }
  return told
}

t.test('every character of a pass has a key on the layout that readers pretend to be', async t => {
  for (const character of BASE41_ALPHABET) t.ok(strokeOf(character), character)
})

t.test('a burst that ends with Enter is a text, and its Enter presses nothing', async t => {
  const { texts, swallowed } = play(strokes(PASS))
  t.strictSame(texts, [PASS])
  t.ok(decodePass(texts[0] ?? '').ok)
  t.ok(swallowed.includes('Enter'))
})

t.test('at any pace of a reader it is a text, at the pace of hands it is not', async t => {
  for (const stepMs of [0, 1, 20, 60, GAP_MS]) t.equal(play(strokes(PASS, us, stepMs)).texts.length, 1, `${stepMs} ms`)
  for (const stepMs of [GAP_MS + 1, 120, 400]) t.strictSame(play(strokes(PASS, us, stepMs)).texts, [], `${stepMs} ms`)
})

t.test('another code’s text stays as it is: no letter is made a capital', async t => {
  const text = 'https://example.org/a?b=C'
  t.strictSame(play(strokes(text)).texts, [text])
})

t.test('Enter alone, or after a few quick keys, is the volunteer’s', async t => {
  t.strictSame(play(strokes('')), { texts: [], swallowed: [], seized: 0 })
  const { texts, swallowed } = play(strokes('12345'))
  t.strictSame(texts, [])
  t.notOk(swallowed.includes('Enter'))
})

t.test('a pass survives what a phone does to keys', async t => {
  const layouts: Record<string, Layout> = {
    'Caps Lock on': (_code, _shift, character) => ({
      key: character === character.toUpperCase() ? character.toLowerCase() : character.toUpperCase()
    }),
    'a German layout': (code, shift, character) =>
      ({
        KeyY: { key: shift ? 'Z' : 'z' },
        KeyZ: { key: shift ? 'Y' : 'y' },
        Semicolon: { key: shift ? 'Ö' : 'ö' },
        Minus: { key: 'ß' },
        Digit8: { key: shift ? '(' : '8' }
      })[code] ?? { key: character },
    'a French layout': (code, shift, character) => ({
      key: code.startsWith('Digit') ? (shift ? code.slice(5) : 'à') : character
    }),
    'a Chinese input method': () => ({ key: 'Process', isComposing: true }),
    'Chinese punctuation': (_code, _shift, character) => ({ key: { ':': '：', $: '￥', '.': '。' }[character] ?? character }),
    'full-width letters': (_code, _shift, character) => ({ key: String.fromCharCode(character.charCodeAt(0) + 0xfee0) }),
    'no name for any key': () => ({ key: 'Unidentified', isComposing: true })
  }
  for (const [name, layout] of Object.entries(layouts)) t.strictSame(play(strokes(PASS, layout)).texts, [PASS], name)
})

t.test('a held key, and a command, are no burst', async t => {
  const held = [...strokes('A'.repeat(20))].map(press => ({ ...press, isRepeat: press.key === 'A' }))
  t.strictSame(play(held).texts, [])
  const commands = [...strokes('ABCDEFGH')].map(press => ({ ...press, command: press.key.length === 1 }))
  t.strictSame(play(commands), { texts: [], swallowed: [], seized: 0 })
})

t.test('readers that end with Ctrl+J or Tab end, too', async t => {
  const body = [...strokes(PASS)].slice(0, -1)
  const last = body.at(-1) as Press
  t.strictSame(play([...body, { ...last, key: 'j', code: 'KeyJ', command: true, shift: false }]).texts, [PASS])
  t.strictSame(play([...body, { ...last, key: 'Tab', code: 'Tab', shift: false }]).texts, [PASS])
})

t.test('in a field only a pass is taken, and what it wrote is taken back once', async t => {
  t.strictSame(play(strokes('HELLO12345', us, 8, true)), { texts: [], swallowed: [], seized: 0 })
  const { texts, seized, swallowed } = play(strokes(PASS, us, 8, true))
  t.strictSame(texts, [PASS])
  t.equal(seized, 1)
  t.equal(swallowed.length, PASS.length - 'CP1'.length + 'Enter'.length - 4, 'all but the first three letters')
})

t.test('without an end only a whole pass counts, once the reader is silent', async t => {
  const burst = (text: string): Burst => ({ typed: text, placed: text, lastMs: 0 })
  t.equal(pauseKeys(burst(PASS)), PASS)
  t.equal(pauseKeys(burst(PASS.slice(0, 40))), null)
  t.equal(pauseKeys(burst('https://example.org/'.repeat(20))), null)
  t.equal(pauseKeys(null), null)
})

t.test('ten thousand hostile keys are dealt with quickly and kept short', async t => {
  let burst: Burst | null = null
  for (const press of strokes('CP1:'.padEnd(10_000, '7'), us, 1, true)) burst = pressKey(burst, press).burst ?? burst
  t.ok((burst?.typed.length ?? 0) < 8_000)
})

class KeyEvent extends Event {
  constructor(fields: Partial<KeyboardEvent>) {
    super('keydown', { cancelable: true })
    for (const [name, value] of Object.entries({ code: '', shiftKey: false, ctrlKey: false, repeat: false, ...fields }))
      Object.defineProperty(this, name, { value })
  }
}

function listen(isUseful = true) {
  const told: string[] = []
  const timers: (() => void)[] = []
  const target = new EventTarget()
  const stop = listenToKeys({
    target,
    onText: text => told.push(text),
    onTrigger: () => {
      told.push('trigger')
      return isUseful
    },
    setTimer: work => {
      timers.push(work)
      return () => void timers.splice(timers.indexOf(work), 1)
    }
  })
  const type = (text: string, more: Partial<KeyboardEvent> = {}): KeyEvent[] =>
    [...text, 'Enter'].map((key, at) => {
      const stroke = key === 'Enter' ? { code: 'Enter', shift: false } : strokeOf(key)
      const event = new KeyEvent({ key, code: stroke.code, shiftKey: stroke.shift, timeStamp: at * 5, ...more })
      target.dispatchEvent(event)
      return event
    })
  return { told, timers, target, stop, type }
}

t.test('the volume key asks for a scan, and leaves the volume alone only when it was of use', async t => {
  for (const isUseful of [true, false]) {
    const { told, target } = listen(isUseful)
    const event = new KeyEvent({ key: 'AudioVolumeUp', timeStamp: 0 })
    target.dispatchEvent(event)
    t.strictSame(told, ['trigger'])
    t.equal(event.defaultPrevented, isUseful)
  }
})

t.test('one key of a remote asks for a scan, a reader’s first key does not', async t => {
  const { told, timers, target, type } = listen()
  target.dispatchEvent(new KeyEvent({ key: 'a', code: 'KeyA', timeStamp: 0 }))
  t.strictSame(told, [], 'not before it is clear that nothing follows')
  timers[0]?.()
  t.strictSame(told, ['trigger'])
  type(PASS, {})
  t.strictSame(told, ['trigger', PASS])
  t.equal(timers.length, 0)
})

t.test('a field gets back what was in it before the reader wrote', async t => {
  const field = { tagName: 'INPUT', value: '鲁A', dispatchEvent: () => true }
  const { told, type } = listen()
  const events = type(PASS, { target: field as unknown as EventTarget })
  t.strictSame(told, [PASS])
  t.equal(field.value, '鲁A')
  t.strictSame(events.map(event => event.defaultPrevented).slice(0, 5), [false, false, false, true, true])
})

t.test('who stopped listening hears nothing', async t => {
  const { told, type, stop } = listen()
  stop()
  type(PASS)
  t.strictSame(told, [])
})
