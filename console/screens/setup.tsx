import { Field } from '../../ui/components/field.tsx'
import { t } from '../../ui/i18n/console.ts'
import { setUp } from '../api/endpoints.ts'
import { Form } from '../parts/form.tsx'
import { go } from '../state/location.ts'
import { signedIn } from '../state/session.ts'
import { useForm } from '../state/use-form.ts'

/** The one-time link of the first start: its token is in the fragment and never reaches a log. */
export function SetupScreen({ token }: { token: string }) {
  const { field, frame } = useForm({
    first: { displayName: '', username: '', password: '' },
    needed: ['displayName', 'username', 'password'],
    body: values => ({
      token,
      username: values.username.trim(),
      displayName: values.displayName.trim(),
      password: values.password
    }),
    write: setUp,
    onDone: me => {
      signedIn(me)
      go('/settings')
    }
  })
  return (
    <>
      <h1>{t('setup.title')}</h1>
      <p class="soft">{t('setup.intro')}</p>
      <Form {...frame} submit={t('setup.submit')}>
        <Field label={t('setup.displayName')} hint={t('setup.displayNameHint')} maxLength={60} {...field('displayName')} />
        <Field
          label={t('signIn.username')}
          hint={t('setup.usernameHint')}
          autocomplete="username"
          exact
          maxLength={32}
          {...field('username')}
        />
        <Field
          label={t('signIn.password')}
          hint={t('password.hint')}
          type="password"
          autocomplete="new-password"
          maxLength={128}
          {...field('password')}
        />
      </Form>
      {frame.failure?.code === 'already-set-up' || frame.failure?.code === 'link-invalid' ? (
        <a href="#/">{t('signIn.title')}</a>
      ) : null}
    </>
  )
}
