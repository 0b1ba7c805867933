import { type Burst, GAP_MS, pauseKeys, type Press, pressKey } from './burst.ts'

/** Shutter buttons and phones that pass the volume key on to pages name it so. */
const TRIGGERS = ['AudioVolumeUp', 'AudioVolumeDown', 'VolumeUp', 'VolumeDown', 'Camera']

type Parts = {
  readonly target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>
  readonly onText: (text: string) => void
  /** A key that asks for a scan; whether it was of use: then the phone does nothing else with it. */
  readonly onTrigger: () => boolean
  readonly setTimer: (work: () => void, ms: number) => () => void
}

/** Hardware readers, volume keys and remote shutters. Listens before everything else does, so that no Enter presses a button. */
export function listenToKeys({ target, onText, onTrigger, setTimer }: Parts): () => void {
  let burst: Burst | null = null
  let isFree = false
  let field: { readonly element: Field; readonly before: string } | null = null
  let stopTimer = (): void => {}

  const pause = (): void => {
    const text = pauseKeys(burst)
    const isSingle = burst?.typed.length === 1 && isFree
    burst = null
    if (text !== null) onText(text)
    else if (isSingle) onTrigger()
  }
  const onKey = (event: Event): void => {
    const press = pressOf(event as KeyboardEvent)
    if (TRIGGERS.includes(press.key)) {
      if (!press.isRepeat && onTrigger()) silence(event)
      return
    }
    const wasEmpty = burst === null || press.atMs - burst.lastMs > GAP_MS
    const step = pressKey(burst, press)
    if (wasEmpty && step.burst !== null) {
      field = fieldOf(event)
      isFree = !isControl(event.target as Element | null)
    }
    if (step.swallow) silence(event)
    if (step.seize) takeBack(field)
    burst = step.burst
    stopTimer()
    if (burst !== null) stopTimer = setTimer(pause, GAP_MS)
    if (step.text !== null) onText(step.text)
  }
  target.addEventListener('keydown', onKey, { capture: true })
  return () => {
    stopTimer()
    target.removeEventListener('keydown', onKey, { capture: true })
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement

const TYPED_INTO = ['INPUT', 'TEXTAREA', 'SELECT']
const isField = (element: Element | null): boolean =>
  element !== null && (TYPED_INTO.includes(element.tagName) || (element as HTMLElement).isContentEditable === true)

/** Has a use for keys of its own. */
const isControl = (element: Element | null): boolean =>
  isField(element) || ['BUTTON', 'A', 'SUMMARY', 'LABEL'].includes(element?.tagName ?? '')

function pressOf(event: KeyboardEvent): Press {
  const isAltGr = event.getModifierState?.('AltGraph') === true
  return {
    key: event.key,
    code: event.code,
    atMs: event.timeStamp,
    shift: event.shiftKey,
    command: !isAltGr && (event.ctrlKey || event.altKey || event.metaKey),
    isComposing: event.isComposing || event.key === 'Process' || event.key === 'Unidentified' || event.key === 'Dead',
    isRepeat: event.repeat,
    inField: isField(event.target as Element | null)
  }
}

function fieldOf(event: Event): { element: Field; before: string } | null {
  const element = event.target as Field | null
  return element !== null && isField(element) && typeof element.value === 'string' ? { element, before: element.value } : null
}

/** The first letters were in the field before anybody could know that a reader writes. */
function takeBack(field: { readonly element: Field; readonly before: string } | null): void {
  if (field === null) return
  field.element.value = field.before
  field.element.dispatchEvent(new Event('input', { bubbles: true }))
}

function silence(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}
