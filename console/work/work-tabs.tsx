import { tw } from '../../ui/i18n/work-console.ts'

const TABS = {
  queue: 'work',
  bulk: 'work/bulk',
  cards: 'work/cards',
  employers: 'work/employers',
  policies: 'work/policies'
} as const
export type WorkTab = keyof typeof TABS

export const WorkTabs = ({ at }: { at: WorkTab }) => (
  <nav class="shell-nav work-tabs" aria-label={tw('work.title')}>
    {(Object.keys(TABS) as WorkTab[]).map(tab => (
      <a key={tab} href={`#/${TABS[tab]}`} aria-current={tab === at ? 'page' : undefined}>
        {tw(`work.tab.${tab}`)}
      </a>
    ))}
  </nav>
)
