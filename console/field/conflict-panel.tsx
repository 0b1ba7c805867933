import { useId, useState } from 'preact/hooks'
import type { Choice, Conflict } from '../../shared/survey/merge.ts'
import { fieldsOf, groupOf, headOf } from '../../shared/survey/sheet-fields.ts'
import { Button } from '../../ui/components/button.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { tw } from '../../ui/i18n/field.ts'
import { fieldWord, valueText } from '../survey/field-text.ts'
import type { OutgoingChange } from './outgoing.ts'
import { resolve } from './state.ts'

/** Fields that the office changed meanwhile, both values side by side; the worker decides each. */
export function ConflictPanel({ change }: { change: OutgoingChange }) {
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const conflicts = change.answer?.conflicts ?? []
  const left = conflicts.filter(({ path }) => !choices.has(path)).length
  const fields = change.answer?.sheet == null ? new Map<string, string>() : fieldsOf(change.answer.sheet)
  const whose = (path: string): string => {
    const group = groupOf(path)
    return group === null ? '' : `${fields.get(headOf(group)) ?? ''} `
  }
  return (
    <section class="walk-conflict" data-conflict>
      <Notice tone="warn">
        <strong>{tw('my.conflictTitle')}</strong>
        <p>{tw('my.conflictHelp')}</p>
      </Notice>
      {conflicts.map(conflict => (
        <ConflictField
          key={conflict.path}
          conflict={conflict}
          name={`${whose(conflict.path)}${fieldWord(conflict.path)}`}
          choice={choices.get(conflict.path) ?? null}
          onChoice={choice => setChoices(new Map(choices).set(conflict.path, choice))}
        />
      ))}
      {left > 0 && <p class="soft small">{tw('my.chooseAll', { count: left })}</p>}
      <Button look="primary" disabled={left > 0} onClick={() => void resolve(change, choices)} data-resolve>
        {tw('my.resolve')}
      </Button>
    </section>
  )
}

type Props = { conflict: Conflict; name: string; choice: Choice | null; onChoice: (choice: Choice) => void }

function ConflictField({ conflict, name, choice, onChoice }: Props) {
  const group = useId()
  const { path, before, after, theirs } = conflict
  const text = (value: string | null): string => (value === null ? tw('my.empty-value') : valueText(path, value))
  return (
    <fieldset class="conflict-field">
      <legend>{name}</legend>
      <p class="soft small">
        {tw('my.before')}: {text(before)}
      </p>
      <div class="conflict-sides">
        {(['mine', 'theirs'] as const).map(side => (
          <label key={side} class="conflict-side" data-side={side}>
            <input type="radio" name={group} checked={choice === side} onChange={() => onChoice(side)} />
            <span>
              <span class="small">{tw(`my.${side}`)}</span>
              <br />
              <strong>{text(side === 'mine' ? after : theirs)}</strong>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
