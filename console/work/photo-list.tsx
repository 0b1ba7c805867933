import { useState } from 'preact/hooks'
import type { WorkPhotoKind } from '../../shared/work/words.ts'
import { Button } from '../../ui/components/button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { tw } from '../../ui/i18n/work-console.ts'
import { photoAddress } from '../api/work.ts'

type Props = { number: string; photos: readonly WorkPhotoKind[] }

/** Photos are loaded when somebody opens them, because each look is kept in the audit. */
export function PhotoList({ number, photos }: Props) {
  const [open, setOpen] = useState<WorkPhotoKind | null>(null)
  return (
    <section class="panel stack">
      <h2>{tw('photos.title')}</h2>
      {photos.length === 0 && <p class="soft">{tw('photos.none')}</p>}
      <div class="button-row">
        {photos.map(kind => (
          <Button key={kind} onClick={() => setOpen(kind)} data-photo={kind}>
            {tw(`photo.${kind}`)}
          </Button>
        ))}
      </div>
      {photos.length > 0 && <p class="soft small">{tw('photos.audited')}</p>}
      {open && <PhotoViewer key={open} number={number} kind={open} onClose={() => setOpen(null)} />}
    </section>
  )
}

/** A phone's photo lies on its side or is too small to read a number: it can be turned and seen pixel by pixel. */
function PhotoViewer({ number, kind, onClose }: { number: string; kind: WorkPhotoKind; onClose: () => void }) {
  const [isLarge, setLarge] = useState(false)
  const [quarter, setQuarter] = useState(0)
  const [failed, setFailed] = useState(false)
  return (
    <Dialog title={tw(`photo.${kind}`)} onClose={onClose} class="dialog-wide">
      {failed ? (
        <Notice tone="error">{tw('photos.failed')}</Notice>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls has to be reached by the keyboard
        <div class={`work-photo ${isLarge ? 'work-photo-large' : ''}`} tabIndex={0}>
          <img
            class={`work-turn-${quarter}`}
            src={photoAddress(number, kind)}
            alt={tw(`photo.${kind}`)}
            onError={() => setFailed(true)}
          />
        </div>
      )}
      <div class="button-row">
        <Button onClick={() => setLarge(!isLarge)}>{tw(isLarge ? 'photos.fit' : 'photos.larger')}</Button>
        <Button onClick={() => setQuarter((quarter + 1) % 4)}>{tw('photos.turn')}</Button>
        <Button onClick={onClose}>{tw('action.close')}</Button>
      </div>
    </Dialog>
  )
}
