import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Loading } from '../../ui/components/spinner.tsx'

/** A screen that is loaded when it is first shown and then kept; the service worker keeps its file for days without a network. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null
  return function Later(props: P) {
    const [, setReady] = useState(loaded !== null)
    useEffect(() => {
      if (loaded !== null) return
      load().then(component => {
        loaded = component
        setReady(true)
      }, console.error)
    }, [])
    const Screen = loaded
    return Screen === null ? <Loading /> : <Screen {...props} />
  }
}
