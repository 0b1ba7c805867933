import type { Directory, NewGate as NewGateBody } from '../../shared/schema/directory.ts'
import { Choice } from '../../ui/components/choice.tsx'
import { Select } from '../../ui/components/select.tsx'
import { t } from '../../ui/i18n/console.ts'
import { addGate } from '../api/endpoints.ts'
import { loadDirectory, siteName } from '../state/directory.ts'
import { useForm } from '../state/use-form.ts'
import { Form } from './form.tsx'
import { BothNames, NameFields } from './name-fields.tsx'
import { CancelButton, SettingsPanel } from './settings-panel.tsx'

const DIRECTIONS: Readonly<Record<string, NewGateBody['directions']>> = { both: ['in', 'out'], in: ['in'], out: ['out'] }

const directionWords = (directions: readonly string[]): string =>
  directions.length > 1 ? t('settings.both') : directions[0] === 'in' ? t('settings.onlyIn') : t('settings.onlyOut')

export const GatesPanel = ({ directory }: { directory: Directory }) => (
  <SettingsPanel
    title={t('settings.gates')}
    add={t('settings.addGate')}
    empty={directory.gates.length === 0}
    canAdd={directory.sites.length > 0}
    form={close => <NewGate directory={directory} onClose={close} />}
  >
    {directory.gates.map(gate => (
      <li key={gate.id}>
        <BothNames named={gate} />{' '}
        <span class="soft small">
          {siteName(gate.site)} · {directionWords(gate.directions)}
        </span>
      </li>
    ))}
  </SettingsPanel>
)

function NewGate({ directory, onClose }: { directory: Directory; onClose: () => void }) {
  const sites = directory.sites.map(site => ({ value: String(site.number), label: siteName(site.number) }))
  const { values, field, set, frame } = useForm({
    first: { site: sites[0]?.value ?? '', name: '', nameEn: '', directions: 'both' },
    needed: ['site', 'name', 'nameEn'],
    body: ({ site, name, nameEn, directions }): NewGateBody => ({
      site: Number(site),
      name: name.trim(),
      nameEn: nameEn.trim(),
      directions: DIRECTIONS[directions] ?? ['in', 'out']
    }),
    write: addGate,
    onDone: () => {
      void loadDirectory()
      onClose()
    }
  })
  return (
    <Form {...frame} submit={t('settings.add')} extra={<CancelButton onClick={onClose} />}>
      <Select label={t('settings.site')} options={sites} {...field('site')} />
      <NameFields field={field} />
      <Choice
        label={t('settings.directions')}
        value={values.directions}
        options={[
          { value: 'both', label: t('settings.both') },
          { value: 'in', label: t('settings.onlyIn') },
          { value: 'out', label: t('settings.onlyOut') }
        ]}
        onValue={value => set('directions', value)}
      />
    </Form>
  )
}
