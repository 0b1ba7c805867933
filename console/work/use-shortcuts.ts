import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'

const STORED_AS = 'checkpoint.shortcuts'

/** Single keys act; whoever uses speech input or strikes keys by chance switches them off (WCAG 2.2, 2.1.4). */
export const shortcutsOn = signal(storedChoice())

export function setShortcuts(on: boolean): void {
  shortcutsOn.value = on
  try {
    localStorage.setItem(STORED_AS, on ? 'on' : 'off')
  } catch {
    // Storage is closed in some private windows: the choice then lasts until the page is left.
  }
}

type Shortcuts = Readonly<Record<string, (() => void) | undefined>>

/** Keys by their lower-case name; quiet while somebody types, chooses, or a dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const newest = useRef(shortcuts)
  newest.current = shortcuts
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!shortcutsOn.value || event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTyping(event.target)) return
      const act = newest.current[event.key.toLowerCase()]
      if (act === undefined || document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]') !== null

function storedChoice(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== 'off'
  } catch {
    return true
  }
}
