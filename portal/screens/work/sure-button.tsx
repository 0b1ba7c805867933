import { useState } from 'preact/hooks'
import { Button } from '../../../ui/components/button.tsx'

type Props = { label: string; sure: string; busy?: boolean; onSure: () => void }

/** Twice, so that no thumb does it in passing. */
export function SureButton({ label, sure, busy = false, onSure }: Props) {
  const [asks, setAsks] = useState(false)
  return (
    <Button
      look={asks ? 'danger' : 'plain'}
      busy={busy}
      onClick={() => (asks ? onSure() : setAsks(true))}
      onBlur={() => setAsks(false)}
      data-sure
    >
      {asks ? sure : label}
    </Button>
  )
}
