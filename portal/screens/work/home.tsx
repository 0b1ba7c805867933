import { useEffect, useState } from 'preact/hooks'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { replaceAddress } from '../../state/location.ts'
import { EMPTY_FIELDS, newDraft, type WorkDraft } from '../../work/draft.ts'
import { drafts, forgetDraft, keepDraft, type KeptWork, keptWork } from '../../work/kept.ts'
import { dropPhotos } from '../../work/photos.ts'
import { apply, term, timeOf } from '../../work/say.ts'
import { newSecret } from '../../work/secret.ts'
import { loadForm, workForm } from '../../work/work-form.ts'
import { WorkFrame } from './frame.tsx'
import { SureButton } from './sure-button.tsx'

/** Where applying begins: a new form, forms that were not sent, applications of this phone. */
export function WorkHome() {
  useEffect(() => {
    loadForm().catch(console.error)
  }, [])
  const form = workForm.value.value
  const begun = drafts.value.value.filter(({ mode }) => mode.kind !== 'clerk')
  const mine = keptWork.value.value
  return (
    <WorkFrame title={apply('title')} back={{ href: '#/', label: apply('allPasses') }}>
      <p>{apply('lead')}</p>
      {form !== null && <p class="soft">{apply('promise', { time: timeOf(form.dueIfNow), days: form.validityDays })}</p>}
      <Button look="primary" class="work-key" onClick={begin} data-apply>
        {apply('start')}
      </Button>
      {begun.length > 0 && (
        <section class="stack-gap">
          <h2>{apply('drafts')}</h2>
          {begun.map(draft => (
            <DraftCard key={draft.key} draft={draft} />
          ))}
        </section>
      )}
      {mine.length > 0 && (
        <section class="stack-gap">
          <h2>{apply('mine')}</h2>
          {mine.map(kept => (
            <WorkCard key={kept.number} kept={kept} />
          ))}
        </section>
      )}
      <ButtonLink look="quiet" href="#/employer">
        {apply('forEmployers')}
      </ButtonLink>
    </WorkFrame>
  )
}

function begin(): void {
  const secret = newSecret()
  const key = secret.replace(/[^A-Za-z0-9]/g, '').slice(0, 8)
  keepDraft(newDraft({ key, secret, mode: { kind: 'new' }, now: Date.now(), fields: EMPTY_FIELDS }))
  location.hash = `#/work/form/${key}`
}

function DraftCard({ draft }: { draft: WorkDraft }) {
  const name = draft.fields.name.trim()
  const [isGone, setGone] = useState(false)
  const drop = (): void => {
    setGone(true)
    forgetDraft(draft.key)
    if (draft.mode.kind === 'new') void dropPhotos(draft.secret)
    replaceAddress('#/work')
  }
  return (
    <article class="card stack-gap" data-draft>
      <strong class="card-label">{name === '' ? apply('nameless') : name}</strong>
      {draft.isSending && <p>{apply('sending')}</p>}
      <div class="work-row">
        <ButtonLink look="primary" href={`#/work/form/${draft.key}`}>
          {apply('goOn')}
        </ButtonLink>
        {!draft.isSending && !isGone && <SureButton label={apply('drop')} sure={apply('sure')} onSure={drop} />}
      </div>
    </article>
  )
}

const WorkCard = ({ kept }: { kept: KeptWork }) => (
  <a class="card" href={`#/work/${kept.number}`} data-work={kept.number}>
    <strong class="card-label">{kept.name === '' ? kept.number : kept.name}</strong>
    <span class="numbers soft">{kept.number}</span>
    {kept.last !== null && <strong class="card-state">{term(`state.${kept.last.state}`)}</strong>}
  </a>
)
