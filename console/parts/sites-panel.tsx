import type { Directory, NewSite as NewSiteBody } from '../../shared/schema/directory.ts'
import { Field } from '../../ui/components/field.tsx'
import { Select } from '../../ui/components/select.tsx'
import { t } from '../../ui/i18n/console.ts'
import { nameOf } from '../../ui/i18n/language.ts'
import { addSite } from '../api/endpoints.ts'
import { loadDirectory } from '../state/directory.ts'
import { useForm } from '../state/use-form.ts'
import { Form } from './form.tsx'
import { BothNames, NameFields } from './name-fields.tsx'
import { CancelButton, SettingsPanel } from './settings-panel.tsx'

export const SitesPanel = ({ directory }: { directory: Directory }) => (
  <SettingsPanel
    title={t('settings.sites')}
    add={t('settings.addSite')}
    empty={directory.sites.length === 0}
    canAdd={directory.communities.length > 0}
    form={close => <NewSite directory={directory} onClose={close} />}
  >
    {directory.sites.map(site => (
      <li key={site.number}>
        <span class="row-number code">{site.number}</span>
        <BothNames named={site} /> <CommunityName directory={directory} id={site.community} />
      </li>
    ))}
  </SettingsPanel>
)

const CommunityName = ({ directory, id }: { directory: Directory; id: string }) => {
  const community = directory.communities.find(one => one.id === id)
  return <span class="soft small">{community === undefined ? id : nameOf(community)}</span>
}

/** 1–65,535; an empty field leaves the number to the service. */
const isNumber = (text: string): boolean =>
  text.trim() === '' || (/^\d{1,5}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 65_535)

function NewSite({ directory, onClose }: { directory: Directory; onClose: () => void }) {
  const communities = directory.communities.map(one => ({ value: one.id, label: nameOf(one) }))
  const { field, frame } = useForm({
    first: { community: communities[0]?.value ?? '', name: '', nameEn: '', number: '' },
    needed: ['community', 'name', 'nameEn'],
    check: ({ number }) => (isNumber(number) ? {} : { number: t('settings.numberWrong') }),
    body: ({ community, name, nameEn, number }): NewSiteBody => ({
      community,
      name: name.trim(),
      nameEn: nameEn.trim(),
      ...(number.trim() === '' ? {} : { number: Number(number) })
    }),
    write: addSite,
    onDone: () => {
      void loadDirectory()
      onClose()
    }
  })
  return (
    <Form {...frame} submit={t('settings.add')} extra={<CancelButton onClick={onClose} />}>
      <Select label={t('settings.community')} options={communities} {...field('community')} />
      <NameFields field={field} />
      <Field
        label={t('settings.number')}
        hint={t('settings.numberHint')}
        optional
        inputMode="numeric"
        exact
        maxLength={5}
        {...field('number')}
      />
    </Form>
  )
}
