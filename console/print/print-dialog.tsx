import { useState } from 'preact/hooks'
import type { PrintChoice } from '../../shared/schema/print.ts'
import { Button, ButtonLink } from '../../ui/components/button.tsx'
import { Choice } from '../../ui/components/choice.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { t } from '../../ui/i18n/console.ts'
import { formatNumber } from '../../ui/i18n/format.ts'
import { language } from '../../ui/i18n/language.ts'
import { tprint } from '../../ui/i18n/print.ts'
import { useAnswer } from '../state/use-answer.ts'
import { countPrinted, sheetsAddress } from './endpoints.ts'

const LANGUAGES = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' }
]

type Props = { choice: PrintChoice; title: string; onClose: () => void }

/** How many cards it will be before anything is made; too many, or none, is told here and not by a broken download. */
export function PrintDialog({ choice, title, onClose }: Props) {
  const isHousehold = choice.household !== undefined
  const [layout, setLayout] = useState('id1')
  const [words, setWords] = useState<string>(language.value)
  const [withoutPhone, setWithoutPhone] = useState('')
  const wanted = withoutPhone === '' ? choice : { ...choice, withoutPhone: true }
  const { state, reload } = useAnswer(JSON.stringify(wanted), () => countPrinted(wanted))
  const address = sheetsAddress(wanted, { ...(isHousehold ? {} : { layout }), language: words })
  const layouts = [
    { value: 'id1', label: tprint('print.id1') },
    { value: 'a6', label: tprint('print.a6') }
  ]
  const holders = [
    { value: '', label: tprint('print.everybody') },
    { value: 'yes', label: tprint('print.withoutPhone') }
  ]
  return (
    <Dialog title={title} onClose={onClose}>
      {!isHousehold && <Choice label={tprint('print.layout')} value={layout} options={layouts} onValue={setLayout} />}
      {choice.community !== undefined && (
        <Choice label={tprint('print.holders')} value={withoutPhone} options={holders} onValue={setWithoutPhone} />
      )}
      <Choice label={tprint('print.language')} value={words} options={LANGUAGES} onValue={setWords} />
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={() => void reload()} />}
      {state.kind === 'ready' && <p role="status">{tprint('print.count', { count: formatNumber(state.value.cards) })}</p>}
      <p class="soft small">{tprint('print.audited')}</p>
      <div class="button-row">
        {state.kind === 'ready' && (
          <ButtonLink look="primary" href={address} download onClick={onClose}>
            {tprint('print.download')}
          </ButtonLink>
        )}
        <Button onClick={onClose}>{t('action.close')}</Button>
      </div>
    </Dialog>
  )
}
