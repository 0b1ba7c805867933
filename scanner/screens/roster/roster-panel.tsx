import './roster.css'
import { useEffect, useState } from 'preact/hooks'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { formatCountdown } from '../../../ui/i18n/format.ts'
import { tRoster } from '../../../ui/i18n/roster.ts'
import { countMiss, keepAttempts, recallAttempts, waitMs } from '../../roster/attempts.ts'
import { lookUp } from '../../roster/look-up.ts'
import { NOTHING_TYPED, type ReadClaim, readClaim, type TypedClaim } from '../../roster/read-claim.ts'
import { pepperOf, rosterStore } from '../../roster/roster.ts'
import { serverTimeOf } from '../../state/clock.ts'
import { identity, isOnline } from '../../state/gate-state.ts'
import { syncNow } from '../../state/start-gate.ts'
import type { PanelProps } from '../panel-props.ts'
import { DocumentFields, PhoneFields, WayKeys } from './roster-fields.tsx'
import { dayOf, passageOfRecord } from './roster-passage.ts'

type State = 'ready' | 'looking' | 'unknown' | 'empty'

/** Somebody without a code tells a document number, or telephone and name; the phone opens that person's record and no other. */
export function RosterPanel({ flow, onClose }: PanelProps) {
  const site = identity.value?.site ?? 0
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const [state, setState] = useState<State>('ready')
  const wait = useWait(state)
  const read = readClaim(typed, dayOf(serverTimeOf(Date.now())))
  const pepper = pepperOf(site)
  useEffect(() => {
    if (pepper === null) syncNow()
  }, [pepper])
  const search = async (): Promise<void> => {
    if (read.kind !== 'ready' || pepper === null || wait > 0) return
    setState('looking')
    const found = await lookUp(await rosterStore(), pepper, site, read.claim)
    if (found.kind === 'found') {
      if (await flow.perform(scanner => scanner.record(passageOfRecord(found.record)))) onClose()
      return
    }
    if (found.kind === 'unknown') keepAttempts(localStorage, countMiss(recallAttempts(localStorage), Date.now()))
    setState(found.kind)
  }
  const type = (next: TypedClaim): void => {
    setState('ready')
    setTyped(next)
  }
  const Fields = typed.way === 'document' ? DocumentFields : PhoneFields
  return (
    <Dialog title={tRoster('roster.title')} onClose={onClose}>
      <WayKeys typed={typed} onTyped={type} />
      <p class="roster-told" role="status" data-roster-state={pepper === null ? 'locked' : state}>
        {pepper === null ? tRoster(isOnline.value ? 'roster.opening' : 'roster.locked') : told(state, wait, typed, read)}
      </p>
      <Fields typed={typed} onTyped={type} />
      <div class="roster-actions">
        <button type="button" class="gate-big gate-big-plain" onClick={onClose} data-close>
          {tRoster('roster.close')}
        </button>
        <button
          type="button"
          class="gate-big"
          disabled={read.kind !== 'ready' || pepper === null || wait > 0 || state === 'looking'}
          onClick={() => void search()}
          data-look-up
        >
          {tRoster(state === 'looking' ? 'roster.looking' : 'roster.search')}
        </button>
      </div>
    </Dialog>
  )
}

function told(state: State, wait: number, { way }: TypedClaim, read: ReadClaim): string {
  if (wait > 0) return tRoster('roster.wait', { time: formatCountdown(Math.ceil(wait / 1000)) })
  if (state === 'unknown') return tRoster(way === 'document' ? 'roster.unknown' : 'roster.phoneUnknown')
  if (state === 'empty') return tRoster('roster.empty')
  switch (read.kind) {
    case 'nothing':
      return tRoster(way === 'document' ? 'roster.lead' : 'roster.phoneLead')
    case 'document-wrong':
      return tRoster(`documentFailure.${read.code}`)
    case 'phone-wrong':
      return tRoster('roster.phoneWrong')
    case 'name-missing':
      return tRoster('roster.nameMissing')
    case 'ready':
      return read.type === null ? '' : tRoster(`document.${read.type}`)
  }
}

/** Milliseconds until the next try; counts down by itself. */
function useWait(state: State): number {
  const [wait, setWait] = useState(0)
  useEffect(() => {
    const look = (): void => setWait(waitMs(recallAttempts(localStorage), Date.now()))
    look()
    const timer = setInterval(look, 500)
    return () => clearInterval(timer)
  }, [state])
  return wait
}
