import { useEffect } from 'preact/hooks'
import { loadWaitingPhotos, waitingPhotos } from '../../../work/photos.ts'
import { apply } from '../../../work/say.ts'
import { PhotoField } from '../photo-field.tsx'
import type { StepProps } from './step-props.ts'

export function PhotosStep({ draft, form }: StepProps) {
  const { secret } = draft
  useEffect(() => {
    void loadWaitingPhotos(secret)
  }, [secret])
  const ready = waitingPhotos.value[secret] ?? []
  return (
    <>
      <p>{apply('photosLead')}</p>
      {(form?.photos ?? []).map(kind => (
        <PhotoField key={kind} kind={kind} secret={secret} state={ready.includes(kind) ? 'ready' : 'missing'} />
      ))}
    </>
  )
}
