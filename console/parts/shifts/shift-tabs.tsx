import { ts } from '../../../ui/i18n/shifts.ts'

const TABS = { shifts: 'shifts', handovers: 'shifts/handovers', trainings: 'shifts/trainings' } as const
export type ShiftTab = keyof typeof TABS

export const ShiftTabs = ({ at }: { at: ShiftTab }) => (
  <nav class="shell-nav" aria-label={ts('shifts.title')}>
    {(Object.keys(TABS) as ShiftTab[]).map(tab => (
      <a key={tab} href={`#/${TABS[tab]}`} aria-current={tab === at ? 'page' : undefined}>
        {ts(`shifts.tab.${tab}`)}
      </a>
    ))}
  </nav>
)
