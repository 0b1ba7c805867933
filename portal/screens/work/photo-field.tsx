import { useState } from 'preact/hooks'
import type { WorkPhotoKind } from '../../../shared/work/words.ts'
import { type PhotoFault, reencode } from '../../work/photo.ts'
import { keepPhoto } from '../../work/photos.ts'
import { apply, term } from '../../work/say.ts'

type Props = {
  kind: WorkPhotoKind
  secret: string
  /** What is known of this photo: nothing, kept on the phone, or at the service. */
  state: 'missing' | 'ready' | 'waits' | 'sent'
  onKept?: () => void
}
const STATE_WORDS = { ready: 'photoReady', waits: 'photoWaits', sent: 'photoSent' } as const

/** Takes a photo, draws it anew on the phone, and keeps it there until it is sent. */
export function PhotoField({ kind, secret, state, onKept }: Props) {
  const [fault, setFault] = useState<PhotoFault | null>(null)
  const [busy, setBusy] = useState(false)
  const take = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0]
    if (file === undefined) return
    setBusy(true)
    const result = await reencode(file)
    input.value = '' // so that the same file can be chosen again
    setFault(result.ok ? null : result.fault)
    if (result.ok) await keepPhoto(secret, kind, result.photo)
    setBusy(false)
    if (result.ok) onKept?.()
  }
  return (
    <div class="card stack-gap photo-field" data-photo={kind} data-state={state}>
      <strong>{term(`photo.${kind}`)}</strong>
      {state !== 'missing' && <p role="status">{apply(STATE_WORDS[state])}</p>}
      {fault !== null && (
        <p class="field-error" role="alert">
          {apply(`photoFault.${fault}`)}
        </p>
      )}
      <label class="button button-plain photo-key" aria-busy={busy}>
        <span>{apply(state === 'missing' ? 'take' : 'takeAgain')}</span>
        <input
          class="off-screen"
          type="file"
          accept="image/*"
          disabled={busy}
          onChange={event => void take(event.currentTarget)}
        />
      </label>
    </div>
  )
}
