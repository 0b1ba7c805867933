import { useState } from 'preact/hooks'
import type { AccountView, Directory } from '../../shared/schema/directory.ts'
import type { Me } from '../../shared/schema/session.ts'
import { Button } from '../../ui/components/button.tsx'
import { FailureNotice } from '../../ui/components/notice.tsx'
import { Loading } from '../../ui/components/spinner.tsx'
import { t } from '../../ui/i18n/console.ts'
import { nameOf } from '../../ui/i18n/language.ts'
import { readAccounts } from '../api/endpoints.ts'
import { useAnswer } from '../state/use-answer.ts'
import { ActiveDialog, ResetDialog } from './account-dialogs.tsx'
import { NewAccountForm } from './new-account-form.tsx'
import { SettingsPanel } from './settings-panel.tsx'

type Open = { readonly what: 'active' | 'reset'; readonly account: AccountView }

export function AccountsPanel({ directory, me }: { directory: Directory; me: Me }) {
  const { state, reload } = useAnswer('accounts', readAccounts)
  const [open, setOpen] = useState<Open | null>(null)
  if (state.kind === 'loading') return <Loading />
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} onRetry={reload} />
  const close = (): void => setOpen(null)
  const changed = (): void => {
    close()
    void reload(true)
  }
  return (
    <>
      <SettingsPanel
        title={t('settings.accounts')}
        add={t('settings.addAccount')}
        empty={state.value.length === 0}
        form={done => (
          <NewAccountForm
            directory={directory}
            onClose={done}
            onDone={() => {
              done()
              void reload(true)
            }}
          />
        )}
      >
        {state.value.map(account => (
          <Account
            key={account.id}
            account={account}
            directory={directory}
            self={account.id === me.id}
            onOpen={what => setOpen({ what, account })}
          />
        ))}
      </SettingsPanel>
      {open?.what === 'active' && <ActiveDialog account={open.account} onDone={changed} onClose={close} />}
      {open?.what === 'reset' && <ResetDialog account={open.account} onDone={changed} onClose={close} />}
    </>
  )
}

type Props = { account: AccountView; directory: Directory; self: boolean; onOpen: (what: Open['what']) => void }

function Account({ account, directory, self, onOpen }: Props) {
  const community = directory.communities.find(one => one.id === account.community)
  return (
    <li class={account.active ? 'row-account' : 'row-account row-off'}>
      <span>
        <strong>{account.displayName}</strong> <span class="code small">{account.username}</span>
        <br />
        <span class="soft small">
          {t(`role.${account.role}`)}
          {community !== undefined && ` · ${nameOf(community)}`}
        </span>{' '}
        {!account.active && <span class="chip chip-revoked">{t('accounts.off')}</span>}
      </span>
      {!self && (
        <span class="button-row">
          <Button onClick={() => onOpen('reset')}>{t('accounts.reset')}</Button>
          <Button look={account.active ? 'danger' : 'plain'} onClick={() => onOpen('active')}>
            {account.active ? t('accounts.switchOff') : t('accounts.switchOn')}
          </Button>
        </span>
      )}
    </li>
  )
}
