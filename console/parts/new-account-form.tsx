import type { Directory, NewAccount } from '../../shared/schema/directory.ts'
import { Choice } from '../../ui/components/choice.tsx'
import { Field } from '../../ui/components/field.tsx'
import { Select } from '../../ui/components/select.tsx'
import { t } from '../../ui/i18n/console.ts'
import { nameOf } from '../../ui/i18n/language.ts'
import { addAccount } from '../api/endpoints.ts'
import { useForm } from '../state/use-form.ts'
import { Form } from './form.tsx'
import { CancelButton } from './settings-panel.tsx'

const ROLES = ['community-worker', 'grid-worker', 'administrator'] as const

export function NewAccountForm({
  directory,
  onDone,
  onClose
}: {
  directory: Directory
  onDone: () => void
  onClose: () => void
}) {
  const communities = directory.communities.map(one => ({ value: one.id, label: nameOf(one) }))
  const { values, field, set, frame } = useForm({
    first: { displayName: '', username: '', role: 'community-worker', community: communities[0]?.value ?? '', password: '' },
    needed: ['displayName', 'username', 'password'],
    check: ({ role, community }) => (role !== 'administrator' && community === '' ? { community: t('field.needed') } : {}),
    body: ({ displayName, username, role, community, password }): NewAccount => ({
      displayName: displayName.trim(),
      username: username.trim(),
      role: role as NewAccount['role'],
      community: role === 'administrator' ? null : community,
      password
    }),
    write: addAccount,
    onDone
  })
  return (
    <Form {...frame} submit={t('settings.add')} extra={<CancelButton onClick={onClose} />}>
      <Field label={t('accounts.displayName')} autocomplete="off" maxLength={60} {...field('displayName')} />
      <Field
        label={t('signIn.username')}
        hint={t('setup.usernameHint')}
        autocomplete="off"
        exact
        maxLength={32}
        {...field('username')}
      />
      <Choice
        label={t('accounts.role')}
        value={values.role}
        options={ROLES.map(role => ({ value: role, label: t(`role.${role}`) }))}
        onValue={role => set('role', role)}
      />
      {values.role !== 'administrator' && (
        <Select label={t('settings.community')} options={communities} {...field('community')} />
      )}
      <Field
        label={t('accounts.password')}
        hint={t('password.hint')}
        type="password"
        autocomplete="new-password"
        maxLength={128}
        {...field('password')}
      />
    </Form>
  )
}
