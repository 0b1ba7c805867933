import { useEffect, useState } from 'preact/hooks'

/** Milliseconds of a clock that nobody can set; moves on every second. */
export function useClock(): number {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
