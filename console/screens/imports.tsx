import { useState } from 'preact/hooks'
import { ButtonLink } from '../../ui/components/button.tsx'
import { Empty, FailureNotice } from '../../ui/components/notice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import type { Failure } from '../../ui/api/client.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { ti } from '../../ui/i18n/imports.ts'
import { nameOf } from '../../ui/i18n/language.ts'
import { listImports, uploadList } from '../import/endpoints.ts'
import { ExportForm } from '../import/export-form.tsx'
import { resultText } from '../import/result-text.ts'
import '../import/imports.css'
import { Cell, Table } from '../parts/table.tsx'
import { known } from '../state/directory.ts'
import { useAnswer } from '../state/use-answer.ts'
import { useInterval } from '../state/use-interval.ts'

const LOOK_MS = 2_000

/** Lists come in and go out here. */
export function ImportsScreen() {
  const { state, reload } = useAnswer('imports', listImports)
  const isAtWork = state.kind === 'ready' && state.value.items.some(one => ['checking', 'importing'].includes(one.state))
  useInterval(() => isAtWork && void reload(true), LOOK_MS)
  return (
    <div class="stack">
      <header class="page-head">
        <h1>{ti('import.title')}</h1>
        <ButtonLink href="#/register">{ti('import.back')}</ButtonLink>
      </header>
      <Upload />
      <h2 class="list-title">{ti('import.list')}</h2>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={() => void reload()} />}
      {state.kind === 'ready' && state.value.items.length === 0 && <Empty title={ti('import.none')} />}
      {state.kind === 'ready' && state.value.items.length > 0 && (
        <Table caption={ti('import.list')} heads={[ti('import.file'), ti('import.state'), ti('import.result'), ti('import.who')]}>
          {state.value.items.map(one => (
            <tr key={one.id}>
              <Cell label={ti('import.file')} main>
                <a href={`#/register/import/${one.id}`}>{one.fileName || ti('import.noName')}</a>
              </Cell>
              <Cell label={ti('import.state')}>{ti(`importState.${one.state}`)}</Cell>
              <Cell label={ti('import.result')}>{resultText(one)}</Cell>
              <Cell label={ti('import.who')}>
                {one.createdBy}
                <span class="soft small late">{formatTime(one.createdAt, 'dateTime')}</span>
              </Cell>
            </tr>
          ))}
        </Table>
      )}
      <ExportForm />
    </div>
  )
}

function Upload() {
  const communities = known()?.communities ?? []
  const [community, setCommunity] = useState(communities.length === 1 ? (communities[0]?.id ?? '') : '')
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    setShare(0)
    setFailure(null)
    const answer = await uploadList(file, community === '' ? null : community, setShare)
    setShare(null)
    if (answer.ok) location.hash = `#/register/import/${answer.value.id}`
    else setFailure(answer.failure)
  }
  const options = [
    { value: '', label: ti('import.wholeRealm') },
    ...communities.map(one => ({ value: one.id, label: nameOf(one) }))
  ]
  return (
    <section class="panel stack">
      {communities.length > 1 && (
        <Select label={ti('import.community')} value={community} options={options} onValue={setCommunity} />
      )}
      <label class="import-upload">
        <strong>{ti('import.upload')}</strong>
        <span class="soft small">{ti('import.uploadHelp')}</span>
        <input
          type="file"
          data-upload
          disabled={share !== null}
          onChange={event => {
            void take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </label>
      <div role="status">
        {share !== null && <progress value={share} max={1} aria-label={ti('import.upload')} />}
        {share !== null && (share < 1 ? ti('import.uploading', { percent: Math.round(share * 100) }) : ti('import.reading'))}
      </div>
      {failure && <FailureNotice failure={failure} />}
    </section>
  )
}
