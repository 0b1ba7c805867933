import { useState } from 'preact/hooks'
import { Button } from '../../ui/components/button.tsx'
import { Field } from '../../ui/components/field.tsx'
import { LanguageSwitch } from '../../ui/components/language-switch.tsx'
import { Notice } from '../../ui/components/notice.tsx'
import { t } from '../../ui/i18n/gate.ts'
import { enrol, normaliseCode } from '../state/enrol.ts'
import { api, goOnDuty, openedDatabase } from '../state/start-gate.ts'
import type { ApiFailure } from '../sync/gate-api.ts'

const codeOfLink = (): string => /#enrol=([0-9A-Za-z-]{8,9})$/.exec(location.hash)?.[1] ?? ''

/** The first screen of a phone: the code from the console, by link or typed. */
export function EnrolScreen() {
  const [code, setCode] = useState(codeOfLink)
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const isWhole = normaliseCode(code).length === 8 && name.trim() !== ''
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const failed = await enrol(api, openedDatabase(), code, name.trim())
    setFailure(failed)
    if (failed === null) {
      history.replaceState(null, '', location.pathname)
      await goOnDuty()
    }
    setBusy(false)
  }
  return (
    <main class="gate-page">
      <header class="gate-head">
        <h1>{t('enrol.title')}</h1>
        <LanguageSwitch />
      </header>
      <p>{t('enrol.lead')}</p>
      <form class="gate-form" onSubmit={event => void submit(event)}>
        <Field
          label={t('enrol.code')}
          hint={t('enrol.codeHint')}
          value={code}
          onValue={setCode}
          name="code"
          maxLength={9}
          autocomplete="off"
          exact
          required
        />
        <Field
          label={t('enrol.name')}
          hint={t('enrol.nameHint')}
          value={name}
          onValue={setName}
          name="name"
          maxLength={60}
          autocomplete="off"
          required
        />
        {failure !== null && <Notice tone="error">{sentenceOf(failure)}</Notice>}
        <Button look="primary" type="submit" class="gate-wide" busy={busy} disabled={!isWhole}>
          {t('enrol.do')}
        </Button>
      </form>
    </main>
  )
}

function sentenceOf(failure: ApiFailure): string {
  if (failure.kind === 'offline') return t('enrol.offline')
  return failure.code === 'code-invalid' ? t('enrol.code-invalid') : t('enrol.failed', { code: failure.code })
}
