import type { EntryView } from '../../shared/schema/gate.ts'
import { t } from '../../ui/i18n/console.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { language, say } from '../../ui/i18n/language.ts'
import { REASON_SENTENCES } from '../../ui/i18n/reasons.ts'
import { VERDICT_LOOKS } from '../../ui/verdict/look.ts'
import { VerdictShape } from '../../ui/verdict/verdict-shape.tsx'
import { VERDICT_WORDS } from '../../ui/verdict/words.ts'
import { gateName, siteName } from '../state/directory.ts'
import { shownAs } from '../state/entry-name.ts'
import { VisitorButton } from './visitor-button.tsx'
import { FlagNote } from './flag-note.tsx'
import { Cell, Table } from './table.tsx'

const HEADS = ['time', 'verdict', 'who', 'where', 'device'] as const
/** Later than this, an entry was delivered after a time without network. */
const LATE_MS = 60_000

export const EntryTable = ({ entries }: { entries: readonly EntryView[] }) => (
  <Table caption={t('log.title')} heads={HEADS.map(head => t(`log.${head}`))}>
    {entries.map(entry => (
      <tr key={`${entry.device} ${entry.number}`}>
        <Cell label={t('log.time')}>
          <When entry={entry} />
        </Cell>
        <Cell label={t('log.verdict')} main>
          <VerdictChip entry={entry} />
        </Cell>
        <Cell label={t('log.who')}>
          <Who entry={entry} />
        </Cell>
        <Cell label={t('log.where')}>
          {siteName(entry.site)} · {gateName(entry.gate)} · <strong>{t(`direction.${entry.direction}`)}</strong>
        </Cell>
        <Cell label={t('log.device')}>
          {entry.deviceName} <span class="soft small code">#{entry.number}</span>
        </Cell>
      </tr>
    ))}
  </Table>
)

const When = ({ entry }: { entry: EntryView }) => (
  <>
    <span class="numbers">
      {formatTime(entry.at, 'date')} <strong>{formatTime(entry.at, 'timeSeconds')}</strong>
    </span>
    {entry.receivedAt - entry.at > LATE_MS && (
      <span class="soft small late">{t('log.late', { time: formatTime(entry.receivedAt, 'shortDateTime') })}</span>
    )}
  </>
)

const VerdictChip = ({ entry }: { entry: EntryView }) => (
  <>
    <span class={`verdict-chip ${VERDICT_LOOKS[entry.verdict].className}`}>
      <VerdictShape shape={VERDICT_LOOKS[entry.verdict].shape} /> {VERDICT_WORDS[entry.verdict][language.value]}
    </span>
    <span class="small"> {entry.admitted ? t('log.admitted') : t('log.refused')}</span>
    {entry.overrideReason !== null && <span class="small late">{t('log.override', { reason: entry.overrideReason })}</span>}
    <FlagNote entry={entry} />
  </>
)

/** The reasons beside the holder; "OK" says nothing that the verdict does not. */
const Who = ({ entry }: { entry: EntryView }) => (
  <>
    {entry.serial === null ? (
      (shownAs(entry) ?? t(entry.isSealed ? 'log.visitor' : 'log.noLabel'))
    ) : (
      <a href={`#/passes/${entry.serial}`}>{shownAs(entry) ?? entry.serial}</a>
    )}
    {entry.isSealed && <VisitorButton device={entry.device} number={entry.number} />}
    {entry.kind !== null && <span class="soft"> · {t(`kind.${entry.kind}`)}</span>}
    {entry.reasons
      .filter(reason => reason !== 'OK')
      .map(reason => (
        <span key={reason} class="soft small late">
          {say(REASON_SENTENCES[reason])}
        </span>
      ))}
  </>
)
