import '../../employer.css'
import { useEffect } from 'preact/hooks'
import { declareFor } from '../../employer/api.ts'
import { employerOf } from '../../employer/kept.ts'
import { es } from '../../employer/say.ts'
import { Notice } from '../../../ui/components/notice.tsx'
import { sayProblem } from '../../work/say.ts'
import { resumeSending, setClerkPost } from '../../work/sending.ts'
import { FormScreen } from '../work/form.tsx'
import { WorkFrame } from '../work/frame.tsx'
import { EmployerHome } from './home.tsx'
import { EmployerPage } from './page.tsx'
import { Registration } from './registration.tsx'

setClerkPost(async ({ mode }, body) => {
  const kept = mode.kind === 'clerk' ? employerOf(mode.employer) : null
  if (kept === null || mode.kind !== 'clerk')
    return { ok: false, failure: { code: 'link-invalid', path: null, status: 404, requestId: null } }
  return declareFor(kept, mode.number, JSON.parse(body))
})

/** `#/employer` the start, `/new` the registration, `/ID` an employer, `/ID/form/KEY` the clerk's form for a worker. */
export function EmployerScreen({ path }: { path: string }) {
  useEffect(() => {
    const goOn = (): void => resumeSending(['clerk'])
    goOn()
    addEventListener('online', goOn)
    return () => removeEventListener('online', goOn)
  }, [])
  const [id = '', tab = '', key = ''] = path.split('/')
  if (id === '') return <EmployerHome />
  if (id === 'new') return <Registration />
  if (tab === 'form') return <FormScreen key={key} draftKey={key} home={`#/employer/${id}`} />
  const kept = employerOf(id)
  if (kept === null)
    return (
      <WorkFrame title={es('title')} back={{ href: '#/employer', label: es('title') }}>
        <Notice tone="warn">{sayProblem('link-invalid')}</Notice>
      </WorkFrame>
    )
  return <EmployerPage key={id} kept={kept} tab={tab} />
}
