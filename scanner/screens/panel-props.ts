import type { ScanCamera } from '../state/scan-camera.ts'
import type { VerdictFlow } from '../state/verdict-flow.ts'

/** What every panel over the scan screen is given. */
export type PanelProps = { readonly camera: ScanCamera; readonly flow: VerdictFlow; readonly onClose: () => void }
