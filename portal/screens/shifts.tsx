import '../shifts.css'
import { useEffect, useState } from 'preact/hooks'
import type { OpenSlot, ShiftPage } from '../../shared/schema/shifts.ts'
import { Button } from '../../ui/components/button.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { type ShiftPageWord, sayShift, shiftWrong } from '../../ui/i18n/shift-page.ts'
import { JoinForm } from '../parts/join-form.tsx'
import { ShownLanguageChoice } from '../parts/shown-language-choice.tsx'
import { SlotCard } from '../parts/slot-card.tsx'
import { askShifts, giveBackShift, keptShifts, proofOf, takeShift } from '../state/shifts.ts'
import { shownLanguage } from '../state/shown-language.ts'
import type { Answer } from '../../ui/api/client.ts'

/** The plan of a site for volunteers: one's own slots with their PINs first, then where somebody is missing. */
export function ShiftsScreen() {
  const [page, setPage] = useState<ShiftPage | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [wanted, setWanted] = useState<OpenSlot | null>(null)
  const [busy, setBusy] = useState(false)
  const say = (key: ShiftPageWord, params?: Record<string, string | number>): string => sayShift(key, shownLanguage.value, params)
  const show = async (asked: Promise<Answer<ShiftPage>>): Promise<void> => {
    setBusy(true)
    const answer = await asked
    setBusy(false)
    setWrong(answer.ok ? null : answer.failure.code)
    if (answer.ok) setPage(answer.value)
  }
  const load = (): void => {
    const proof = proofOf(keptShifts.value)
    if (proof === null) setWrong('link-invalid')
    else void show(askShifts(proof))
  }
  useEffect(load, [])
  const take = (slot: OpenSlot): void => {
    const { me } = keptShifts.value
    if (me === null) setWanted(slot)
    else void show(takeShift({ ...me, slot: slot.id }))
  }
  const giveBack = (slot: OpenSlot): void => {
    const { me } = keptShifts.value
    if (me !== null) void show(giveBackShift({ ...me, slot: slot.id }))
  }
  return (
    <div class="frame" lang={shownLanguage.value}>
      <header class="frame-head">
        <h1>{say('title')}</h1>
        <ShownLanguageChoice />
      </header>
      <main class="frame-main">
        {page !== null && (
          <p class="shifts-site">
            <strong>{shownLanguage.value === 'zh' ? page.site.name : page.site.nameEn}</strong>
            {page.me !== null && <span class="numbers"> · {say('me', page.me)}</span>}
          </p>
        )}
        {wrong !== null && (
          <Notice tone="error">
            <p>{say(shiftWrong(wrong))}</p>
            {wrong !== 'link-invalid' && <Button onClick={load}>{say('retry')}</Button>}
          </Notice>
        )}
        {page === null && wrong === null && <p role="status">{say('loading')}</p>}
        {wanted !== null && (
          <JoinForm
            onJoined={() => {
              setWanted(null)
              take(wanted)
            }}
            onClose={() => setWanted(null)}
          />
        )}
        {page !== null && wanted === null && <Plan page={page} busy={busy} onTake={take} onGiveBack={giveBack} />}
      </main>
    </div>
  )
}

type PlanProps = { page: ShiftPage; busy: boolean; onTake: (slot: OpenSlot) => void; onGiveBack: (slot: OpenSlot) => void }

function Plan({ page, busy, onTake, onGiveBack }: PlanProps) {
  const say = (key: ShiftPageWord): string => sayShift(key, shownLanguage.value)
  const mine = page.slots.filter(({ pin }) => pin !== null)
  const open = page.slots.filter(({ pin }) => pin === null)
  return (
    <>
      {mine.length > 0 && (
        <section class="stack-gap" data-mine>
          <h2>{say('mine')}</h2>
          <p class="soft">{say('pinHelp')}</p>
          {mine.map(slot => (
            <SlotCard key={slot.id} slot={slot} now={page.serverTime} busy={busy} onTake={onTake} onGiveBack={onGiveBack} />
          ))}
        </section>
      )}
      <section class="stack-gap" data-open>
        <h2>{say('open')}</h2>
        <p class="soft">{say(open.length === 0 ? 'none' : 'lead')}</p>
        {open.map(slot => (
          <SlotCard key={slot.id} slot={slot} now={page.serverTime} busy={busy} onTake={onTake} onGiveBack={onGiveBack} />
        ))}
      </section>
    </>
  )
}
