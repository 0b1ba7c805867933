import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Loading } from '../../ui/components/spinner.tsx'

let loaded: ComponentType | null = null

/** The scan screen with its verdicts is no part of the first load: enrolling and choosing a post need neither. */
export const loadScan = async (): Promise<void> => {
  loaded = (await import('./scan.tsx')).ScanScreen
}

export function LazyScan() {
  const [, setLoaded] = useState(false)
  useEffect(() => {
    if (loaded === null) loadScan().then(() => setLoaded(true), console.error)
  }, [])
  const Scan = loaded
  return Scan === null ? <Loading /> : <Scan />
}
