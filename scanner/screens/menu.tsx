import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../ui/components/button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { LanguageSwitch } from '../../ui/components/language-switch.tsx'
import { ta } from '../../ui/i18n/carry.ts'
import { tc } from '../../ui/i18n/common.ts'
import { t } from '../../ui/i18n/gate.ts'
import { tt } from '../../ui/i18n/tools.ts'
import { type DayCount, readDayCount } from '../log/day-counts.ts'
import { unsent } from '../state/gate-state.ts'
import { openPanel } from '../state/panel.ts'
import type { PanelProps } from './panel-props.ts'
import { PreferenceKeys } from './preference-keys.tsx'
import type { ScanCamera } from '../state/scan-camera.ts'
import { openedDatabase, syncNow, takePost } from '../state/start-gate.ts'

/** What is needed now and then: post, camera, zoom, language, and the day's count. */
export function MenuDialog({ camera, onClose }: Pick<PanelProps, 'camera' | 'onClose'>) {
  const [today, setToday] = useState<DayCount | null>(null)
  useEffect(() => {
    readDayCount(openedDatabase(), Date.now()).then(setToday, console.error)
    void camera.listChoices()
  }, [])
  return (
    <Dialog title={t('menu.title')} onClose={onClose}>
      {today !== null && <p class="numbers">{t('menu.today', { total: today.total, admitted: today.admitted })}</p>}
      <Button class="gate-wide" onClick={() => takePost(null)} data-change-post>
        {t('scan.change')}
      </Button>
      <Button class="gate-wide" onClick={syncNow}>
        {t('menu.sync', { count: unsent.value })}
      </Button>
      <Button class="gate-wide" onClick={() => openPanel('drill')} data-drill-open>
        {tt('tool.drill')}
      </Button>
      <Button class="gate-wide" onClick={() => openPanel('carry')} data-carry>
        {ta('carry.open')}
      </Button>
      <CameraChoices camera={camera} />
      <ZoomKeys camera={camera} />
      <PreferenceKeys />
      <LanguageSwitch />
      <Button look="primary" class="gate-wide" onClick={onClose} data-close>
        {tc('action.close')}
      </Button>
    </Dialog>
  )
}

/** Nothing where there is only one. */
function CameraChoices({ camera }: { camera: ScanCamera }) {
  const choices = camera.choices.value
  if (choices.length < 2) return null
  const all = [{ id: null, label: t('menu.mainCamera') }, ...choices.map(({ id, label }) => ({ id, label }))]
  return (
    <fieldset class="gate-list">
      <legend>{t('menu.camera')}</legend>
      {all.map(({ id, label }, at) => (
        <button
          key={id}
          type="button"
          class="gate-item"
          aria-pressed={camera.chosen.value === id}
          onClick={() => void camera.choose(id)}
        >
          {label === '' ? t('menu.cameraNumber', { number: at }) : label}
        </button>
      ))}
    </fieldset>
  )
}

/** Keys and no slider: gloves do not slide. */
function ZoomKeys({ camera }: { camera: ScanCamera }) {
  const zoom = camera.zoom.value
  if (zoom === null || zoom.max <= zoom.min) return null
  const by = Math.max(zoom.step, (zoom.max - zoom.min) / 8)
  const to = (value: number): void => void camera.setZoom(Math.min(zoom.max, Math.max(zoom.min, value)))
  return (
    <fieldset class="gate-zoom">
      <legend>{t('menu.zoom')}</legend>
      <button type="button" class="gate-item" aria-label={t('menu.zoomOut')} onClick={() => to(zoom.value - by)}>
        −
      </button>
      <output class="numbers">{zoom.value.toFixed(1)}×</output>
      <button type="button" class="gate-item" aria-label={t('menu.zoomIn')} onClick={() => to(zoom.value + by)}>
        +
      </button>
    </fieldset>
  )
}
