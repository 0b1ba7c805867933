import { useState } from 'preact/hooks'
import { tc } from '../i18n/common.ts'
import { Button } from './button.tsx'

/** Copies a text; where the browser has no clipboard (a page without TLS) it does so by a selection. */
export function CopyButton({ text, label, done }: { text: string; label?: string; done?: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => setCopied(await copyText(text))
  return (
    <Button onClick={copy}>
      <span aria-live="polite">{copied ? (done ?? tc('action.copied')) : (label ?? tc('action.copy'))}</span>
    </Button>
  )
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text) // no permission, or no clipboard on this origin
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'off-screen'
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}
