import { useState } from 'preact/hooks'
import type { EntryView } from '../../shared/schema/gate.ts'
import { Button } from '../../ui/components/button.tsx'
import { Empty, FailureNotice } from '../../ui/components/notice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { t } from '../../ui/i18n/console.ts'
import { tFlag } from '../../ui/i18n/flags.ts'
import { listEntries } from '../api/endpoints.ts'
import { EntryTable } from '../parts/entry-table.tsx'
import { known, siteName } from '../state/directory.ts'
import { shownEntries, withEntry } from '../state/merge-entry.ts'
import { useLiveEntries } from '../state/use-live-entries.ts'
import { usePages } from '../state/use-pages.ts'

export function LogScreen() {
  const [site, setSite] = useState('')
  // Apart from the pages: an entry may arrive while a page is on its way.
  const [fresh, setFresh] = useState<readonly EntryView[]>([])
  const [flagged, setFlagged] = useState('')
  const list = usePages(`${site} ${flagged}`, cursor => listEntries({ site, flagged, cursor }))
  const connection = useLiveEntries({
    onEntry: entry => {
      setFresh(before => withEntry(before, entry))
    },
    onResume: list.reload
  })
  const live = flagged === '' ? fresh : fresh.filter(({ flag }) => flag !== null)
  const shown = list.items === null ? null : shownEntries(live, list.items, site === '' ? null : Number(site))
  const sites = (known()?.sites ?? []).map(one => ({ value: String(one.number), label: siteName(one.number) }))
  return (
    <>
      <header class="page-head">
        <h1>{t('log.title')}</h1>
        <p class={`live live-${connection}`} role="status">
          {t(`log.${connection}`)}
        </p>
      </header>
      <div class="filters">
        <Select
          label={t('passes.site')}
          value={site}
          options={[{ value: '', label: t('passes.any') }, ...sites]}
          onValue={setSite}
        />
        <Select
          label={tFlag('flag.filter')}
          value={flagged}
          options={[
            { value: '', label: t('passes.any') },
            { value: 'true', label: tFlag('flag.only') }
          ]}
          onValue={setFlagged}
        />
      </div>
      {list.failure && <FailureNotice failure={list.failure} onRetry={list.items === null ? list.reload : list.more} />}
      {list.items === null && list.busy && <Loading />}
      {shown?.length === 0 && !list.busy && (
        <Empty title={flagged === '' ? t('log.empty') : tFlag('flag.none')}>
          <p>{flagged === '' ? t('log.emptyHelp') : tFlag('flag.noneHelp')}</p>
        </Empty>
      )}
      {shown !== null && shown.length > 0 && <EntryTable entries={shown} />}
      {list.next !== null && (
        <Button class="more" busy={list.busy} onClick={list.more}>
          {t('action.more')}
        </Button>
      )}
    </>
  )
}
