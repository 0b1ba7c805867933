import { later } from '../later.tsx'

/** The self-test before a post is chosen; over the scan screen it is a panel. */
export const LaterDrill = later(async () => (await import('./drill-panel.tsx')).DrillPanel)
