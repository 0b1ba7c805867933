import { BASE41_ALPHABET } from '../../shared/pass/base41.ts'
import { PREFIX } from '../../shared/pass/codec.ts'
import { usCharacter } from './us-layout.ts'

/** One press as the browser tells it. */
export type Press = {
  readonly key: string
  /** The key's place on the keyboard. */
  readonly code: string
  /** When it was pressed, not when the page got to it. */
  readonly atMs: number
  readonly shift: boolean
  /** Control, Alt or Meta, and not AltGr, which only makes other characters. */
  readonly command: boolean
  /** An input method has the key. */
  readonly isComposing: boolean
  /** The key is held down. */
  readonly isRepeat: boolean
  /** Into a field, where people type, too. */
  readonly inField: boolean
}

/** Keys that came faster than hands are. */
export type Burst = {
  /** What the layout made of them; `\uFFFD` for what an input method took. */
  readonly typed: string
  /** What their places mean on the reader's own layout. */
  readonly placed: string
  readonly lastMs: number
}

/** `swallow`: the page must not see the key. `seize`: what the burst wrote into a field so far is to be taken back. */
export type Step = {
  readonly burst: Burst | null
  readonly swallow: boolean
  readonly seize: boolean
  readonly text: string | null
}

/** Readers send a key every 1 to 20 ms, over slow Bluetooth up to 60; the fastest hands need 100 on average. */
export const GAP_MS = 80
/** Nobody hits six keys and Enter at a reader's pace. */
const MIN_LENGTH = 6
/** No shorter text is a whole pass: 80 bytes around a payload of at least 12, three characters for two bytes, and the prefix. */
const MIN_PASS_LENGTH = 142
/** Longer than any QR symbol; the rest is dropped, and what remains is no pass. */
const MAX_LENGTH = 7_200
const LOST = '\uFFFD'
const SILENT = ['Shift', 'CapsLock', 'NumLock', 'AltGraph', 'Control', 'Alt', 'Meta', 'Fn', 'ScrollLock']

/** The next state after a press. Texts end with Enter, Tab or, as some readers send them, Ctrl+J or Ctrl+M. */
export function pressKey(before: Burst | null, press: Press): Step {
  const burst = before !== null && press.atMs - before.lastMs <= GAP_MS ? before : null
  if (SILENT.includes(press.key)) return { burst, swallow: false, seize: false, text: null }
  if (press.isRepeat) return LET_GO
  if (isEnd(press)) return end(burst, press)
  const character = press.command ? null : characterOf(press)
  return character === null ? LET_GO : grow(burst, press, character)
}

/** What a reader without an end key sent, once it is silent: only a whole pass is told from hasty typing then. */
export function pauseKeys(burst: Burst | null): string | null {
  const pass = burst === null ? null : passOf(burst)
  return pass !== null && pass.length >= MIN_PASS_LENGTH ? pass : null
}

const LET_GO: Step = { burst: null, swallow: false, seize: false, text: null }

const isEnd = ({ key, code, command }: Press): boolean =>
  command ? code === 'KeyJ' || code === 'KeyM' : key === 'Enter' || key === 'Tab' || code === 'NumpadEnter' || code === 'Enter'

function end(burst: Burst | null, { inField }: Press): Step {
  if (burst === null) return LET_GO
  const pass = passOf(burst)
  if (pass === null && (inField || burst.typed.length < MIN_LENGTH)) return LET_GO
  return { burst: null, swallow: true, seize: false, text: pass ?? (burst.typed.includes(LOST) ? burst.placed : burst.typed) }
}

function grow(before: Burst | null, press: Press, [typed, placed]: Character): Step {
  const { typed: allTyped, placed: allPlaced } = before ?? { typed: '', placed: '' }
  const burst = {
    typed: (allTyped + typed).slice(0, MAX_LENGTH),
    placed: (allPlaced + placed).slice(0, MAX_LENGTH),
    lastMs: press.atMs
  }
  const wasPass = before !== null && isPassBegun(before)
  const isPass = isPassBegun(burst)
  // In a field, only what is surely a pass is kept from it; elsewhere letters do nothing, but a space would press a button.
  return { burst, swallow: press.inField ? isPass : before !== null, seize: press.inField && isPass && !wasPass, text: null }
}

type Character = readonly [typed: string, placed: string]

function characterOf({ key, code, shift, isComposing }: Press): Character | null {
  const placed = usCharacter(code, shift)
  const isTyped = !isComposing && [...key].length === 1
  if (!isTyped && placed === null) return null
  return [isTyped ? key : LOST, placed ?? LOST]
}

const isPassBegun = ({ typed, placed }: Burst): boolean =>
  [typed, placed].some(text => capitals(text.slice(0, PREFIX.length)) === PREFIX)

const passOf = ({ typed, placed }: Burst): string | null => asPass(typed) ?? asPass(placed)

/**
 * The pass that a reader meant, or null. Capitals are put in only here, where they are safe: a pass has no small letters,
 * so Caps Lock loses nothing. Full-width signs of an input method become plain ones.
 */
function asPass(text: string): string | null {
  const plain = capitals(text)
  if (!plain.startsWith(PREFIX)) return null
  for (const character of plain.slice(PREFIX.length)) if (!BASE41_ALPHABET.includes(character)) return null
  return plain
}

const capitals = (text: string): string => text.normalize('NFKC').replace(/[a-z]/g, letter => letter.toUpperCase())
