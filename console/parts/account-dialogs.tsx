import type { AccountView } from '../../shared/schema/directory.ts'
import { Button } from '../../ui/components/button.tsx'
import { Dialog } from '../../ui/components/dialog.tsx'
import { Field } from '../../ui/components/field.tsx'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { t } from '../../ui/i18n/console.ts'
import { changeAccount } from '../api/endpoints.ts'
import { useForm } from '../state/use-form.ts'
import { useWrite } from '../state/use-write.ts'
import { Form } from './form.tsx'
import { CancelButton } from './settings-panel.tsx'

type Props = { account: AccountView; onDone: () => void; onClose: () => void }

export function ActiveDialog({ account, onDone, onClose }: Props) {
  const { run, busy, failure } = useWrite(changeAccount(account.id), onDone)
  const word = account.active ? t('accounts.switchOff') : t('accounts.switchOn')
  const title = account.active ? t('accounts.askOff', { name: account.displayName }) : `${word} ${account.displayName}`
  return (
    <Dialog title={title} onClose={onClose}>
      {account.active && <p>{t('accounts.offHelp')}</p>}
      {failure && <FailureNotice failure={failure} />}
      <div class="button-row">
        <Button look={account.active ? 'danger' : 'primary'} busy={busy} onClick={() => run({ active: !account.active })}>
          {word}
        </Button>
        <CancelButton onClick={onClose} />
      </div>
    </Dialog>
  )
}

export function ResetDialog({ account, onDone, onClose }: Props) {
  const { field, frame } = useForm({
    first: { password: '' },
    needed: ['password'],
    body: ({ password }) => ({ password }),
    write: changeAccount(account.id),
    onDone
  })
  return (
    <Dialog title={t('accounts.resetFor', { name: account.displayName })} onClose={onClose}>
      <Form {...frame} submit={t('password.submit')} extra={<CancelButton onClick={onClose} />}>
        <Field
          label={t('password.next')}
          hint={t('password.hint')}
          type="password"
          autocomplete="new-password"
          maxLength={128}
          {...field('password')}
        />
      </Form>
    </Dialog>
  )
}
