import type { Directory } from '../../shared/schema/directory.ts'
import { t } from '../../ui/i18n/console.ts'
import { addCommunity } from '../api/endpoints.ts'
import { loadDirectory } from '../state/directory.ts'
import { useForm } from '../state/use-form.ts'
import { Form } from './form.tsx'
import { BothNames, NameFields } from './name-fields.tsx'
import { CancelButton, SettingsPanel } from './settings-panel.tsx'

export const CommunitiesPanel = ({ directory }: { directory: Directory }) => (
  <SettingsPanel
    title={t('settings.communities')}
    add={t('settings.addCommunity')}
    empty={directory.communities.length === 0}
    form={close => <NewCommunity onClose={close} />}
  >
    {directory.communities.map(community => (
      <li key={community.id}>
        <BothNames named={community} />
      </li>
    ))}
  </SettingsPanel>
)

function NewCommunity({ onClose }: { onClose: () => void }) {
  const { field, frame } = useForm({
    first: { name: '', nameEn: '' },
    needed: ['name', 'nameEn'],
    body: ({ name, nameEn }) => ({ name: name.trim(), nameEn: nameEn.trim() }),
    write: addCommunity,
    onDone: () => {
      void loadDirectory()
      onClose()
    }
  })
  return (
    <Form {...frame} submit={t('settings.add')} extra={<CancelButton onClick={onClose} />}>
      <NameFields field={field} />
    </Form>
  )
}
