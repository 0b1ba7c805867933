import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

type Props = { title: string; children: ComponentChildren; onClose: () => void; class?: string }

/** A modal dialog: the browser keeps the focus inside, Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, children, onClose, class: extra = '' }: Props) {
  const id = useId()
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  const cancel = (event: Event): void => {
    event.preventDefault()
    onClose()
  }
  return (
    <dialog ref={element} class={`dialog ${extra}`} aria-labelledby={id} onCancel={cancel}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  )
}
