import type { ComponentChildren } from 'preact'
import type { PassDetail } from '../../shared/schema/passes.ts'
import { t } from '../../ui/i18n/console.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { ts } from '../../ui/i18n/shifts.ts'
import { siteName } from '../state/directory.ts'

export const PassFacts = ({ pass }: { pass: PassDetail }) => (
  <dl class="facts">
    <Fact name={t('passes.site')}>{siteName(pass.site)}</Fact>
    <Fact name={t('pass.start')}>{formatTime(pass.start * 1000, 'dateTime')}</Fact>
    <Fact name={t('pass.end')}>
      <strong>{formatTime(pass.end * 1000, 'dateTime')}</strong>
    </Fact>
    <Fact name={t('pass.label')}>{pass.label}</Fact>
    {pass.documentTail !== null && (
      <Fact name={t('passes.document')}>
        <span class="code">{pass.documentTail}</span>
      </Fact>
    )}
    {pass.kind === 'duty' && (
      <Fact name={ts('supervisor.label')}>{ts(pass.supervisor ? 'supervisor.yes' : 'supervisor.no')}</Fact>
    )}
    <Fact name={t('passes.issued')}>{formatTime(pass.issuedAt, 'dateTime')}</Fact>
    <Fact name={t('pass.key')}>
      <span class="code">{pass.keyId}</span>
    </Fact>
    {pass.replaces !== null && <PassLink name={t('pass.replaces')} serial={pass.replaces} />}
    {pass.replacedBy !== null && <PassLink name={t('pass.replacedBy')} serial={pass.replacedBy} />}
  </dl>
)

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const PassLink = ({ name, serial }: { name: string; serial: number }) => (
  <Fact name={name}>
    <a class="code" href={`#/passes/${serial}`}>
      {serial}
    </a>
  </Fact>
)
