import type { EntryView } from '../../shared/schema/gate.ts'
import { spanWords } from '../../ui/i18n/clock.ts'
import { tFlag } from '../../ui/i18n/flags.ts'
import { formatTime } from '../../ui/i18n/format.ts'
import { gateName } from '../state/directory.ts'

const MINUTE_MS = 60_000

/** The same pass at another gate: which, when, by which phone. Found when both entries had arrived. */
export function FlagNote({ entry: { at, flag } }: { entry: EntryView }) {
  if (flag === null) return null
  const apartMs = Math.abs(at - flag.at)
  const apart = apartMs < MINUTE_MS ? tFlag('flag.seconds', { count: Math.round(apartMs / 1000) }) : spanWords(apartMs)
  const place = { gate: gateName(flag.gate), device: flag.deviceName, number: flag.number }
  return (
    <span class="chip chip-held late" data-flag={flag.reason}>
      {flag.reason === 'repeat'
        ? tFlag('flag.repeat', { ...place, apart })
        : tFlag('flag.quota', { ...place, time: formatTime(flag.at, 'shortDateTime') })}
    </span>
  )
}
