import { useEffect, useMemo, useRef } from 'preact/hooks'
import { Button } from '../../../ui/components/button.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { td } from '../../../ui/i18n/drill.ts'
import { t } from '../../../ui/i18n/gate.ts'
import type { DrillSession } from '../../drill/session.ts'
import type { SheetFailure } from '../../drill/read-sheet.ts'
import { createScanCamera } from '../../state/scan-camera.ts'
import { loadCamera } from '../load-camera.ts'

export type SheetNotice = SheetFailure | 'done'

type Props = {
  readonly session: DrillSession
  readonly notice: SheetNotice | null
  readonly onText: (text: string) => void
  readonly onClose: () => void
}

/** The sheet hangs on the wall: the camera reads one of its codes. */
export function DrillSheetCamera({ session, notice, onText, onClose }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const heard = useRef(onText)
  heard.current = onText
  const camera = useMemo(
    () => createScanCamera({ load: loadCamera, storage: localStorage, onText: text => heard.current(text) }),
    []
  )
  useEffect(() => {
    if (host.current !== null) void camera.open(host.current)
    return () => camera.close()
  }, [])
  const failure = camera.failure.value
  return (
    <div class="gate-drill-page" data-drill-sheet={camera.isRunning.value}>
      <header class="gate-head">
        <h1>{td('drill.of', { number: session.answers.length + 1, total: session.order.length })}</h1>
      </header>
      <div class="gate-drill-body" role="status">
        <p class="gate-drill-lead">{td('drill.aim')}</p>
        <div class="gate-view gate-drill-view">
          <div class="gate-picture" ref={host} />
        </div>
        {failure !== null && (
          <Notice tone="error">{failure === 'decoder-broken' ? t('decoder.broken') : t(`camera.${failure}`)}</Notice>
        )}
        {notice !== null && <Notice tone="error">{td(`drill.sheet.${notice}`)}</Notice>}
      </div>
      <div class="gate-drill-foot">
        <Button class="gate-drill-key gate-wide-row" onClick={onClose} data-drill-leave>
          {td('drill.leave')}
        </Button>
      </div>
    </div>
  )
}
