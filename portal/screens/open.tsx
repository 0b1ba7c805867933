import { useEffect, useState } from 'preact/hooks'
import type { Failure } from '../../ui/api/client.ts'
import { Button } from '../../ui/components/button.tsx'
import { FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Spinner } from '../../ui/components/spinner.tsx'
import { t } from '../../ui/i18n/portal.ts'
import { replaceAddress } from '../state/location.ts'
import { addPass, passes } from '../state/passes.ts'
import type { PassLink } from '../state/route.ts'
import { Frame } from './frame.tsx'

/** A link was opened: fetch its pass, keep it, and take the secret out of the address. */
export function OpenScreen({ link }: { link: PassLink }) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const open = async (): Promise<void> => {
    setFailure(null)
    const failed = await addPass(link)
    // A pass that is here already shows even when its link cannot be asked now.
    const here = passes.value.some(kept => kept.pass.serial === link.serial)
    if (failed === null || (failed.code === 'network' && here)) replaceAddress(`#/${link.serial}`)
    else setFailure(failed)
  }
  useEffect(() => {
    void open()
    addEventListener('online', open)
    return () => removeEventListener('online', open)
  }, [])
  return (
    <Frame>
      {failure === null && (
        <p class="loading" role="status">
          <Spinner /> {t('open.busy')}
        </p>
      )}
      {failure?.code === 'network' && (
        <Notice tone="warn">
          <p>{t('open.offline')}</p>
          <Button onClick={open}>{t('action.retry')}</Button>
        </Notice>
      )}
      {failure !== null && failure.code !== 'network' && (
        <FailureNotice failure={failure} onRetry={failure.code === 'link-invalid' ? undefined : open} />
      )}
    </Frame>
  )
}
