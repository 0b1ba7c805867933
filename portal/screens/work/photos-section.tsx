import { useEffect, useState } from 'preact/hooks'
import { Notice } from '../../../ui/components/notice.tsx'
import { isOpenWorkState } from '../../../shared/work/states.ts'
import type { WorkProof } from '../../work/kept.ts'
import { deliveredPhotos, deliverPhotos, loadWaitingPhotos, waitingPhotos } from '../../work/photos.ts'
import { apply, onPage, sayProblem } from '../../work/say.ts'
import type { MyWork } from '../../work/wire.ts'
import { PhotoField } from './photo-field.tsx'

/** Photos that policy or question ask for; what waits on the phone is sent whenever the page is open with a network. */
export function PhotosSection({ proof, work, onSent }: { proof: WorkProof; work: MyWork; onSent: () => void }) {
  const [wrong, setWrong] = useState<string | null>(null)
  const deliver = async (): Promise<void> => {
    const { refused } = await deliverPhotos(proof)
    setWrong(refused)
  }
  useEffect(() => {
    const go = (): void => void deliver().catch(console.error)
    void loadWaitingPhotos(proof.secret)
    go()
    addEventListener('online', go)
    return () => removeEventListener('online', go)
  }, [])
  useEffect(() => {
    if (deliveredPhotos.value > 0) onSent()
  }, [deliveredPhotos.value])
  const waiting = waitingPhotos.value[proof.secret] ?? []
  if (!isOpenWorkState(work.state) || work.photosAsked.length === 0) return null
  return (
    <section class="stack-gap" data-photos>
      <h2>{onPage('photos')}</h2>
      <p class="soft">{apply('photosLead')}</p>
      {wrong !== null && <Notice tone="error">{sayProblem(wrong)}</Notice>}
      {work.photosAsked.map(kind => (
        <PhotoField
          key={kind}
          kind={kind}
          secret={proof.secret}
          state={waiting.includes(kind) ? 'waits' : work.photosSent.includes(kind) ? 'sent' : 'missing'}
          onKept={() => void deliver().catch(console.error)}
        />
      ))}
    </section>
  )
}
