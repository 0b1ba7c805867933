import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../ui/components/button.tsx'
import { t } from '../../ui/i18n/console.ts'

type Props = {
  title: string
  add: string
  empty: boolean
  children: ComponentChildren
  /** The form; it closes itself when it is done. */
  form: (close: () => void) => ComponentChildren
  canAdd?: boolean
}

/** A list with a form that opens below it. */
export function SettingsPanel({ title, add, empty, children, form, canAdd = true }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <section class="panel stack">
      <h2>{title}</h2>
      {empty ? <p class="soft">{t('settings.none')}</p> : <ul class="rows">{children}</ul>}
      {open && form(() => setOpen(false))}
      {!open && canAdd && (
        <div class="button-row">
          <Button onClick={() => setOpen(true)}>{add}</Button>
        </div>
      )}
    </section>
  )
}

export const CancelButton = ({ onClick }: { onClick: () => void }) => <Button onClick={onClick}>{t('action.cancel')}</Button>
