import { useState } from 'preact/hooks'
import { PASS_KINDS, type PassKind } from '../../shared/pass/kinds.ts'
import type { Me } from '../../shared/schema/session.ts'
import { Choice } from '../../ui/components/choice.tsx'
import { Field } from '../../ui/components/field.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { t } from '../../ui/i18n/console.ts'
import { ts } from '../../ui/i18n/shifts.ts'
import { issuePass } from '../api/endpoints.ts'
import { Form } from '../parts/form.tsx'
import { DocumentField, PlateField } from '../parts/identity-fields.tsx'
import { ValidityFields } from '../parts/validity-fields.tsx'
import { known, siteName } from '../state/directory.ts'
import { go } from '../state/location.ts'
import { checkNewPass, EMPTY_PASS, newPassOf } from '../state/new-pass.ts'
import { useForm } from '../state/use-form.ts'

const KINDS = Object.keys(PASS_KINDS) as PassKind[]

export function IssueScreen({ me }: { me: Me }) {
  const numbers = (known()?.sites ?? []).map(site => site.number)
  const mayIssueAll = me.role === 'administrator'
  const sites = (mayIssueAll ? [...numbers, 0] : numbers).map(number => ({ value: String(number), label: siteName(number) }))
  const [only] = sites.length === 1 ? sites : []
  const [now] = useState(() => Date.now())
  const { values, field, set, frame } = useForm({
    first: { ...EMPTY_PASS, site: only?.value ?? '' },
    check: checkNewPass,
    body: newPassOf,
    write: issuePass,
    onDone: pass => go(`/passes/${pass.serial}/issued`)
  })
  const vehicle = values.kind === 'vehicle'
  return (
    <section class="panel form-page">
      <h1>{t('issue.title')}</h1>
      {sites.length === 0 && <Notice tone="warn">{t('issue.noSites')}</Notice>}
      <Form {...frame} submit={t('issue.submit')} extra={<a href="#/passes">{t('action.cancel')}</a>}>
        <Choice
          label={t('issue.kind')}
          value={values.kind}
          options={KINDS.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
          onValue={kind => set('kind', kind)}
        />
        {values.kind === 'duty' && (
          <Choice
            label={ts('supervisor.label')}
            value={values.supervisor}
            options={[
              { value: 'no', label: ts('supervisor.no') },
              { value: 'yes', label: ts('supervisor.yes') }
            ]}
            onValue={supervisor => set('supervisor', supervisor)}
          />
        )}
        {vehicle && <PlateField {...field('plate')} />}
        <Field
          label={vehicle ? t('issue.owner') : t('issue.name')}
          hint={vehicle ? t('issue.ownerHint') : t('issue.nameHint')}
          optional={vehicle}
          autocomplete="off"
          maxLength={60}
          {...field('name')}
        />
        {!vehicle && <DocumentField {...field('document')} />}
        <Select
          label={t('issue.site')}
          options={[...(only === undefined ? [{ value: '', label: t('issue.choose') }] : []), ...sites]}
          {...field('site')}
        />
        <ValidityFields values={values} field={field} set={set} nowMs={now} />
      </Form>
    </section>
  )
}
