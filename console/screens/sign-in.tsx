import { Field } from '../../ui/components/field.tsx'
import { t } from '../../ui/i18n/console.ts'
import { signIn } from '../api/endpoints.ts'
import { Form } from '../parts/form.tsx'
import { signedIn } from '../state/session.ts'
import { useForm } from '../state/use-form.ts'

export function SignInScreen() {
  const { field, frame } = useForm({
    first: { username: '', password: '' },
    needed: ['username', 'password'],
    body: ({ username, password }) => ({ username: username.trim().toLowerCase(), password }),
    write: signIn,
    onDone: signedIn
  })
  return (
    <>
      <h1>{t('signIn.title')}</h1>
      <Form {...frame} submit={t('signIn.submit')}>
        <Field label={t('signIn.username')} name="username" autocomplete="username" exact maxLength={64} {...field('username')} />
        <Field
          label={t('signIn.password')}
          name="password"
          type="password"
          autocomplete="current-password"
          maxLength={128}
          {...field('password')}
        />
      </Form>
      <p class="soft small">{t('signIn.help')}</p>
    </>
  )
}
