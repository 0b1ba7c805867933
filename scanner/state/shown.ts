import type { Decision } from '../../shared/gate/decide.ts'
import type { WireEntry } from '../../shared/schema/gate.ts'

/** A verdict whose entry is on the disk. `text`: the code, null when there was none. */
export type Shown = { readonly text: string | null; readonly decision: Decision; readonly entry: WireEntry }
