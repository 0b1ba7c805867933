import { useState } from 'preact/hooks'
import type { DeviceView, Enrolment } from '../../shared/schema/devices.ts'
import { Button } from '../../ui/components/button.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { t } from '../../ui/i18n/console.ts'
import { createEnrolment } from '../api/endpoints.ts'
import { known, siteName } from '../state/directory.ts'
import { useForm } from '../state/use-form.ts'
import { EnrolmentCode } from './enrolment-code.tsx'
import { Form } from './form.tsx'

type Shown = { readonly enrolment: Enrolment; readonly before: ReadonlySet<string> }

/** `onLook`: the list of devices should be read again, for somebody may just have scanned the code. */
export function EnrolPanel({ devices, onLook }: { devices: readonly DeviceView[] | null; onLook: () => void }) {
  const [shown, setShown] = useState<Shown | null>(null)
  const sites = (known()?.sites ?? []).map(site => ({ value: String(site.number), label: siteName(site.number) }))
  const { field, frame } = useForm({
    first: { site: sites.length === 1 ? (sites[0]?.value ?? '') : '' },
    needed: ['site'],
    body: ({ site }) => ({ site: Number(site) }),
    write: createEnrolment,
    onDone: enrolment => setShown({ enrolment, before: new Set(devices?.map(device => device.id)) })
  })
  const joined = shown && devices?.find(device => !shown.before.has(device.id) && device.site === shown.enrolment.site)
  return (
    <section class="panel enrol">
      <div class="stack">
        <h2>{t('phones.enrol')}</h2>
        <p class="soft">{t('phones.enrolHelp')}</p>
        {sites.length === 0 && <Notice tone="warn">{t('issue.noSites')}</Notice>}
        <Form {...frame} submit={t('phones.make')}>
          <Select label={t('passes.site')} options={[{ value: '', label: t('issue.choose') }, ...sites]} {...field('site')} />
        </Form>
      </div>
      {joined && (
        <div class="stack">
          <Notice>{t('phones.joined', { name: joined.name })}</Notice>
          <Button onClick={() => setShown(null)}>{t('action.close')}</Button>
        </div>
      )}
      {shown && !joined && <EnrolmentCode key={shown.enrolment.code} enrolment={shown.enrolment} onLook={onLook} />}
    </section>
  )
}
