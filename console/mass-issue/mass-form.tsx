import { useState } from 'preact/hooks'
import type { MassFilter, MassIssueView, MassPreview } from '../../shared/schema/mass-issue.ts'
import { Button } from '../../ui/components/button.tsx'
import { Choice } from '../../ui/components/choice.tsx'
import { Field } from '../../ui/components/field.tsx'
import { FailureNotice, Notice } from '../../ui/components/notice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { nameOf } from '../../ui/i18n/language.ts'
import { tm } from '../../ui/i18n/mass-issue.ts'
import { Form } from '../parts/form.tsx'
import { known, siteName } from '../state/directory.ts'
import { useForm } from '../state/use-form.ts'
import { useWrite } from '../state/use-write.ts'
import { createMassIssue, previewMassIssue } from './endpoints.ts'
import { excludedText } from './excluded-text.ts'

const KINDS = ['person', 'household', 'vehicle'] as const
const FORTNIGHT_HOURS = '336'
const MAX_HOURS = 16_383

type Fields = 'kind' | 'community' | 'site' | 'building' | 'hours' | 'renewWithinHours'

const isHours = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_HOURS

const filterOf = ({ kind, community, site, building, hours, renewWithinHours }: Record<Fields, string>): MassFilter => ({
  kind: kind as MassFilter['kind'],
  community,
  hours: Number(hours),
  ...(site === '' ? {} : { site: Number(site) }),
  ...(building.trim() === '' ? {} : { building: building.trim() }),
  ...(renewWithinHours === '' ? {} : { renewWithinHours: Number(renewWithinHours) })
})

/** First a count with everybody who is left out, then the issue itself; a changed filter asks for a new count. */
export function MassForm({ onIssue }: { onIssue: (issue: MassIssueView) => void }) {
  const communities = known()?.communities ?? []
  const [preview, setPreview] = useState<{ of: string; value: MassPreview } | null>(null)
  const { values, field, set, frame } = useForm({
    first: {
      kind: 'household',
      community: communities[0]?.id ?? '',
      site: '',
      building: '',
      hours: FORTNIGHT_HOURS,
      renewWithinHours: ''
    },
    check: ({ hours, renewWithinHours }) => ({
      ...(isHours(hours) ? {} : { hours: tm('mass.hoursWrong') }),
      ...(renewWithinHours === '' || isHours(renewWithinHours) ? {} : { renewWithinHours: tm('mass.hoursWrong') })
    }),
    body: filterOf,
    write: previewMassIssue,
    onDone: value => setPreview({ of: JSON.stringify(values), value })
  })
  const sites = (known()?.sites ?? []).filter(({ community }) => community === values.community)
  const options = sites.map(({ number }) => ({ value: String(number), label: siteName(number) }))
  return (
    <Form {...frame} submit={tm('mass.preview')} look="plain">
      <Choice
        label={tm('mass.kind')}
        value={values.kind}
        options={KINDS.map(kind => ({ value: kind, label: tm(`massKind.${kind}`) }))}
        onValue={kind => set('kind', kind)}
      />
      <div class="sheet-fields">
        {communities.length > 1 && (
          <Select
            label={tm('mass.community')}
            options={communities.map(community => ({ value: community.id, label: nameOf(community) }))}
            {...field('community')}
          />
        )}
        <Select label={tm('mass.site')} options={[{ value: '', label: tm('mass.anySite') }, ...options]} {...field('site')} />
        <Field label={tm('mass.building')} maxLength={10} {...field('building')} />
        <Field label={tm('mass.hours')} exact inputMode="numeric" maxLength={5} {...field('hours')} />
        <Field
          label={tm('mass.renew')}
          hint={tm('mass.renewHint')}
          optional
          exact
          inputMode="numeric"
          maxLength={5}
          {...field('renewWithinHours')}
        />
      </div>
      {preview !== null && preview.of === JSON.stringify(values) && (
        <Counted
          preview={preview.value}
          filter={filterOf(values)}
          onIssue={issue => {
            setPreview(null)
            onIssue(issue)
          }}
        />
      )}
    </Form>
  )
}

function Counted({
  preview,
  filter,
  onIssue
}: {
  preview: MassPreview
  filter: MassFilter
  onIssue: (issue: MassIssueView) => void
}) {
  const { run, busy, failure } = useWrite(createMassIssue, onIssue)
  const { total, renewals, excluded, needsApproval } = preview
  return (
    <div class="stack" role="status">
      <p class="until">{tm('mass.previewTotal', { count: total })}</p>
      {renewals > 0 && <p>{tm('mass.previewRenewals', { count: renewals })}</p>}
      {excluded.length > 0 && <p>{tm('mass.excluded', { list: excludedText(excluded) })}</p>}
      {needsApproval && <Notice>{tm('mass.needsApproval')}</Notice>}
      {failure && <FailureNotice failure={failure} />}
      {total > 0 && (
        <Button look="primary" busy={busy} onClick={() => void run(filter)}>
          {tm(needsApproval ? 'mass.ask' : 'mass.start', { count: total })}
        </Button>
      )}
    </div>
  )
}
