import { useState } from 'preact/hooks'
import { Button } from '../../ui/components/button.tsx'
import { tvis } from '../../ui/i18n/visitor.ts'
import { VisitorDialog } from './visitor-dialog.tsx'

export function VisitorButton({ device, number }: { device: string; number: number }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {tvis('visitor.show')}
      </Button>
      {isOpen && <VisitorDialog device={device} number={number} onClose={() => setOpen(false)} />}
    </>
  )
}
