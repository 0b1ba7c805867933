import { useState } from 'preact/hooks'
import { Field } from '../../ui/components/field.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { t } from '../../ui/i18n/console.ts'
import { changePassword } from '../api/endpoints.ts'
import { Form } from '../parts/form.tsx'
import { useForm } from '../state/use-form.ts'

export function PasswordScreen() {
  const [done, setDone] = useState(false)
  const { field, frame } = useForm({
    first: { current: '', next: '', again: '' },
    needed: ['current', 'next', 'again'],
    check: ({ next, again }) => (next === again ? {} : { again: t('password.differ') }),
    body: ({ current, next }) => ({ current, next }),
    write: changePassword,
    sentences: { 'sign-in-failed': () => t('password.currentWrong') },
    onDone: (_, again) => {
      setDone(true)
      again()
    }
  })
  return (
    <section class="panel narrow">
      <h1>{t('password.title')}</h1>
      {done && <Notice>{t('password.done')}</Notice>}
      <Form {...frame} submit={t('password.submit')}>
        <Field
          label={t('password.current')}
          type="password"
          autocomplete="current-password"
          maxLength={128}
          {...field('current')}
        />
        <Field
          label={t('password.next')}
          hint={t('password.hint')}
          type="password"
          autocomplete="new-password"
          maxLength={128}
          {...field('next')}
        />
        <Field label={t('password.again')} type="password" autocomplete="new-password" maxLength={128} {...field('again')} />
      </Form>
    </section>
  )
}
