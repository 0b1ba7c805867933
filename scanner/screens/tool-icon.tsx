/** Line drawings on a field of 24 × 24, one path each. */
export const TOOL_ICONS = {
  light: 'M9 18h6M10 21h4M8 14a6 6 0 1 1 8 0c-.7.7-1 1.3-1 2H9c0-.7-.3-1.3-1-2z',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01',
  thermometer: 'M12 14V5a2 2 0 1 0-4 0v9a4 4 0 1 0 4 0zM10 9v8M16 6h4M16 10h4',
  vehicle: 'M3 16v-4l2-5h14l2 5v4zM3 12h18M6 16v3M18 16v3M7 14h.01M17 14h.01',
  nocode: 'M15 8a4 4 0 1 1-8 0a4 4 0 1 1 8 0zM4 20c0-4 3-6 7-6c2 0 3.5.5 5 1.5M18 17v5M15.5 19.5h5',
  people:
    'M12 8a3.5 3.5 0 1 1-7 0a3.5 3.5 0 1 1 7 0zM3 20c0-4 2.5-6 5.5-6s5.5 2 5.5 6M16 5a3.5 3.5 0 0 1 0 6.5M17 14c2.5.5 4 2.5 4 6',
  shift: 'M5 4h14v17H5zM9 2v4M15 2v4M9 12l2 2 4-4M9 18h6',
  exchange: 'M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4',
  drill: 'M2 9l10-5 10 5-10 5zM6 11v5c3 3 9 3 12 0v-5M22 9v6',
  menu: 'M4 6h16M4 12h16M4 18h16'
} as const

export type ToolIconName = keyof typeof TOOL_ICONS

export const ToolIcon = ({ name }: { name: ToolIconName }) => (
  <svg class="gate-tool-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={TOOL_ICONS[name]} />
  </svg>
)
