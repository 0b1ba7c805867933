import { useState } from 'preact/hooks'
import { Button } from '../../../ui/components/button.tsx'
import { Field } from '../../../ui/components/field.tsx'
import { type HomeWord, sayHome } from '../../../ui/i18n/home-page.ts'
import { shownLanguage } from '../../state/shown-language.ts'

const ALL = 5

/** Four characters that only the household knows show what is registered, masked; nobody has to give them. */
export function ProofCard({ tries, busy, onProof }: { tries: number; busy: boolean; onProof: (text: string) => void }) {
  const [text, setText] = useState('')
  const say = (key: HomeWord, params?: Record<string, number>): string => sayHome(key, shownLanguage.value, params)
  if (tries === 0) return <p class="soft">{say('noTries')}</p>
  const submit = (event: Event): void => {
    event.preventDefault()
    if (/^[0-9A-Za-z]{4}$/.test(text)) onProof(text)
  }
  return (
    <form class="card stack-gap" noValidate onSubmit={submit} data-proof>
      <h2>{say('show')}</h2>
      <p class="soft small">{say('showHelp')}</p>
      <Field
        label={say('lastFour')}
        name="knows"
        autocomplete="off"
        exact
        maxLength={4}
        value={text}
        onValue={setText}
        error={tries < ALL ? say('notKnown', { tries }) : undefined}
      />
      <Button type="submit" busy={busy} disabled={text.length !== 4}>
        {say('check')}
      </Button>
    </form>
  )
}
