import { useState } from 'preact/hooks'
import { Button } from '../../ui/components/button.tsx'
import { Field } from '../../ui/components/field.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { type ShiftPageWord, sayShift, shiftWrong } from '../../ui/i18n/shift-page.ts'
import { joinShifts, keepShifts, keptShifts } from '../state/shifts.ts'
import { shownLanguage } from '../state/shown-language.ts'

/** Name and number, once for each phone. */
export function JoinForm({ onJoined, onClose }: { onJoined: () => void; onClose: () => void }) {
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const say = (key: ShiftPageWord): string => sayShift(key, shownLanguage.value)
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const answer = await joinShifts({ ...keptShifts.value.site, name: name.trim(), phone: phone.trim() })
    setBusy(false)
    if (!answer.ok) return setWrong(answer.failure.code)
    keepShifts({ me: answer.value })
    onJoined()
  }
  return (
    <form class="card stack-gap" noValidate onSubmit={event => void submit(event)} data-join>
      <h2>{say('join')}</h2>
      <p class="soft">{say('joinHelp')}</p>
      {wrong !== null && <Notice tone="error">{say(shiftWrong(wrong))}</Notice>}
      <Field label={say('name')} name="name" autocomplete="off" maxLength={60} value={name} onValue={setName} />
      <Field label={say('phone')} name="phone" autocomplete="off" maxLength={40} exact value={phone} onValue={setPhone} />
      <Button look="primary" type="submit" class="slot-key" busy={busy} disabled={name.trim() === '' || phone.trim() === ''}>
        {say('submit')}
      </Button>
      <Button class="slot-key" onClick={onClose}>
        {say('cancel')}
      </Button>
    </form>
  )
}
