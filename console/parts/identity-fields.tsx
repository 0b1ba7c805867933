import type { CalendarDay } from '../../shared/identity/calendar-day.ts'
import { parseDocument } from '../../shared/identity/detect-document.ts'
import { parsePlate } from '../../shared/identity/plate.ts'
import { Field } from '../../ui/components/field.tsx'
import { t } from '../../ui/i18n/console.ts'
import { toLocalInput } from '../../ui/i18n/format.ts'

type Wiring = { value: string; error: string | undefined; onValue: (value: string) => void }

/** The service decides; what is said here while somebody types only saves a way there and back. */
export const DocumentField = (wiring: Wiring) => (
  <Field
    label={t('issue.document')}
    hint={wiring.error === undefined ? documentHint(wiring.value) : undefined}
    optional
    autocomplete="off"
    exact
    maxLength={40}
    {...wiring}
  />
)

export const PlateField = (wiring: Wiring) => (
  <Field
    label={t('issue.plate')}
    hint={wiring.error === undefined ? plateHint(wiring.value) : undefined}
    autocomplete="off"
    exact
    maxLength={20}
    {...wiring}
  />
)

/** Shorter than any document: still being typed. */
const SHORTEST_DOCUMENT = 8
const SHORTEST_PLATE = 7

function documentHint(typed: string): string {
  const parsed = parseDocument(typed, today())
  if (parsed.ok) return t('document.recognised', { kind: t(`document.${parsed.value.document.type}`) })
  return typed.trim().length < SHORTEST_DOCUMENT ? t('issue.documentHint') : t(`documentFailure.${parsed.failure.code}`)
}

function today(): CalendarDay {
  const [year = 0, month = 0, day = 0] = toLocalInput(Date.now()).slice(0, 10).split('-').map(Number)
  return { year, month, day }
}

function plateHint(typed: string): string {
  const parsed = parsePlate(typed)
  if (!parsed.ok) return typed.trim().length < SHORTEST_PLATE ? t('issue.plateHint') : t('plate.unknown')
  const { plate, kind } = parsed.value
  return t(kind.startsWith('new-energy') ? 'plate.newEnergy' : 'plate.recognised', { plate })
}
