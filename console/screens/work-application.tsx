import { FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { tw } from '../../ui/i18n/work-console.ts'
import { readApplication } from '../api/work.ts'
import { useAnswer } from '../state/use-answer.ts'
import { Application } from '../work/application.tsx'
import { ShortcutLegend } from '../work/shortcut-legend.tsx'
import { useShortcuts } from '../work/use-shortcuts.ts'
import { go } from '../state/location.ts'
import '../work/work.css'

/** One application. It is read once: each reading is a look in the audit. */
export function WorkApplicationScreen({ number }: { number: string }) {
  const { state, reload, put } = useAnswer(`work ${number}`, () => readApplication(number))
  useShortcuts({ escape: () => go('/work') })
  return (
    <>
      <p>
        <a href="#/work">← {tw('detail.back')}</a>
      </p>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={() => void reload()} />}
      {state.kind === 'ready' && <Application detail={state.value} onChange={put} onStale={() => void reload(true)} />}
      <ShortcutLegend
        keys={[
          ['C', tw('keys.claim')],
          ['A', tw('keys.approve')],
          ['Q', tw('keys.ask')],
          ['R', tw('keys.reject')],
          ['N', tw('keys.next')],
          ['Esc', tw('keys.back')]
        ]}
      />
    </>
  )
}
