import { useEffect } from 'preact/hooks'

/** Keeps the screen on while people come; the browser lets go of it whenever the page is hidden. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let ended = false
    const hold = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      try {
        lock = await navigator.wakeLock.request('screen')
        if (ended) await lock.release()
      } catch (error) {
        console.info('the screen may go dark:', error) // low battery: the phone refuses
      }
    }
    const again = (): void => void hold()
    document.addEventListener('visibilitychange', again)
    again()
    return () => {
      ended = true
      document.removeEventListener('visibilitychange', again)
      void lock?.release()
    }
  }, [])
}
