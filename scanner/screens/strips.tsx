import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { resting } from '../temperature/resting.ts'
import { preloadPanel } from './panels.tsx'

/** What is needed a moment after the first verdict is fetched once the camera had its time. */
const PRELOAD_AFTER_MS = 2_000

/** Reminders below the tools: people who are to be measured again. */
export function Strips() {
  const [Resting, setResting] = useState<ComponentType | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => preloadPanel('temperature'), PRELOAD_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  const isNeeded = resting.value.length > 0
  useEffect(() => {
    if (isNeeded) import('./temperature/resting-strip.tsx').then(file => setResting(() => file.RestingStrip), console.error)
  }, [isNeeded])
  return isNeeded && Resting !== null ? <Resting /> : null
}
