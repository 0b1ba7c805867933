import type { PlaceView, SlotView } from '../../../shared/schema/shifts.ts'
import { Button } from '../../../ui/components/button.tsx'
import { FailureNotice } from '../../../ui/components/notice.tsx'
import { formatTime } from '../../../ui/i18n/format.ts'
import { ts } from '../../../ui/i18n/shifts.ts'
import { removePlace, removeSlot } from '../../api/shift-endpoints.ts'
import { gateName } from '../../state/directory.ts'
import { useWrite } from '../../state/use-write.ts'
import { Cell, Table } from '../table.tsx'

type Props = { slots: readonly SlotView[]; onAssign: (slot: SlotView) => void; onChanged: () => void }

const HEADS = ['time', 'gate', 'expected', 'places', 'who', 'do'] as const

export function SlotTable({ slots, onAssign, onChanged }: Props) {
  const place = useWrite(removePlace, () => onChanged())
  const slot = useWrite(removeSlot, () => onChanged())
  const failure = place.failure ?? slot.failure
  return (
    <>
      {failure && <FailureNotice failure={failure} />}
      <Table caption={ts('shifts.tab.shifts')} heads={HEADS.map(head => ts(`plan.${head}`))}>
        {slots.map(each => (
          <tr key={each.id} class={each.end < Date.now() ? 'row-off' : ''}>
            <Cell label={ts('plan.time')} main>
              <strong>{formatTime(each.start, 'weekday')}</strong>{' '}
              <span class="numbers">{formatTime(each.start, 'shortDateTime')}</span>–
              <span class="numbers">{formatTime(each.end, 'time')}</span>
            </Cell>
            <Cell label={ts('plan.gate')}>{gateName(each.gate)}</Cell>
            <Cell label={ts('plan.expected')}>
              <Expected slot={each} />
            </Cell>
            <Cell label={ts('plan.places')}>
              <Places slot={each} />
            </Cell>
            <Cell label={ts('plan.who')}>
              {each.taken.map(taken => (
                <Person
                  key={taken.id}
                  place={taken}
                  onRemove={() => void place.run({ slot: each.id, volunteer: taken.volunteer })}
                />
              ))}
            </Cell>
            <Cell label={ts('plan.do')}>
              <span class="button-row">
                {each.taken.length < each.places && <Button onClick={() => onAssign(each)}>{ts('plan.assign')}</Button>}
                {each.taken.length === 0 && (
                  <Button look="quiet" onClick={() => void slot.run(each.id)}>
                    {ts('plan.remove')}
                  </Button>
                )}
              </span>
            </Cell>
          </tr>
        ))}
      </Table>
    </>
  )
}

/** An hour is what people can picture; the slot's sum stands beside it. */
function Expected({ slot: { expected, start, end } }: { slot: SlotView }) {
  if (expected === null) return <span class="soft">{ts('plan.unknown')}</span>
  const hours = Math.max(1, (end - start) / 3_600_000)
  return <span class="numbers">{ts('plan.anHour', { count: Math.round(expected / hours), sum: expected })}</span>
}

function Places({ slot: { taken, places } }: { slot: SlotView }) {
  const open = places - taken.length
  if (open <= 0) return <span class="chip chip-valid">{ts('plan.full', { places })}</span>
  return <span class="chip chip-held">{ts('plan.open', { open, places })}</span>
}

const Person = ({ place, onRemove }: { place: PlaceView; onRemove: () => void }) => (
  <span class="plan-person">
    <span>
      <strong>{place.name}</strong> <span class="soft small numbers">{place.phone}</span>
      <span class="soft small late numbers">
        {place.signedInAt === null ? ts('plan.notSeen') : ts('plan.in', { time: formatTime(place.signedInAt, 'time') })}
        {place.signedOutAt !== null && ` · ${ts('plan.out', { time: formatTime(place.signedOutAt, 'time') })}`}
      </span>
    </span>
    <Button look="quiet" aria-label={ts('plan.removeOf', { name: place.name })} onClick={onRemove}>
      ×
    </Button>
  </span>
)
