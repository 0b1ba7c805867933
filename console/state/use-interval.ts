import { useEffect, useRef } from 'preact/hooks'

/** Calls the newest `work` every `ms` while the page is in sight; null: not at all. */
export function useInterval(work: () => void, ms: number | null): void {
  const newest = useRef(work)
  newest.current = work
  useEffect(() => {
    if (ms === null) return
    const timer = setInterval(() => document.visibilityState === 'visible' && newest.current(), ms)
    return () => clearInterval(timer)
  }, [ms])
}
