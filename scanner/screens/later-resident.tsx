import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Loading } from '../../ui/components/spinner.tsx'
import type { ResidentProps } from './resident.tsx'

let loaded: ComponentType<ResidentProps> | null = null

/** The resident's words in four languages are loaded when they are first asked for; the service worker keeps them. */
export function LaterResident(props: ResidentProps) {
  const [Screen, setScreen] = useState<{ component: ComponentType<ResidentProps> } | null>(
    loaded === null ? null : { component: loaded }
  )
  useEffect(() => {
    if (loaded !== null) return
    import('./resident.tsx').then(({ ResidentScreen }) => {
      loaded = ResidentScreen
      setScreen({ component: ResidentScreen })
    }, console.error)
  }, [])
  return Screen === null ? <Loading /> : <Screen.component {...props} />
}
