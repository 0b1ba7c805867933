import { useEffect, useState } from 'preact/hooks'
import { carryFileName } from '../../../shared/log/carry-file.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { Notice } from '../../../ui/components/notice.tsx'
import { gzip } from '../../../ui/gzip.ts'
import { ta } from '../../../ui/i18n/carry.ts'
import { tc } from '../../../ui/i18n/common.ts'
import { carriedCount } from '../../carry/carried-count.ts'
import { carryFileOfPhone, takeCarryFile } from '../../carry/carry-log.ts'
import { signerOf } from '../../check/sign-text.ts'
import { carried, copyPlace, unsent } from '../../state/gate-state.ts'
import { openPanel } from '../../state/panel.ts'
import { openedDatabase, syncNow } from '../../state/start-gate.ts'
import type { PanelProps } from '../panel-props.ts'
import { handOut } from './hand-out.ts'
import { type Said, saidOf } from './said.ts'
import './carry.css'

/** Where the entries of this phone are, and the way out for those that cannot go by the network. */
export function CarryPanel({ onClose }: Pick<PanelProps, 'onClose'>) {
  const [said, setSaid] = useState<Said | null>(null)
  const count = async (): Promise<void> => {
    carried.value = await carriedCount(openedDatabase())
  }
  useEffect(() => {
    count().catch(console.error)
  }, [])
  const tried = (work: () => Promise<Said | null>) => (): void => {
    work().then(setSaid, error => {
      console.error(error)
      setSaid({ tone: 'error', text: ta('carry.failed') })
    })
  }
  const save = tried(async () => {
    const file = await carryFileOfPhone(openedDatabase(), signerOf, Date.now())
    if (file === null) return { tone: 'info', text: ta('carry.nothing') }
    const name = carryFileName(file)
    return (await handOut(await gzip(JSON.stringify(file)), name)) ? { tone: 'info', text: ta('carry.saved', { name }) } : null
  })
  const take = (file: File | undefined): void =>
    tried(async () => {
      if (file === undefined) return null
      const outcome = await takeCarryFile(openedDatabase(), file, Date.now())
      if (outcome.kind === 'taken') {
        await count()
        syncNow()
      }
      return saidOf(outcome)
    })()
  return (
    <Dialog title={ta('carry.title')} onClose={onClose}>
      <dl class="carry-facts numbers">
        <dt>{ta('carry.unsent')}</dt>
        <dd data-carry-unsent>{unsent.value}</dd>
        <dt>{ta('carry.carried')}</dt>
        <dd data-carry-carried>{carried.value}</dd>
        <dt>{ta('carry.copy')}</dt>
        <dd>{ta(`carry.copy.${copyPlace.value}`)}</dd>
      </dl>
      <p>{ta('carry.lead')}</p>
      {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
      <Button class="gate-wide" disabled={unsent.value === 0} onClick={save} data-carry-save>
        {unsent.value === 0 ? ta('carry.nothing') : ta('carry.save', { count: unsent.value })}
      </Button>
      <Button class="gate-wide" disabled={unsent.value === 0} onClick={() => openPanel('show')} data-carry-show>
        {ta('carry.show')}
      </Button>
      <Button class="gate-wide" onClick={() => openPanel('exchange')} data-exchange>
        {ta('exchange.show')}
      </Button>
      <Button class="gate-wide" onClick={() => openPanel('receive')} data-carry-receive>
        {ta('carry.receive')}
      </Button>
      <label class="gate-tool gate-wide carry-take">
        {ta('carry.take')}
        <input
          type="file"
          class="gate-file"
          data-carry-take
          onChange={event => {
            take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </label>
      <Button look="primary" class="gate-wide" onClick={onClose} data-close>
        {tc('action.close')}
      </Button>
    </Dialog>
  )
}
