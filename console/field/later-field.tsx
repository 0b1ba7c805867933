import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Me } from '../../shared/schema/session.ts'
import { Loading } from '../../ui/components/spinner.tsx'

type Props = { me: Me; household: number | null; isOffline: boolean }

/** Loaded for those who go from door to door. */
export function LaterField(props: Props) {
  const [App, setApp] = useState<ComponentType<Props> | null>(null)
  useEffect(() => {
    import('./field-app.tsx').then(({ FieldApp }) => setApp(() => FieldApp), console.error)
  }, [])
  return App === null ? <Loading /> : <App {...props} />
}
