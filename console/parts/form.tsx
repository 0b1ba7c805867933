import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Failure } from '../../ui/api/client.ts'
import { Button } from '../../ui/components/button.tsx'
import { FailureNotice } from '../../ui/components/notice.tsx'

type Props = {
  children: ComponentChildren
  onSubmit: () => void
  submit: string
  busy: boolean
  failure: Failure | null
  /** Changes when a field was refused: the focus then goes to the first such field. */
  refused?: unknown
  look?: 'primary' | 'danger' | 'plain'
  extra?: ComponentChildren
  class?: string
}

/** A form that is checked by us, so that errors are in the chosen language and beside their field. */
export function Form({
  children,
  onSubmit,
  submit,
  busy,
  failure,
  refused,
  look = 'primary',
  extra,
  class: className = ''
}: Props) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refused])
  const send = (event: Event): void => {
    event.preventDefault()
    if (!busy) onSubmit()
  }
  return (
    <form class={`form ${className}`} ref={form} noValidate onSubmit={send}>
      {failure && <FailureNotice failure={failure} />}
      {children}
      <div class="form-buttons">
        <Button type="submit" look={look} busy={busy}>
          {submit}
        </Button>
        {extra}
      </div>
    </form>
  )
}
