import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

type Props = { serial: number; onReported: () => void }

/** The daily report on the page of a work card, loaded only there and only where this phone holds the application. */
export function CardReport(props: Props) {
  const [Panel, setPanel] = useState<ComponentType<Props> | null>(null)
  useEffect(() => {
    import('./work/reported-card.tsx').then(({ ReportedCard }) => setPanel(() => ReportedCard), console.error)
  }, [])
  return Panel === null ? null : <Panel {...props} />
}
