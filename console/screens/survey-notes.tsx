import { useState } from 'preact/hooks'
import type { DoorNote, RoundDetail } from '../../shared/schema/survey.ts'
import { Button } from '../../ui/components/button.tsx'
import { Choice } from '../../ui/components/choice.tsx'
import { Field } from '../../ui/components/field.tsx'
import { FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { NOTE_TEXTS } from '../../ui/i18n/door-note.ts'
import { fill, SHOWN_LANGUAGES } from '../../ui/i18n/dictionary.ts'
import { tv } from '../../ui/i18n/survey.ts'
import { QrCode } from '../../ui/qr/qr-code.tsx'
import { siteName } from '../state/directory.ts'
import { useAnswer } from '../state/use-answer.ts'
import { listNotes, readRound } from '../survey/endpoints.ts'

/** Notes for doors where nobody was met, as they are printed: A6, or four of them on an A4 sheet. */
export function SurveyNotesScreen({ round: id, household }: { round: string; household: number | null }) {
  const round = useAnswer(`round ${id}`, () => readRound(id))
  const [filters, setFilters] = useState({ worker: '', building: '' })
  const [paper, setPaper] = useState('a4')
  const query = household === null ? filters : { household }
  const notes = useAnswer(`notes ${id} ${JSON.stringify(query)}`, () => listNotes(id, query))
  if (round.state.kind === 'loading') return <Loading />
  if (round.state.kind === 'failed') return <FailureNotice failure={round.state.failure} />
  const detail = round.state.value
  const lists = detail.lists.flatMap(({ worker, name }) => (worker === null ? [] : [{ value: worker, label: name ?? worker }]))
  return (
    <>
      <header class="page-head">
        <h1>{tv('notes.title')}</h1>
        <a href={`#/surveys/${id}${household === null ? '' : `/${household}`}`}>{tv('survey.back')}</a>
      </header>
      <section class="panel stack no-print">
        <Choice
          label={tv('notes.paper')}
          value={paper}
          options={[
            { value: 'a4', label: tv('notes.a4') },
            { value: 'a6', label: tv('notes.a6') }
          ]}
          onValue={setPaper}
        />
        {household === null && (
          <div class="filters register-filters">
            <Select
              label={tv('survey.worker')}
              value={filters.worker}
              options={[{ value: '', label: tv('survey.all') }, ...lists]}
              onValue={worker => setFilters({ ...filters, worker })}
            />
            <Field
              label={tv('survey.building')}
              maxLength={10}
              value={filters.building}
              onValue={building => setFilters({ ...filters, building: building.trim() })}
            />
          </div>
        )}
        <div class="button-row">
          <Button look="primary" onClick={() => print()}>
            {tv('notes.print')}
          </Button>
        </div>
      </section>
      {notes.state.kind === 'loading' && <Loading />}
      {notes.state.kind === 'failed' && <FailureNotice failure={notes.state.failure} onRetry={() => void notes.reload()} />}
      {notes.state.kind === 'ready' && (
        <>
          <div class="no-print">
            <p class="soft">{tv('notes.count', { count: notes.state.value.notes.length })}</p>
            {notes.state.value.isCut && <Notice tone="warn">{tv('notes.cut', { count: notes.state.value.notes.length })}</Notice>}
          </div>
          <div class={`notes-sheet ${paper === 'a6' ? 'notes-a6' : ''}`}>
            {notes.state.value.notes.map(note => (
              <Note key={note.household} note={note} round={detail} />
            ))}
          </div>
        </>
      )}
    </>
  )
}

/** In four languages: nobody knows yet who lives there. */
const Note = ({ note, round }: { note: DoorNote; round: RoundDetail }) => (
  <article class="door-note">
    <h2>{SHOWN_LANGUAGES.map(each => NOTE_TEXTS.heading[each]).join(' · ')}</h2>
    <p>
      <strong>
        {siteName(note.site)} {note.address}
      </strong>
    </p>
    <QrCode text={note.link} what={note.address} />
    <div class="note-text">
      {SHOWN_LANGUAGES.map(each => (
        <p key={each} lang={each}>
          {fill(NOTE_TEXTS.text[each], { to: round.to })}
        </p>
      ))}
    </div>
  </article>
)
