import { useEffect } from 'preact/hooks'
import { resumeSending } from '../../work/sending.ts'
import { deliverWaiting } from '../../work/reports.ts'
import { FormScreen } from './form.tsx'
import { WorkHome } from './home.tsx'
import { WorkPage } from './page.tsx'

/** `#/work` the start, `#/work/form/KEY` a form, `#/work/NUMBER` an application. */
export function WorkScreen({ path }: { path: string }) {
  useEffect(() => {
    const goOn = (): void => {
      resumeSending()
      deliverWaiting().catch(console.error)
    }
    goOn()
    addEventListener('online', goOn)
    return () => removeEventListener('online', goOn)
  }, [])
  const [first = '', second = ''] = path.split('/')
  if (first === 'form') return <FormScreen key={second} draftKey={second} home="#/work" />
  return first === '' ? <WorkHome /> : <WorkPage key={first} number={first} />
}
